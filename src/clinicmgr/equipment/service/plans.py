"""Keeping maintenance plans, and asking when each is due next."""

from datetime import date

from sqlalchemy import func, select

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import (
    EDIT_EQUIPMENT,
    Basis,
    Done,
    Plan,
    PlanDraft,
    Unit,
    WorkKind,
)
from clinicmgr.equipment.service.assets import Assets
from clinicmgr.equipment.tables import PlanRow, WorkRow
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.rows import added, existing, overwrite, unless_used
from clinicmgr.staff.service import Staff


class Plans:
    """What is due on each asset."""

    def __init__(self, journal: Journal, assets: Assets, staff: Staff) -> None:
        self._journal = journal
        self._assets = assets
        self._staff = staff

    def all(self, asset_id: int | None = None) -> list[Plan]:
        """Return all plans, or those of one asset, in the order they were made."""
        wanted = select(PlanRow).order_by(PlanRow.id)
        if asset_id is not None:
            wanted = wanted.where(PlanRow.asset_id == asset_id)
        with self._journal.read() as db:
            return [_record(row) for row in db.scalars(wanted)]

    def one(self, plan_id: int) -> Plan:
        """Return one plan; UserError where there is none."""
        with self._journal.read() as db:
            return _record(existing(db, PlanRow, plan_id))

    def add(self, draft: PlanDraft) -> int:
        """Add a plan; return its id."""
        tidy, title = self._checked(draft, _("Add plan “{title}” of {asset}"))
        with self._journal.change(title, EDIT_EQUIPMENT) as db:
            return added(db, PlanRow(**_columns(tidy)))

    def change(self, plan_id: int, draft: PlanDraft) -> None:
        """Give a plan another rhythm, other steps or somebody else to do it."""
        if self.one(plan_id).asset_id != draft.asset_id:
            raise UserError(_("A plan stays with its asset; make a new one for the other."))
        tidy, title = self._checked(draft, _("Change plan “{title}” of {asset}"))
        with self._journal.change(title, EDIT_EQUIPMENT) as db:
            overwrite(existing(db, PlanRow, plan_id), _columns(tidy))

    def remove(self, plan_id: int) -> None:
        """Remove a plan by which nothing was done yet."""
        plan = self.one(plan_id)
        sentence = _("“{title}” has work on record; end the plan instead of removing it.")
        title = _("Remove plan “{title}”").format(title=plan.title)
        with (
            unless_used(sentence.format(title=plan.title)),
            self._journal.change(title, EDIT_EQUIPMENT) as db,
        ):
            db.delete(existing(db, PlanRow, plan_id))

    def next_days(self, asset_id: int | None = None) -> dict[int, date]:
        """Return the day each plan is due next by plan id; ended ones are not in it."""
        history = self.last_done(asset_id)
        days = {
            plan.id: rules.next_due(plan, history.get(plan.id, ())) for plan in self.all(asset_id)
        }
        return {plan_id: day for plan_id, day in days.items() if day is not None}

    def last_done(self, asset_id: int | None = None) -> dict[int, tuple[Done]]:
        """Return what of each plan's history decides on its next day."""
        last = (
            select(WorkRow.plan_id, func.max(WorkRow.due), func.max(WorkRow.closed_on))
            .where(WorkRow.plan_id.is_not(None), WorkRow.closed_on.is_not(None))
            .group_by(WorkRow.plan_id)
        )
        if asset_id is not None:
            last = last.where(WorkRow.asset_id == asset_id)
        with self._journal.read() as db:
            return {
                plan_id: (Done(due or day, day),)
                for plan_id, due, day in db.execute(last)
                if plan_id is not None and day is not None
            }

    def _checked(self, draft: PlanDraft, words: str) -> tuple[PlanDraft, str]:
        asset = self._assets.one(draft.asset_id)
        tidy = rules.tidy_plan(draft, asset, {each.id for each in self._staff.members()})
        return tidy, words.format(title=tidy.title, asset=asset.title)


def _record(row: PlanRow) -> Plan:
    return Plan(
        id=row.id,
        asset_id=row.asset_id,
        title=row.title,
        first_due=row.first_due,
        every=row.every,
        unit=Unit(row.unit),
        basis=Basis(row.basis),
        kind=WorkKind(row.kind),
        lead_days=row.lead_days,
        member_id=row.member_id,
        vendor=row.vendor,
        checklist=tuple(row.checklist.splitlines()),
        ended=row.ended,
    )


def _columns(draft: PlanDraft) -> dict[str, object]:
    return {
        "asset_id": draft.asset_id,
        "title": draft.title,
        "first_due": draft.first_due,
        "every": draft.every,
        "unit": draft.unit.value,
        "basis": draft.basis.value,
        "kind": draft.kind.value,
        "lead_days": draft.lead_days,
        "member_id": draft.member_id,
        "vendor": " ".join(draft.vendor.split()),
        "checklist": "\n".join(draft.checklist),
        "ended": draft.ended,
    }
