"""What follows from a plan: dates, effort, health and gaps. Pure; `today` is always a parameter."""
