"""An open practice and what stands around it: what the pages are made from."""

from __future__ import annotations

from dataclasses import dataclass

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.safekeeping import Safekeeper
from clinicmgr.desktop.this_pc import ThisPc
from clinicmgr.qtkit.desk import Desk


@dataclass(frozen=True, slots=True)
class Opened:
    """Handed to the functions in `pages`, which give each page only what it needs of it."""

    clinic: Clinic
    desk: Desk
    pc: ThisPc
    keeper: Safekeeper
