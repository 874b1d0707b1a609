"""What the manager has to look at in staff: cards that are missing or end, who comes and goes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.staff import rules
from clinicmgr.staff.records import (
    Credential,
    CredentialKind,
    CredentialStatus,
    Leave,
    Position,
    StaffMember,
    Standing,
)
from clinicmgr.staff.records.days import day_text, span_text

PAGE = "staff"
DAYS_AHEAD = 7
"""How far ahead leave, and the cards of somebody new, are worth a word."""
LAST_DAY_AHEAD = 30


@dataclass(frozen=True, slots=True)
class Crew:
    """Everybody and everything on record that may be due."""

    members: Sequence[StaffMember]
    positions: Sequence[Position]
    kinds: Sequence[CredentialKind]
    credentials: Sequence[Credential]
    leave: Sequence[Leave]


def due(crew: Crew, on: date) -> Iterator[Due]:
    """Yield what is due of people, their cards and their leave on a day."""
    names = {each.id: each.name for each in crew.members}
    titles = {each.id: each.name for each in crew.positions}
    own: dict[tuple[int, int], list[Credential]] = {}
    for card in crew.credentials:
        own.setdefault((card.member_id, card.kind_id), []).append(card)
    for member in crew.members:
        ended = member.ended is not None and member.ended < on
        if ended or (member.started - on).days > DAYS_AHEAD:
            continue
        yield from _coming_and_going(member, on)
        for kind in crew.kinds:
            cards = own.get((member.id, kind.id), ())
            if cards or rules.is_required(member, kind):
                standing = rules.standing(member, kind, cards, max(on, member.started))
                yield from _of_card(standing, kind, on, _why(member, kind, titles))
    for leave in crew.leave:
        if on < leave.first <= on + timedelta(days=DAYS_AHEAD):
            sentence = _("{name} is off {days}: {kind}.").format(
                name=names[leave.member_id],
                days=span_text(leave.first, leave.last),
                kind=leave.kind.label,
            )
            yield Due(Urgency.SOON, leave.first, _("Off soon"), sentence, PAGE, leave.member_id)


def _of_card(standing: Standing, kind: CredentialKind, on: date, why: str) -> Iterator[Due]:
    """A card that nobody asks for is told around the day it ends, and then no longer."""
    card, status = standing.credential, standing.status
    day = on if card is None else card.expires
    if status is CredentialStatus.VALID or (
        not why and (card is None or (on - day).days > kind.warn_days)
    ):
        return
    urgency = Urgency.WRONG
    if status is CredentialStatus.EXPIRED:
        urgency = Urgency.OVERDUE
    elif status is CredentialStatus.EXPIRING:
        urgency = Urgency.TODAY if day == on else Urgency.SOON
    sentence = f"{standing.sentence} {why}".strip()
    yield Due(urgency, day, status.label, sentence, PAGE, standing.member_id)


def _why(member: StaffMember, kind: CredentialKind, titles: Mapping[int, str]) -> str:
    """Say which of the member's positions ask for the card, "" where none does."""
    asking = [titles[each] for each in member.position_ids if each in kind.position_ids]
    return _("Required as {positions}.").format(positions=", ".join(asking)) if asking else ""


def _coming_and_going(member: StaffMember, on: date) -> Iterator[Due]:
    if member.started >= on:
        words = _first_day((member.started - on).days)
        yield _day_of(member, member.started, on, _("First day"), words)
    if member.ended is not None and (member.ended - on).days <= LAST_DAY_AHEAD:
        words = _last_day((member.ended - on).days)
        yield _day_of(member, member.ended, on, _("Last day"), words)


def _day_of(member: StaffMember, day: date, on: date, kind: str, words: str) -> Due:
    sentence = words.format(name=member.name, day=day_text(day), count=(day - on).days)
    urgency = Urgency.TODAY if day == on else Urgency.SOON
    return Due(urgency, day, kind, sentence, PAGE, member.id)


def _first_day(left: int) -> str:
    if left == 0:
        return _("{name} starts today.")
    return ngettext(
        "{name} starts on {day}, in {count} day.", "{name} starts on {day}, in {count} days.", left
    )


def _last_day(left: int) -> str:
    if left == 0:
        return _("{name}'s last day of work is today.")
    return ngettext(
        "{name}'s last day of work is {day}, in {count} day.",
        "{name}'s last day of work is {day}, in {count} days.",
        left,
    )
