"""Positions and credentials: whether somebody may do this work on this day."""

from collections.abc import Iterator, Sequence

from clinicmgr.kernel.i18n import N_, _
from clinicmgr.kernel.periods import format_day
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Violation
from clinicmgr.schedule.rules.kinds import PersonRule
from clinicmgr.schedule.rules.moments import calendar_days
from clinicmgr.schedule.rules.words import position_name, shift_text


def _untrained(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    for shift in shifts:
        if shift.position_id in person.position_ids:
            continue
        reason = _("not trained as {position}").format(
            position=position_name(shift.position_id, facts)
        )
        sentence = _("{name}: {reason} (shift on {shift}).").format(
            name=person.name, reason=reason, shift=shift_text(shift, facts)
        )
        yield line.broken(person, (shift,), sentence, reason)


def _uncredentialed(
    line: RuleLine, person: Person, shifts: Sequence[Shift], facts: Facts
) -> Iterator[Violation]:
    if not facts.requirements:
        return
    for shift in shifts:
        for kind_id in facts.requirements.get(shift.position_id, ()):
            reason = _what_is_wrong(person, kind_id, shift, facts)
            if reason is None:
                continue
            sentence = _("{name}: {reason}, which {position} needs (shift on {shift}).").format(
                name=person.name,
                reason=reason,
                position=position_name(shift.position_id, facts),
                shift=shift_text(shift, facts),
            )
            yield line.broken(person, (shift,), sentence, reason)


def _what_is_wrong(person: Person, kind_id: int, shift: Shift, facts: Facts) -> str | None:
    """None if a card of this kind is valid on each day the shift touches."""
    cards = [card for card in person.credentials if card.kind_id == kind_id]
    if all(any(card.valid_on(day) for card in cards) for day in calendar_days(shift)):
        return None
    kind = facts.credential_kinds.get(kind_id)
    name = kind.name if kind else _("credential")
    last_day = calendar_days(shift)[-1]
    expired = [card for card in cards if card.expires < last_day]
    if expired:
        latest = max(card.expires for card in expired)
        text = (
            _("{credential} expires on {day}")
            if latest >= shift.day
            else _("{credential} expired on {day}")
        )
        return text.format(credential=name, day=format_day(latest, "short", facts.locale))
    if cards:
        first = min(card.issued or card.expires for card in cards)
        return _("{credential} is valid only from {day}").format(
            credential=name, day=format_day(first, "short", facts.locale)
        )
    return _("no {credential} on record").format(credential=name)


POSITION = PersonRule(
    "position",
    N_("Position held"),
    N_("People work only in positions they hold."),
    Strength.NEVER,
    _untrained,
    alone=True,
)
CREDENTIAL = PersonRule(
    "credential",
    N_("Credentials"),
    N_("Each credential the position needs is valid on the day."),
    Strength.NEVER,
    _uncredentialed,
    alone=True,
)
