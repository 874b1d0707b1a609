"""What documents are made from; `Clinic` has it all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from clinicmgr.activity.service import Activity
    from clinicmgr.equipment.service import Equipment
    from clinicmgr.finance.service import Finance
    from clinicmgr.hours.service import Hours
    from clinicmgr.kernel.clock import Clock
    from clinicmgr.kernel.settings import Settings
    from clinicmgr.places.service import Places
    from clinicmgr.rates.service import Rates
    from clinicmgr.reports.service import Reports
    from clinicmgr.schedule.service import Schedule
    from clinicmgr.staff.service import Staff
    from clinicmgr.today.service import Today


class Sources(Protocol):
    """The services of an open practice."""

    @property
    def places(self) -> Places:
        """The sites and rooms."""
        ...

    @property
    def staff(self) -> Staff:
        """The people."""
        ...

    @property
    def equipment(self) -> Equipment:
        """The assets, their plans, work and readings."""
        ...

    @property
    def schedule(self) -> Schedule:
        """The roster."""
        ...

    @property
    def rates(self) -> Rates:
        """The prices."""
        ...

    @property
    def hours(self) -> Hours:
        """What was really worked."""
        ...

    @property
    def activity(self) -> Activity:
        """What was done."""
        ...

    @property
    def finance(self) -> Finance:
        """What was planned, earned and spent."""
        ...

    @property
    def today(self) -> Today:
        """Who is in, and what is due."""
        ...

    @property
    def reports(self) -> Reports:
        """The monthly report, and the manager's words to it."""
        ...

    @property
    def settings(self) -> Settings:
        """The practice's settings."""
        ...

    @property
    def clock(self) -> Clock:
        """What time it is."""
        ...
