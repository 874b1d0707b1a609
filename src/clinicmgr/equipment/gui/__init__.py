"""How equipment looks: the list, what is due, one asset's record, entering readings."""
