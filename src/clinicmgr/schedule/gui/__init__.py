"""How the schedule looks: the week and month grids, the panel beside them, and their page."""
