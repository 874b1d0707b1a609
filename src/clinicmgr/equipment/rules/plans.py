"""What makes a maintenance plan acceptable."""

from collections.abc import Collection
from dataclasses import replace

from clinicmgr.equipment.records import Asset, Basis, PlanDraft, Unit, WorkKind
from clinicmgr.equipment.rules.assets import after_purchase
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.staff.rules.words import check_day, name_given

MOST_EVERY = {Unit.DAYS: 3660, Unit.WEEKS: 520, Unit.MONTHS: 120, Unit.YEARS: 20}
MOST_LEAD_DAYS = 366
MOST_STEPS = 60


def tidy_plan(draft: PlanDraft, asset: Asset, members: Collection[int]) -> PlanDraft:
    """Return the plan without blank steps; UserError where it cannot be carried out."""
    name_given(draft.title, _("plan"), field="title")
    unit = Unit(draft.unit)
    if not 1 <= draft.every <= MOST_EVERY[unit]:
        raise UserError(
            _("A plan is due every 1 to {most} {unit}.").format(
                most=MOST_EVERY[unit], unit=unit.label.lower()
            ),
            field="every",
        )
    after_purchase(draft.first_due, asset, field="first_due")
    check_day(draft.ended, field="ended")
    if not 0 <= draft.lead_days <= MOST_LEAD_DAYS:
        raise UserError(
            _("Remind between 0 and {most} days ahead.").format(most=MOST_LEAD_DAYS),
            field="lead_days",
        )
    if draft.member_id is not None and draft.member_id not in members:
        raise UserError(_("Choose somebody who is on record."), field="member_id")
    steps = tuple(" ".join(step.split()) for step in draft.checklist if step.strip())
    if len(steps) > MOST_STEPS:
        raise UserError(
            _("A checklist has at most {most} steps.").format(most=MOST_STEPS), field="checklist"
        )
    return replace(
        draft,
        title=" ".join(draft.title.split()),
        unit=unit,
        basis=Basis(draft.basis),
        kind=WorkKind(draft.kind),
        checklist=steps,
    )
