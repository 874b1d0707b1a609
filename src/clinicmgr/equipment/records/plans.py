"""Maintenance plans: what is due on an asset, and how often."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.kernel.i18n import N_, _, ngettext


class Unit(StrEnum):
    """What a plan counts in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(UNIT_LABELS[self])

    def every(self, count: int) -> str:
        """Say how often: "every 3 months", "every year"."""
        if count == 1:
            return _(_EVERY_ONE[self])
        one, many = _EVERY[self]
        return ngettext(one, many, count).format(count=count)


UNIT_LABELS = {
    Unit.DAYS: N_("Days"),
    Unit.WEEKS: N_("Weeks"),
    Unit.MONTHS: N_("Months"),
    Unit.YEARS: N_("Years"),
}
_EVERY_ONE = {
    Unit.DAYS: N_("every day"),
    Unit.WEEKS: N_("every week"),
    Unit.MONTHS: N_("every month"),
    Unit.YEARS: N_("every year"),
}
_EVERY = {
    Unit.DAYS: (N_("every {count} day"), N_("every {count} days")),
    Unit.WEEKS: (N_("every {count} week"), N_("every {count} weeks")),
    Unit.MONTHS: (N_("every {count} month"), N_("every {count} months")),
    Unit.YEARS: (N_("every {count} year"), N_("every {count} years")),
}


class Basis(StrEnum):
    """What the next time is counted from."""

    CALENDAR = "calendar"
    COMPLETION = "completion"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(BASIS_LABELS[self])


BASIS_LABELS = {
    Basis.CALENDAR: N_("Fixed days of the calendar"),
    Basis.COMPLETION: N_("The day it was last done"),
}


class WorkKind(StrEnum):
    """What sort of work it is."""

    MAINTENANCE = "maintenance"
    CALIBRATION = "calibration"
    INSPECTION = "inspection"
    REPAIR = "repair"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(WORK_KIND_LABELS[self])


WORK_KIND_LABELS = {
    WorkKind.MAINTENANCE: N_("Maintenance"),
    WorkKind.CALIBRATION: N_("Calibration"),
    WorkKind.INSPECTION: N_("Inspection"),
    WorkKind.REPAIR: N_("Repair"),
}


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as entered: due for the first time on `first_due`, then every so often.

    `ended` is the first day on which nothing is due any more; it is done by a staff member
    (`member_id`) or by somebody from outside (`vendor`).
    """

    asset_id: int
    title: str
    first_due: date
    every: int = 1
    unit: Unit = Unit.YEARS
    basis: Basis = Basis.CALENDAR
    kind: WorkKind = WorkKind.MAINTENANCE
    lead_days: int = 14
    member_id: int | None = None
    vendor: str = ""
    checklist: tuple[str, ...] = ()
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class Plan(PlanDraft):
    """What is due on an asset, again and again."""

    id: int = 0

    @property
    def rhythm(self) -> str:
        """How often: "every 3 months"."""
        return self.unit.every(self.every)

    def draft(self) -> PlanDraft:
        """The same plan as a draft."""
        return PlanDraft(
            asset_id=self.asset_id,
            title=self.title,
            first_due=self.first_due,
            every=self.every,
            unit=self.unit,
            basis=self.basis,
            kind=self.kind,
            lead_days=self.lead_days,
            member_id=self.member_id,
            vendor=self.vendor,
            checklist=self.checklist,
            ended=self.ended,
        )


@dataclass(frozen=True, slots=True)
class Done:
    """One completion of a plan: the day it was due, and the day it was done."""

    due: date
    day: date
