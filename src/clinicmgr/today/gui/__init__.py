"""How today looks: the first page of the window."""
