"""How fast and how light Roadmap is, measured against the smallest program of its kind."""
