"""The practice setup: what the schedule is made of, one list for each."""
