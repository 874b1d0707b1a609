"""The front door without a window: the same services, for scripts, scheduled backups and tests.

Answers go to stdout, as text or (with --json) as one JSON document; messages and progress go to
stderr. Exit codes: 0 done, 1 understood and refused or problems found, 2 usage.
"""

from clinicmgr.cli.main import main

__all__ = ["main"]
