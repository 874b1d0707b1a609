"""How changes of hours are called, and what corrections say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clinicmgr.hours import rules
from clinicmgr.hours.records import Source, Stretch, StretchDraft
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.staff.records.days import day_text, short_day


@dataclass(frozen=True, slots=True)
class Edit:
    """What one change does to stretches: those gone, those as they were and become, those new."""

    gone: tuple[Stretch, ...]
    changed: tuple[tuple[Stretch, StretchDraft], ...]
    added: tuple[StretchDraft, ...]

    @property
    def touched(self) -> set[tuple[int, date]]:
        """The people and days that it is about."""
        gone = {(one.member_id, one.day) for one in self.before}
        return gone | {(one.member_id, one.day) for one in self.after}

    @property
    def before(self) -> tuple[Stretch, ...]:
        """What is gone, and what is changed as it was."""
        return (*self.gone, *(old for old, _new in self.changed))

    @property
    def after(self) -> tuple[StretchDraft, ...]:
        """What is new, and what is changed as it becomes."""
        return (*self.added, *(new for _old, new in self.changed))

    @property
    def is_empty(self) -> bool:
        """Whether nothing happens."""
        return not (self.gone or self.changed or self.added)


def edit_title(edit: Edit, names: Mapping[int, str]) -> str:
    """Return the title of an edit: whose day, or how many days."""
    touched = edit.touched
    if len(touched) == 1:
        ((member_id, day),) = touched
        return _("Hours of {name} on {day}").format(
            name=names.get(member_id, ""), day=short_day(day)
        )
    people = {member_id for member_id, _day in touched}
    if len(people) == 1:
        title = ngettext(
            "Hours of {name}: {count} day", "Hours of {name}: {count} days", len(touched)
        )
        return title.format(name=names.get(people.pop(), ""), count=len(touched))
    return _("Hours of {people} people: {count} days").format(
        people=len(people), count=len(touched)
    )


def needs_reason(edit: Edit) -> date | None:
    """Return the first day on which what the time clock said is changed or removed."""
    found = [one.day for one in edit.gone if one.source is Source.CLOCK]
    found += [
        old.day
        for old, new in edit.changed
        if old.source is Source.CLOCK and _times(old.draft()) != _times(new)
    ]
    return min(found, default=None)


def ask_reason(day: date) -> UserError:
    """Say that a correction of the time clock needs its reason."""
    return UserError(
        _(
            "The time clock said otherwise on {day}. Type why behind a #, such as "
            "8-16:30 b30 # forgot to clock out."
        ).format(day=day_text(day)),
        field="reason",
    )


def corrections(edit: Edit, reasons: Mapping[tuple[int, date], str]) -> list[dict[str, object]]:
    """Return what stood before, what stands now and why, for each day that has a reason."""

    def about(key: tuple[int, date]) -> dict[str, object]:
        before = [one for one in edit.before if (one.member_id, one.day) == key]
        after = [one for one in edit.after if (one.member_id, one.day) == key]
        said = {"former": _words(before), "now": _words(after), "reason": reasons[key]}
        return {"member_id": key[0], "day": key[1], **said}

    return [about(key) for key in sorted(edit.touched) if reasons.get(key)]


def _words(stretches: Sequence[Stretch | StretchDraft]) -> str:
    ordered = sorted(stretches, key=lambda one: one.start)
    return "; ".join(rules.times_text(one) for one in ordered) or _("nothing")


def _times(draft: StretchDraft) -> StretchDraft:
    """Only what a time clock tells."""
    return replace(draft, position_id=None, note="", source=Source.CLOCK)
