"""How sites and rooms look: two lists of the practice setup."""
