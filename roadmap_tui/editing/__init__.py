"""Changes that a user makes: what each action does to the records, and what the rules allow and add."""
