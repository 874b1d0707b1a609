"""The report center: everything that can be printed on one page."""
