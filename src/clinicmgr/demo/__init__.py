"""Lakeside Family Practice: a made-up clinic to try the program with.

24 people, 2 sites, 9 rooms, three years of rosters and leave, made through the services like any
practice. All days are counted from the day it is built for, so that it is alive on any date and
the same for the same day. Each module adds its part in a file of its own, listed in `PARTS`.
"""

from clinicmgr.demo.build import build

__all__ = ["build"]
