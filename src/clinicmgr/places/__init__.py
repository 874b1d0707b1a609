"""Places: the sites of the practice and the rooms within them.

A site is a location with an address. A room is a place within a site where one shift (or as many
as its capacity) can work at a time. Shifts name a room, assets stand in one, demand names a site.
"""
