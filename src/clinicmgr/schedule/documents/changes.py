"""What has changed in the roster: for each person what was and what is now, to be signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Cell, Column, Document, Imprint, Item, Notes, Page, Row, Table, Text
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.records.publishing import Change, Publication, RecentChanges
from clinicmgr.schedule.rules.changes import by_person, full_text, person_name
from clinicmgr.schedule.rules.words import position_name
from clinicmgr.schedule.service import Schedule

_TO_SIGN_ON = "____________"


@dataclass(frozen=True, slots=True)
class RosterChangesOptions:
    """Which days, and since which version.

    `since` 0: since what was published last, or if nothing has changed since then, what the newest
    version changed of those before it. `signatures` leaves each person a line to sign on.
    """

    first: date
    last: date
    since: int = 0
    signatures: bool = True


def build_roster_changes(
    schedule: Schedule,
    settings: ClinicSettings,
    imprint: Imprint,
    options: RosterChangesOptions,
) -> Document:
    """Return what has changed from the first to the last day, person by person."""
    recent = schedule.publishing.recent(options.first, options.last, options.since)
    facts = schedule.facts(options.first, options.last)
    items: list[Item] = [Text(_lead(recent, settings.locale), "lead")]
    if recent.published is not None and recent.published.note:
        items.append(Notes(tuple(recent.published.note.splitlines()), _("Note")))
    items.append(
        Table(
            tuple(_columns(signed=options.signatures)),
            tuple(_rows(recent.changes, facts, signed=options.signatures)),
            empty=_("Nothing has changed."),
        )
    )
    return Document(
        title=_("Changes of the roster"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=tuple(items),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def changed_since(since: Publication, locale: str) -> str:
    """Say since when: "Changed since Thu, Nov 12"."""
    day = format_day(since.at.date(), "weekday", locale)
    return _("Changed since {day}").format(day=day)


def change_notes(recent: RecentChanges, facts: Facts, most: int) -> list[str]:
    """Return a line for each shift, for the foot of a roster; the last says how many more."""
    by_shift: dict[int, Change] = {}
    for one in recent.changes:
        by_shift.setdefault(one.shift_id, one)
    lines = [
        _("{name}: {sentence}").format(
            name=person_name(one.member_id, facts), sentence=one.sentence
        )
        for one in by_shift.values()
    ]
    if len(lines) <= most:
        return lines
    left = len(lines) - most + 1
    more = ngettext("{count} more change", "{count} more changes", left).format(count=left)
    return [*lines[: most - 1], more]


def _lead(recent: RecentChanges, locale: str) -> str:
    count = ngettext("{count} shift", "{count} shifts", recent.count).format(count=recent.count)
    if recent.since is None:
        return _("Nothing was published before for these days.")
    words = {
        "count": count,
        "number": recent.since.number,
        "day": format_day(recent.since.at.date(), "weekday", locale),
    }
    if recent.published is None:
        return _("Changed since version {number} of {day}: {count}. Not published yet.").format(
            **words
        )
    return _(
        "Version {published} of {on}. Changed since version {number} of {day}: {count}."
    ).format(
        **words,
        published=recent.published.number,
        on=format_day(recent.published.at.date(), "weekday", locale),
    )


def _columns(*, signed: bool) -> Iterable[Column]:
    yield Column(_("Change"), width=0.12)
    yield Column(_("Was"), width=0.32 if signed else 0.42)
    yield Column(_("Is now"), width=0.36 if signed else 0.46)
    if signed:
        yield Column(_("Seen (initials, date)"), width=0.2)


def _rows(changes: Sequence[Change], facts: Facts, *, signed: bool) -> Iterable[Row]:
    for name, own in by_person(changes, facts):
        yield Row((name,), kind="group")
        for one in own:
            old, new = _texts(one, facts)
            line = _TO_SIGN_ON if one.member_id is not None else ""
            cells = (one.kind.label, old, Cell(new, strong=True))
            yield Row((*cells, Cell("", text=line)) if signed else cells)


def _texts(one: Change, facts: Facts) -> tuple[str, str]:
    """What the person had and has; where it went or came from, if that is somebody else."""
    sides = []
    for shift, other, words in (
        (one.before, one.after, _("{name} had it")),
        (one.after, one.before, _("goes to {name}")),
    ):
        if shift is None:
            sides.append("—")
        elif one.member_id is not None and shift.member_id is None:
            sides.append(_("open shift"))
        elif shift.member_id != one.member_id:
            sides.append(words.format(name=person_name(shift.member_id, facts)))
        else:
            sides.append(_full(shift, other, facts))
    return sides[0], sides[1]


def _full(shift: Shift, other: Shift | None, facts: Facts) -> str:
    """Day, times, place; position, break and note where they are what is other."""
    parts = [full_text(shift, facts)]
    if other is None or shift.position_id != other.position_id:
        parts.append(position_name(shift.position_id, facts))
    if other is not None and shift.break_minutes != other.break_minutes:
        parts.append(_("break {minutes} min").format(minutes=shift.break_minutes))
    if shift.note and (other is None or shift.note != other.note):
        parts.append(shift.note)
    return ", ".join(parts)
