"""What a plan is made of: typed records and their labels."""
