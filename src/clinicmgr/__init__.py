"""ClinicMgr: the office manager's own program for a small clinic, on one PC and offline.

The words the program is made of: a *record* is what the manager keeps; a *rule* says what is
allowed; a *table* keeps records; a *service* is the only place that writes them, inside a named
*change* that the database itself remembers; a *page* shows them and asks services; a *document*
is what gets printed; a *job* is long work that can be cancelled.

The domains are `places`, `staff`, `schedule` and `reports`. What they stand on, and what knows no
clinic words, is `kernel`, `exchange`, `paper` and `qtkit`. `clinic` puts a practice together;
`desktop` and `cli` are the two front doors.
"""

__version__ = "0.1.0"
