"""What is due, what is planned, what is out of service, and the figures of a period."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from clinicmgr.equipment.records.assets import Asset
from clinicmgr.equipment.records.plans import Plan
from clinicmgr.kernel.i18n import N_, _


class DueKind(StrEnum):
    """Why something is on the list of what is due, the most pressing first."""

    OUT_OF_LIMITS = "out_of_limits"
    OUT_OF_SERVICE = "out_of_service"
    OVERDUE = "overdue"
    MISSING_READING = "missing_reading"
    FAULT = "fault"
    DUE_SOON = "due_soon"
    WARRANTY = "warranty"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(_DUE_LABELS[self])


_DUE_LABELS = {
    DueKind.OUT_OF_LIMITS: N_("Out of limits"),
    DueKind.OUT_OF_SERVICE: N_("Out of service"),
    DueKind.OVERDUE: N_("Overdue"),
    DueKind.MISSING_READING: N_("Not read"),
    DueKind.FAULT: N_("Open work"),
    DueKind.DUE_SOON: N_("Due soon"),
    DueKind.WARRANTY: N_("Warranty ends"),
}


@dataclass(frozen=True, slots=True)
class DueItem:
    """Something that asks for attention, said in a sentence, with the record it is about."""

    kind: DueKind
    asset_id: int
    day: date
    sentence: str
    plan_id: int | None = None
    work_id: int | None = None
    point_id: int | None = None

    @property
    def id(self) -> tuple[str, int, int | None, int | None, int | None]:
        """What tells it from the others of one list."""
        return self.kind.value, self.asset_id, self.plan_id, self.work_id, self.point_id


@dataclass(frozen=True, slots=True)
class Upcoming:
    """A plan that is due on a day; `is_projected` when work before it is still to be done."""

    plan: Plan
    asset: Asset
    day: date
    is_projected: bool = False


@dataclass(frozen=True, slots=True)
class OutOfService:
    """An asset that cannot be used in its room from `first` to `last` (None: nobody knows yet)."""

    room_id: int | None
    asset: Asset
    first: date
    last: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of a period; minutes and cents are those of the work closed in it, as amended.

    Planned work is counted in the period in which it was due; it is on time if it was done on its
    due day or before. Work that is still open counts once its due day has passed.
    """

    planned_due: int
    planned_on_time: int
    closed: int
    labor_minutes: int
    cost_cents: int
    downtime_minutes: int
    days_out_of_service: int
    readings_expected: int
    readings_missing: int
    readings_taken: int
    readings_out_of_limits: int

    @property
    def on_time(self) -> Decimal | None:
        """The share of planned work done on time; None where nothing was due."""
        if not self.planned_due:
            return None
        return Decimal(self.planned_on_time) / self.planned_due
