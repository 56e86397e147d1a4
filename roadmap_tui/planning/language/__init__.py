"""Words and numbers of Dutch and English planning language, as tokens."""
