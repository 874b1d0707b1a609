"""What laying shifts down does, in words: the sum of it, and person by person."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.records import Facts
from clinicmgr.schedule.records.week_plans_applying import Cause, Exempt, Outcome
from clinicmgr.schedule.rules.changes import person_name

MOST_LINES = 5
"""How many reasons of one kind are told of one person."""


@dataclass(frozen=True, slots=True)
class Told:
    """What comes of it for one person, for the open shifts, or on the closed days."""

    name: str
    counts: str
    exempt: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def is_smooth(self) -> bool:
        """Whether everything goes as it was meant."""
        return not self.exempt and not self.warnings


def summary(outcome: Outcome, *, done: bool) -> str:
    """Return one or two sentences: how many shifts come, go, are there already, are left out."""
    count, gone = len(outcome.add), len(outcome.remove)
    if not outcome.changes:
        sentences = [_("Nothing was changed.") if done else _("There is nothing to change.")]
    else:
        sentences = [_added(count, done=done)]
        if gone:
            words = ngettext("{count} is removed.", "{count} are removed.", gone)
            if done:
                words = ngettext("{count} was removed.", "{count} were removed.", gone)
            sentences.append(words.format(count=gone))
    if outcome.opened:
        words = ngettext(
            "{count} of them is open, as somebody is away.",
            "{count} of them are open, as somebody is away.",
            len(outcome.opened),
        )
        sentences.append(words.format(count=len(outcome.opened)))
    if outcome.same:
        words = ngettext("{count} is there already.", "{count} are there already.", outcome.same)
        sentences.append(words.format(count=outcome.same))
    if outcome.skipped:
        left = len(outcome.skipped)
        words = ngettext("{count} is left out.", "{count} are left out.", left)
        if done:
            words = ngettext("{count} was left out.", "{count} were left out.", left)
        sentences.append(words.format(count=left))
    return " ".join(sentences)


def _added(count: int, *, done: bool) -> str:
    if done:
        return ngettext("{count} shift was added.", "{count} shifts were added.", count).format(
            count=count
        )
    return ngettext("{count} shift is added.", "{count} shifts are added.", count).format(
        count=count
    )


def told_by_person(outcome: Outcome, facts: Facts) -> tuple[Told, ...]:
    """Return what comes of it: first where not all goes as meant, then by name, open last."""
    people = {one.member_id for one in outcome.add}
    people |= {one.member_id for one in outcome.remove}
    people |= {one.draft.member_id for one in (*outcome.opened, *_personal(outcome))}
    told = [(one is None, _person(one, outcome, facts)) for one in people]
    told.sort(key=lambda one: (one[1].is_smooth, one[0], one[1].name.casefold()))
    return (*_closed(outcome), *(one for _is_open, one in told))


def _personal(outcome: Outcome) -> Iterator[Exempt]:
    return (one for one in outcome.skipped if one.cause is not Cause.CLOSED)


def _person(member_id: int | None, outcome: Outcome, facts: Facts) -> Told:
    skipped = [one for one in _personal(outcome) if one.draft.member_id == member_id]
    opened = [one for one in outcome.opened if one.draft.member_id == member_id]
    exempt = [
        *(_("Left out: {reason}").format(reason=one) for one in _reasons(skipped)),
        *(_("As open shift: {reason}").format(reason=one) for one in _reasons(opened)),
    ]
    warned = (one for one in outcome.warned if member_id in one.member_ids)
    warnings = _first(_counted(one.reason or one.sentence for one in warned))
    return Told(person_name(member_id, facts), _counts(member_id, outcome), tuple(exempt), warnings)


def _counts(member_id: int | None, outcome: Outcome) -> str:
    fresh = sum(one.member_id == member_id for one in outcome.add)
    gone = sum(one.member_id == member_id for one in outcome.remove)
    parts = []
    if fresh:
        parts.append(ngettext("{count} new", "{count} new", fresh).format(count=fresh))
    if gone:
        parts.append(ngettext("{count} removed", "{count} removed", gone).format(count=gone))
    return ", ".join(parts)


def _closed(outcome: Outcome) -> list[Told]:
    closed = [one for one in outcome.skipped if one.cause is Cause.CLOSED]
    lines = tuple(_("Left out: {reason}").format(reason=reason) for reason in _reasons(closed))
    return [Told(_("Closed days"), "", lines)] if closed else []


def _reasons(exempt: Iterable[Exempt]) -> tuple[str, ...]:
    return _first(_counted(one.reason for one in exempt))


def _counted(reasons: Iterable[str]) -> list[str]:
    """Each reason once, with the number of shifts where it is several."""
    return [
        reason
        if count == 1
        else ngettext("{reason} ({count} shift)", "{reason} ({count} shifts)", count).format(
            reason=reason, count=count
        )
        for reason, count in Counter(reasons).items()
    ]


def _first(lines: list[str]) -> tuple[str, ...]:
    """A few of them, and how many more there are."""
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    more = len(lines) - MOST_LINES + 1
    words = _("and {count} more").format(count=more)
    return (*lines[: MOST_LINES - 1], words)
