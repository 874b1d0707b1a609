"""Work on assets, reported or planned, until it is closed."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    EDIT_EQUIPMENT,
    LOG_WORK,
    Asset,
    OutageDraft,
    Work,
    WorkDraft,
)
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.service.gathering import gathered
from clinicmgr.equipment.service.outages import Outages, forget_work
from clinicmgr.equipment.service.plans import Plans
from clinicmgr.equipment.tables import ReadingRow, WorkRow
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite


class WorkBook:
    """All work on all assets: what is open, and the log of what is closed."""

    def __init__(
        self, journal: Journal, clock: Clock, assets: Assets, outages: Outages, plans: Plans
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._assets = assets
        self._outages = outages
        self._plans = plans

    # Questions

    def open(self, asset_id: int | None = None) -> list[Work]:
        """Return open work, of one asset if given, the oldest first."""
        wanted = select(WorkRow).where(WorkRow.closed_on.is_(None))
        if asset_id is not None:
            wanted = wanted.where(WorkRow.asset_id == asset_id)
        with self._journal.read() as db:
            return gathered(db, wanted.order_by(WorkRow.reported, WorkRow.id))

    def log(self, first: date | None, last: date | None, asset_id: int | None = None) -> list[Work]:
        """Return work closed from `first` to `last`, in the order it was done."""
        wanted = select(WorkRow).where(WorkRow.closed_on.is_not(None))
        if first is not None:
            wanted = wanted.where(WorkRow.closed_on >= first)
        if last is not None:
            wanted = wanted.where(WorkRow.closed_on <= last)
        if asset_id is not None:
            wanted = wanted.where(WorkRow.asset_id == asset_id)
        with self._journal.read() as db:
            return gathered(db, wanted.order_by(WorkRow.closed_on, WorkRow.id))

    def planned(self, first: date, last: date) -> list[Work]:
        """Return closed work by plan that was due from `first` to `last`."""
        wanted = select(WorkRow).where(
            WorkRow.closed_on.is_not(None),
            WorkRow.plan_id.is_not(None),
            WorkRow.due >= first,
            WorkRow.due <= last,
        )
        with self._journal.read() as db:
            return gathered(db, wanted.order_by(WorkRow.due, WorkRow.id))

    def one(self, work_id: int) -> Work:
        """Return one piece of work; UserError where there is none."""
        with self._journal.read() as db:
            existing(db, WorkRow, work_id)
            return gathered(db, select(WorkRow).where(WorkRow.id == work_id))[0]

    # Open work

    def report(self, asset_id: int, draft: WorkDraft, *, out_of_service: bool = False) -> int:
        """Report what is wrong or to be done; return the id of the work.

        With `out_of_service` the asset is out of service from today until the work is closed.
        """
        asset = self._assets.one(asset_id)
        tidy, today = rules.tidy_work(draft, asset), self._clock.today()
        title = _("Report {asset}: {words}").format(asset=asset.title, words=tidy.title)
        with self._journal.change(title, LOG_WORK) as db:
            work_id = added(db, blank_work(asset_id, None, tidy, today))
            if out_of_service and not self._outages.is_out(asset_id, today):
                self._outages.take_out(OutageDraft(asset_id, today, tidy.title), work_id)
            return work_id

    def open_planned(self, plan_id: int) -> int:
        """Open the work that a plan asks for next, if it is not open already; return its id."""
        plan = self._plans.one(plan_id)
        waiting = [each for each in self.open(plan.asset_id) if each.plan_id == plan_id]
        if waiting:
            return waiting[0].id
        due = self._plans.next_days(plan.asset_id).get(plan_id)
        if due is None:
            raise UserError(_("The plan “{title}” has ended.").format(title=plan.title))
        asset = self._assets.one(plan.asset_id)
        draft = WorkDraft(plan.title, plan.kind, due, plan.member_id, plan.vendor)
        title = _("Open “{title}” of {asset}").format(title=plan.title, asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            return added(db, blank_work(plan.asset_id, plan_id, draft, self._clock.today()))

    def change(self, work_id: int, draft: WorkDraft) -> None:
        """Give open work other words, another day or somebody else to do it."""
        work, asset = self._open_work(work_id)
        tidy = rules.tidy_work(draft, asset)
        if work.plan_id is not None and tidy.due != work.due:
            raise UserError(_("The plan says when it is due; change the plan."), field="due")
        title = _("Change {number} on {asset}").format(number=work.number, asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            overwrite(existing(db, WorkRow, work_id), _draft_columns(tidy))

    def start(self, work_id: int) -> None:
        """Note that the work has begun today."""
        work, asset = self._open_work(work_id)
        title = _("Start {number} on {asset}").format(number=work.number, asset=asset.title)
        with self._journal.change(title, LOG_WORK) as db:
            existing(db, WorkRow, work_id).started = self._clock.today()

    def remove(self, work_id: int) -> None:
        """Remove open work that was reported by mistake."""
        work, asset = self._open_work(work_id)
        title = _("Remove {number} on {asset}").format(number=work.number, asset=asset.title)
        with self._journal.change(title, EDIT_EQUIPMENT) as db:
            forget_work(db, work_id)
            for row in db.scalars(select(ReadingRow).where(ReadingRow.work_id == work_id)):
                row.work_id = None
            db.flush()
            db.delete(existing(db, WorkRow, work_id))

    def _open_work(self, work_id: int) -> tuple[Work, Asset]:
        work = self.one(work_id)
        rules.check_open(work)
        return work, self._assets.one(work.asset_id)


def new_work(db: Session, asset_id: int, draft: WorkDraft, reported: date) -> int:
    """Write open work that belongs to no plan, within a change; return its id."""
    return added(db, blank_work(asset_id, None, draft, reported))


def blank_work(asset_id: int, plan_id: int | None, draft: WorkDraft, reported: date) -> WorkRow:
    """Return the row of open work, not yet written."""
    return WorkRow(
        **_draft_columns(draft),
        asset_id=asset_id,
        plan_id=plan_id,
        reported=reported,
        started=None,
        closed_on=None,
        done_by="",
        labor_minutes=0,
        cost_cents=0,
        downtime_minutes=0,
        notes="",
    )


def _draft_columns(draft: WorkDraft) -> dict[str, object]:
    return {
        "title": draft.title,
        "kind": draft.kind.value,
        "due": draft.due,
        "member_id": draft.member_id,
        "vendor": draft.vendor,
    }
