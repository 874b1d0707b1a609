"""What is printed from several domains."""
