"""The services whose figures a report brings together."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # each is made when the first figure of it is asked for
    from clinicmgr.activity.service import Activity
    from clinicmgr.equipment.service import Equipment
    from clinicmgr.finance.service import Finance
    from clinicmgr.kernel.settings import Settings
    from clinicmgr.places.service import Places
    from clinicmgr.rates.service import Rates
    from clinicmgr.schedule.service import Schedule
    from clinicmgr.staff.service import Staff


class Sources(Protocol):
    """Has every service that a report asks; `Clinic` does."""

    @property
    def staff(self) -> "Staff":
        """The people."""
        ...

    @property
    def places(self) -> "Places":
        """The sites and rooms."""
        ...

    @property
    def schedule(self) -> "Schedule":
        """The roster."""
        ...

    @property
    def equipment(self) -> "Equipment":
        """The assets, their plans, work and readings."""
        ...

    @property
    def rates(self) -> "Rates":
        """The prices."""
        ...

    @property
    def activity(self) -> "Activity":
        """What was done."""
        ...

    @property
    def finance(self) -> "Finance":
        """What was planned, earned and spent."""
        ...

    @property
    def settings(self) -> "Settings":
        """The practice's settings."""
        ...
