"""How staff look: the list, one person's record beside it, importing, and the lists of setup."""
