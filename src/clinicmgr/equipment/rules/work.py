"""What makes a report, a closing and an amendment acceptable."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from clinicmgr.equipment.records import (
    AmendmentDraft,
    Asset,
    Check,
    CheckResult,
    Closing,
    Work,
    WorkDraft,
    WorkKind,
)
from clinicmgr.equipment.rules.assets import after_purchase
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import LARGEST
from clinicmgr.staff.records.days import day_text
from clinicmgr.staff.rules.words import check_day

LONGEST_TITLE = 200
MOST_MINUTES = {"labor_minutes": 60_000, "downtime_minutes": 5_270_400}  # 1,000 h; ten years


def tidy_work(draft: WorkDraft, asset: Asset) -> WorkDraft:
    """Return the work with single spaces; UserError where nobody would know what to do."""
    title = " ".join(draft.title.split())
    if not title:
        raise UserError(_("Say in a few words what is wrong or to be done."), field="title")
    if len(title) > LONGEST_TITLE:
        raise UserError(
            _("One line of at most {count} letters is enough here; notes follow later.").format(
                count=LONGEST_TITLE
            ),
            field="title",
        )
    if draft.due is not None:
        after_purchase(draft.due, asset, field="due")
    return replace(draft, title=title, kind=WorkKind(draft.kind), vendor=draft.vendor.strip())


def check_open(work: Work) -> None:
    """Refuse any change of closed work, which is the log."""
    if work.closing is not None:
        raise UserError(
            _(
                "{number} was closed on {day} and is part of the log, which is never changed. "
                "Add an amendment instead."
            ).format(number=work.number, day=day_text(work.closing.day))
        )


def tidy_closing(
    closing: Closing, work: Work, asset: Asset, steps: Sequence[str], today: date
) -> Closing:
    """Return the closing as it goes into the log; UserError where it cannot be so."""
    _check_done_on(closing.day, work, asset, today)
    if not closing.done_by.strip():
        raise UserError(_("Say who did the work."), field="done_by")
    for field in MOST_MINUTES:
        _check_minutes(getattr(closing, field), field)
    _check_cost(closing.cost_cents)
    answered = {check.step for check in closing.checks}
    open_steps = [step for step in steps if step not in answered]
    if open_steps:
        raise UserError(
            _("Answer every step of the checklist; “{step}” is still open.").format(
                step=open_steps[0]
            ),
            field="checks",
        )
    return replace(closing, done_by=closing.done_by.strip(), notes=closing.notes.strip())


def failed(checks: Iterable[Check]) -> list[Check]:
    """Return the steps that were found not in order."""
    return [check for check in checks if check.result is CheckResult.NOT_OK]


def tidy_amendment(draft: AmendmentDraft) -> AmendmentDraft:
    """Return the amendment; UserError where it says nothing or impossible figures."""
    if not draft.note.strip():
        raise UserError(_("Say what is to be added or was wrong."), field="note")
    for field in MOST_MINUTES:
        value = getattr(draft, field)
        if value is not None:
            _check_minutes(value, field)
    if draft.cost_cents is not None:
        _check_cost(draft.cost_cents)
    return replace(draft, note=draft.note.strip())


def _check_done_on(day: date, work: Work, asset: Asset, today: date) -> None:
    check_day(day, field="day")
    if day > today:
        raise UserError(
            _("{day} is still to come; work is closed when it is done.").format(day=day_text(day)),
            field="day",
        )
    after_purchase(day, asset, field="day")
    if work.plan_id is None and day < work.reported:
        raise UserError(
            _("It was reported on {day}; it cannot have been done before.").format(
                day=day_text(work.reported)
            ),
            field="day",
        )


def _check_minutes(minutes: int, field: str) -> None:
    if not 0 <= minutes <= MOST_MINUTES[field]:
        raise UserError(
            _("Minutes are between 0 and {most}.").format(most=f"{MOST_MINUTES[field]:,}"),
            field=field,
        )


def _check_cost(cents: int) -> None:
    if not 0 <= cents <= LARGEST:
        raise UserError(_("What it cost cannot be less than nothing."), field="cost_cents")
