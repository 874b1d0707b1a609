"""The figures of one period, each section read when it is first asked for."""

from datetime import date
from functools import cached_property

from clinicmgr.reports.records import (
    ActivityFigures,
    Coverage,
    CredentialFigures,
    EquipmentFigures,
    LeaveFigures,
    MoneyFigures,
    Outlook,
    Periods,
    RateFigures,
    Staffing,
    UseFigures,
)
from clinicmgr.reports.service import business, doing, people
from clinicmgr.reports.service.sources import Sources


class Pack:
    """All figures of a period; each service is asked once, whatever is printed of it."""

    def __init__(self, sources: Sources, periods: Periods, today: date) -> None:
        self.periods, self.today, self._sources = periods, today, sources

    @cached_property
    def staffing(self) -> Staffing:
        """Hours, and who came and went."""
        return people.staffing(self._sources, self.periods)

    @cached_property
    def coverage(self) -> Coverage:
        """How demand was met."""
        return people.coverage(self._sources, self.periods)

    @cached_property
    def leave(self) -> LeaveFigures:
        """Who was off."""
        return people.leave(self._sources, self.periods)

    @cached_property
    def credentials(self) -> CredentialFigures:
        """Who may not work as required, as of the last day."""
        return people.credentials(self._sources, self.periods.span.last)

    @cached_property
    def activity(self) -> ActivityFigures:
        """What was done."""
        return doing.activity(self._sources, self.periods)

    @cached_property
    def use(self) -> UseFigures:
        """How far people, rooms and assets were used."""
        return doing.use(self._sources, self.periods)

    @cached_property
    def money(self) -> MoneyFigures | None:
        """Budget against actual, None for who may not see it."""
        return doing.money(self._sources, self.periods, self.today)

    @cached_property
    def rates(self) -> RateFigures:
        """Prices that began."""
        return business.rates(self._sources, self.periods)

    @cached_property
    def equipment(self) -> EquipmentFigures:
        """Work on equipment, and what could not be used."""
        return business.equipment(self._sources, self.periods, self.today)

    @cached_property
    def outlook(self) -> Outlook:
        """What comes in the 90 days after the period."""
        return business.outlook(self._sources, self.credentials, self.periods.span.last)
