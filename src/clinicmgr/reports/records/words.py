"""The manager's own words to a section of the monthly report, and the sections there are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.access import Right
from clinicmgr.kernel.i18n import N_, _

EDIT_WORDS = Right("reports.words", N_("Write the words of the monthly report"))

RIGHTS = (EDIT_WORDS,)


class Section(StrEnum):
    """A section of the monthly report, in the order of the report."""

    SUMMARY = "summary"
    STAFFING = "staffing"
    COVERAGE = "coverage"
    LEAVE = "leave"
    CREDENTIALS = "credentials"
    ACTIVITY = "activity"
    UTILIZATION = "utilization"
    MONEY = "money"
    RATES = "rates"
    EQUIPMENT = "equipment"
    OUTLOOK = "outlook"

    @property
    def label(self) -> str:
        """The heading a person sees."""
        return _(SECTION_LABELS[self])


SECTION_LABELS = {
    Section.SUMMARY: N_("At a glance"),
    Section.STAFFING: N_("Staffing"),
    Section.COVERAGE: N_("Coverage of demand"),
    Section.LEAVE: N_("Leave"),
    Section.CREDENTIALS: N_("Credentials"),
    Section.ACTIVITY: N_("Services and activity"),
    Section.UTILIZATION: N_("Utilization"),
    Section.MONEY: N_("Money against budget"),
    Section.RATES: N_("Changes of prices"),
    Section.EQUIPMENT: N_("Equipment"),
    Section.OUTLOOK: N_("The next 90 days"),
}


@dataclass(frozen=True, slots=True)
class Words:
    """What the manager wrote to one section of one month (its first day)."""

    id: int
    month: date
    section: Section
    text: str
