"""What belongs to the user of this machine: the profile, drafts, recent plans, remembered choices, own calendars."""
