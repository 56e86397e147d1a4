"""Progress reports: what the plan suggests, how two of them compare, and what is fixed when one is issued."""
