"""Putting work into the log, whose entries are only ever amended."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    LOG_WORK,
    AmendmentDraft,
    Asset,
    Closing,
    Done,
    Plan,
    Work,
    WorkDraft,
    WorkKind,
)
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.service.gathering import gathered
from clinicmgr.equipment.service.outages import Outages
from clinicmgr.equipment.service.plans import Plans
from clinicmgr.equipment.service.work import WorkBook, blank_work, new_work
from clinicmgr.equipment.tables import AmendmentRow, CheckRow, WorkRow
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added
from clinicmgr.staff.records.days import day_text

Job = tuple[int, Closing]


class LogBook:
    """What was done: closing work and adding to what is closed."""

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        work: WorkBook,
        assets: Assets,
        outages: Outages,
        plans: Plans,
    ) -> None:
        self._journal, self._clock = journal, clock
        self._work, self._assets = work, assets
        self._outages, self._plans = outages, plans

    def close(self, work_id: int, closing: Closing) -> int | None:
        """Put work into the log; return the id of the repair that a failed step has opened."""
        work = self._work.one(work_id)
        rules.check_open(work)
        asset = self._assets.one(work.asset_id)
        steps = self._plans.one(work.plan_id).checklist if work.plan_id is not None else ()
        tidy = rules.tidy_closing(closing, work, asset, steps, self._clock.today())
        title = _("Close {number}: {words} of {asset}").format(
            number=work.number, words=work.title, asset=asset.title
        )
        with self._journal.change(title, LOG_WORK) as db:
            row = db.get_one(WorkRow, work_id)
            _write(db, [(row, tidy)])
            return self._follow_up(db, asset, tidy)

    def complete(self, jobs: Sequence[Job], title: str | None = None) -> list[int]:
        """Log what plans ask for next as done, in one change; return the ids of the work.

        The same plan may come several times, the earlier completion first.
        """
        with self._journal.read() as db:
            waiting = {
                work.plan_id: work
                for work in gathered(db, select(WorkRow).where(WorkRow.closed_on.is_(None)))
            }
        assets = {each.id: each for each in self._assets.all()}
        plans = {each.id: each for each in self._plans.all()}
        history = self._plans.last_done()
        rows: list[tuple[WorkRow | int, Asset, Closing]] = []
        for plan_id, closing in jobs:
            plan = plans.get(plan_id) or self._plans.one(plan_id)
            asset, known = assets[plan.asset_id], waiting.pop(plan_id, None)
            work = known or self._next_work(plan, history.get(plan_id, ()), closing)
            tidy = rules.tidy_closing(closing, work, asset, plan.checklist, self._clock.today())
            history[plan_id] = (Done(work.due or tidy.day, tidy.day),)
            row = blank_work(asset.id, plan_id, work.draft(), work.reported)
            rows.append((known.id if known else row, asset, tidy))
        with self._journal.change(title or _title(jobs, plans, assets), LOG_WORK) as db:
            new = [row for row, _asset, _closing in rows if isinstance(row, WorkRow)]
            db.add_all(new)
            db.flush()
            written = [
                (row if isinstance(row, WorkRow) else db.get_one(WorkRow, row), closing)
                for row, _asset, closing in rows
            ]
            _write(db, written)
            for _row, asset, closing in rows:
                self._follow_up(db, asset, closing)
            return [row.id for row, _closing in written]

    def amend(self, work_id: int, draft: AmendmentDraft) -> int:
        """Add to closed work; what was written stays. Returns the id of the amendment."""
        work = self._work.one(work_id)
        if work.closing is None:
            raise UserError(_("{number} is still open; change it.").format(number=work.number))
        tidy = rules.tidy_amendment(draft)
        title = _("Amend {number}: {words}").format(number=work.number, words=work.title)
        with self._journal.change(title, LOG_WORK) as db:
            row = AmendmentRow(
                work_id=work_id,
                closed_on=work.closing.day,
                day=self._clock.today(),
                who=self._journal.actor.name,
                note=tidy.note,
                labor_minutes=tidy.labor_minutes,
                cost_cents=tidy.cost_cents,
                downtime_minutes=tidy.downtime_minutes,
            )
            return added(db, row)

    def _next_work(self, plan: Plan, history: Iterable[Done], closing: Closing) -> Work:
        """Return the work a plan asks for next, as if it had been opened that day."""
        due = rules.next_due(plan, history)
        if due is None:
            raise UserError(_("The plan “{title}” has ended.").format(title=plan.title))
        reported = min(closing.day, self._clock.today())
        return Work(
            id=0,
            asset_id=plan.asset_id,
            plan_id=plan.id,
            kind=plan.kind,
            title=plan.title,
            reported=reported,
            due=due,
            member_id=plan.member_id,
            vendor=plan.vendor,
            started=None,
        )

    def _follow_up(self, db: Session, asset: Asset, closing: Closing) -> int | None:
        """Bring the asset back, and open a repair for the steps that were not in order."""
        if closing.back_in_service and self._outages.is_out(asset.id, closing.day):
            self._outages.bring_back(asset.id, closing.day)
        bad = rules.failed(closing.checks)
        if not bad:
            return None
        words = "; ".join(
            f"{check.step} ({check.note})" if check.note else check.step for check in bad
        )
        title = _("Not OK on {day}: {steps}").format(day=day_text(closing.day), steps=words)
        draft = WorkDraft(title[: rules.LONGEST_TITLE], WorkKind.REPAIR)
        return new_work(db, asset.id, draft, self._clock.today())


def _title(jobs: Sequence[Job], plans: dict[int, Plan], assets: dict[int, Asset]) -> str:
    if len(jobs) == 1:
        plan = plans[jobs[0][0]]
        return _("Log “{title}” of {asset}").format(
            title=plan.title, asset=assets[plan.asset_id].title
        )
    return ngettext("Log {count} job", "Log {count} jobs", len(jobs)).format(count=len(jobs))


def _write(db: Session, closings: Iterable[tuple[WorkRow, Closing]]) -> None:
    """Write the answered steps first, for nothing is added to closed work, then close it."""
    pairs = list(closings)
    db.add_all(
        CheckRow(
            work_id=row.id,
            rank=rank,
            step=check.step,
            result=check.result.value,
            note=check.note.strip(),
        )
        for row, closing in pairs
        for rank, check in enumerate(closing.checks)
    )
    db.flush()
    for row, closing in pairs:
        row.closed_on = closing.day
        row.done_by = closing.done_by
        row.labor_minutes = closing.labor_minutes
        row.cost_cents = closing.cost_cents
        row.downtime_minutes = closing.downtime_minutes
        row.notes = closing.notes
    db.flush()
