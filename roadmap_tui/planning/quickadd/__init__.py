"""One line of text read as an activity."""
