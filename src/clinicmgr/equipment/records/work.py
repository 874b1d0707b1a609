"""Work on assets: reported or planned, in progress, closed, and amended after that."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clinicmgr.equipment.records.plans import WorkKind
from clinicmgr.kernel.i18n import N_, _


class Stage(StrEnum):
    """How far a work order has come."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(_STAGE_LABELS[self])


_STAGE_LABELS = {
    Stage.OPEN: N_("Open"),
    Stage.IN_PROGRESS: N_("In progress"),
    Stage.CLOSED: N_("Closed"),
}


class CheckResult(StrEnum):
    """What came out of one step of a checklist."""

    OK = "ok"
    NOT_OK = "not_ok"
    SKIPPED = "skipped"

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(CHECK_LABELS[self])


CHECK_LABELS = {
    CheckResult.OK: N_("OK"),
    CheckResult.NOT_OK: N_("Not OK"),
    CheckResult.SKIPPED: N_("Does not apply"),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One step of the checklist as it was answered."""

    step: str
    result: CheckResult = CheckResult.OK
    note: str = ""


@dataclass(frozen=True, slots=True)
class WorkDraft:
    """What can be said of open work: what, who, and until when."""

    title: str
    kind: WorkKind = WorkKind.REPAIR
    due: date | None = None
    member_id: int | None = None
    vendor: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """What is written when work is done: on which day, by whom, and what it took.

    Durations are minutes, `cost_cents` is what parts and vendors cost. `back_in_service` ends the
    outage of the asset on that day.
    """

    day: date
    done_by: str = ""
    labor_minutes: int = 0
    cost_cents: int = 0
    downtime_minutes: int = 0
    notes: str = ""
    checks: tuple[Check, ...] = ()
    back_in_service: bool = False


@dataclass(frozen=True, slots=True)
class AmendmentDraft:
    """What is added to closed work: why, and the figures that were wrong (None: they stand)."""

    note: str
    labor_minutes: int | None = None
    cost_cents: int | None = None
    downtime_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Amendment(AmendmentDraft):
    """An addition to closed work, with the day and the person."""

    id: int = 0
    day: date = date.min
    who: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """One job on one asset. Once it is closed it is never changed, only amended."""

    id: int
    asset_id: int
    plan_id: int | None
    kind: WorkKind
    title: str
    reported: date
    due: date | None
    member_id: int | None
    vendor: str
    started: date | None
    closing: Closing | None = None
    amendments: tuple[Amendment, ...] = ()

    @property
    def stage(self) -> Stage:
        """How far it has come."""
        if self.closing is not None:
            return Stage.CLOSED
        return Stage.OPEN if self.started is None else Stage.IN_PROGRESS

    @property
    def number(self) -> str:
        """What it is called in talk and on paper: "WO 41"."""
        return _("WO {id}").format(id=self.id)

    @property
    def labor_minutes(self) -> int:
        """The minutes of labor, as amended."""
        return self._amended("labor_minutes")

    @property
    def cost_cents(self) -> int:
        """What it cost, as amended."""
        return self._amended("cost_cents")

    @property
    def downtime_minutes(self) -> int:
        """The minutes the asset could not be used, as amended."""
        return self._amended("downtime_minutes")

    def draft(self) -> WorkDraft:
        """What can be changed while it is open."""
        return WorkDraft(self.title, self.kind, self.due, self.member_id, self.vendor)

    def _amended(self, name: str) -> int:
        corrected = [getattr(each, name) for each in self.amendments]
        known = [value for value in corrected if value is not None]
        return known[-1] if known else getattr(self.closing, name, 0)
