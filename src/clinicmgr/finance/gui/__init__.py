"""How money looks: the only Qt in this domain."""
