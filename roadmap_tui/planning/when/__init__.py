"""Reading when something happens."""
