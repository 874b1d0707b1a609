"""How hours worked look."""
