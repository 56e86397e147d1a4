"""What can be done with an open plan as a whole, a room each: sharing, recovering, erasing, telling what happened."""
