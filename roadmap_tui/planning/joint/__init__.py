"""Several plans beside each other: the same subject, working together, what people think an activity is worth."""
