"""What a user can do: every action once, the places where it works, and the keys for it."""
