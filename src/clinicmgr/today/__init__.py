"""Today: who is in, what is uncovered, and one ranked list of what every domain says is due."""
