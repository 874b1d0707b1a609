"""Reports: what is printed from several domains, and the list of everything that can be printed.

The list is in `catalog`; whoever only opens a practice does not wait for it.
"""
