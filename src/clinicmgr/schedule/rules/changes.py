"""What has changed between two versions of a roster, shift by shift, and how people are told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.records import Facts, Shift
from clinicmgr.schedule.records.publishing import Change, ChangeKind
from clinicmgr.schedule.rules.words import day_text, position_name, shift_text, times_text

Pair = tuple[Shift | None, Shift | None]
"""A shift before and after; None where it was not there."""
Elsewhere = Mapping[int, Shift]
_NOWHERE: Elsewhere = {}


def what_is_told(shift: Shift) -> tuple[object, ...]:
    """Return what a person is told of a shift; its lock and its type are the manager's own."""
    return (
        shift.member_id,
        shift.day,
        shift.start,
        shift.end,
        shift.position_id,
        _where(shift),
        shift.break_minutes,
        shift.note,
    )


def pairs(
    before: Iterable[Shift],
    after: Iterable[Shift],
    now_elsewhere: Elsewhere = _NOWHERE,
    was_elsewhere: Elsewhere = _NOWHERE,
) -> list[Pair]:
    """Return the shifts that are not as they were, in order of time.

    A shift is known by its id, also where it came from or went to outside of what is compared
    (`was_elsewhere`, `now_elsewhere`). One that was removed and entered again counts as the same
    if it says the same, and as changed if it is of the same person on the same day.
    """
    old, new = {one.id: one for one in before}, {one.id: one for one in after}
    found: list[Pair] = [
        (one, new[one.id])
        for one in old.values()
        if one.id in new and what_is_told(one) != what_is_told(new[one.id])
    ]
    gone = [one for one in old.values() if one.id not in new]
    fresh = [one for one in new.values() if one.id not in old]
    found += [(one, now_elsewhere[one.id]) for one in gone if one.id in now_elsewhere]
    found += [(was_elsewhere[one.id], one) for one in fresh if one.id in was_elsewhere]
    gone = [one for one in gone if one.id not in now_elsewhere]
    fresh = [one for one in fresh if one.id not in was_elsewhere]
    gone, fresh = _without_twins(gone, fresh)
    found += _entered_again(gone, fresh)
    return sorted(found, key=_when)


def _without_twins(
    gone: Sequence[Shift], fresh: Sequence[Shift]
) -> tuple[list[Shift], list[Shift]]:
    """Leave out what was removed and entered again just as it was."""
    same = Counter(map(what_is_told, gone)) & Counter(map(what_is_told, fresh))
    return list(_less(gone, same.copy())), list(_less(fresh, same.copy()))


def _less(shifts: Sequence[Shift], same: Counter[tuple[object, ...]]) -> Iterator[Shift]:
    for one in shifts:
        if same[what_is_told(one)]:
            same[what_is_told(one)] -= 1
        else:
            yield one


def _entered_again(gone: Sequence[Shift], fresh: Sequence[Shift]) -> Iterator[Pair]:
    """Bring together what one person had and has on a day, in order of time."""
    waiting: dict[tuple[int, date], list[Shift]] = {}
    for one in sorted(fresh, key=lambda one: (one.day, one.start)):
        if one.member_id is None:
            yield None, one
        else:
            waiting.setdefault((one.member_id, one.day), []).append(one)
    for one in sorted(gone, key=lambda one: (one.day, one.start)):
        same_day = waiting.get((one.member_id, one.day)) if one.member_id is not None else None
        yield one, (same_day.pop(0) if same_day else None)
    for left in waiting.values():
        for one in left:
            yield None, one


def _when(pair: Pair) -> tuple[date, int, int]:
    one = pair[0] or pair[1]
    assert one is not None  # noqa: S101 - a pair has one side at least
    return one.day, one.start, one.id


def news(found: Iterable[Pair], facts: Facts) -> Iterator[Change]:
    """Yield what each person has to hear, in the order of the pairs; open shifts are of None."""
    for before, after in found:
        sides = [one.member_id for one in (before, after) if one is not None]
        people: list[int | None] = list(dict.fromkeys(one for one in sides if one is not None))
        kind = kind_of(before, after)
        for member_id in people or [None]:
            sentence = _sentence(before, after, member_id, facts)
            yield Change(kind, member_id, before, after, sentence)


def kind_of(before: Shift | None, after: Shift | None) -> ChangeKind:
    """Return what happened: moved is to another person or day."""
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.REMOVED
    same = (before.member_id, before.day) == (after.member_id, after.day)
    return ChangeKind.CHANGED if same else ChangeKind.MOVED


def _sentence(
    before: Shift | None, after: Shift | None, member_id: int | None, facts: Facts
) -> str:
    if before is None and after is not None:
        return _("New: {shift}.").format(shift=full_text(after, facts))
    if before is not None and after is None:
        return _("Canceled: {shift}.").format(shift=full_text(before, facts))
    assert before is not None  # noqa: S101 - a pair has one side at least
    assert after is not None  # noqa: S101 - as above
    if before.member_id != after.member_id:
        return _handed_on(before, after, member_id, facts)
    if before.day != after.day:
        return _("Moved: {before} is now {after}.").format(
            before=shift_text(before, facts), after=full_text(after, facts)
        )
    return _("Changed: {day}: {what}.").format(
        day=day_text(after.day, facts), what="; ".join(differences(before, after, facts))
    )


def _handed_on(before: Shift, after: Shift, member_id: int | None, facts: Facts) -> str:
    """Say a shift that went from one to another, to the one who hears it."""
    if member_id == before.member_id:
        words = (
            _("Given up: {shift} is open now.")
            if after.member_id is None
            else _("Given up: {shift} goes to {name}.")
        )
        return words.format(
            shift=shift_text(before, facts), name=person_name(after.member_id, facts)
        )
    if before.member_id is None:
        return _("New: {shift}, which was open.").format(shift=full_text(after, facts))
    return _("New: {shift}, from {name}.").format(
        shift=full_text(after, facts), name=person_name(before.member_id, facts)
    )


def differences(before: Shift, after: Shift, facts: Facts) -> list[str]:
    """Say what is other about a shift of the same person and day, old → new."""
    told = []
    if (before.start, before.end) != (after.start, after.end):
        told.append((_("time"), _times(before, facts), _times(after, facts)))
    if before.position_id != after.position_id:
        old, new = (position_name(one.position_id, facts) for one in (before, after))
        told.append((_("position"), old, new))
    if _where(before) != _where(after):
        old, new = (place_text(one, facts) or _("none") for one in (before, after))
        told.append((_("place"), old, new))
    if before.break_minutes != after.break_minutes:
        words = _("{minutes} min")
        old, new = (words.format(minutes=one.break_minutes) for one in (before, after))
        told.append((_("break"), old, new))
    if before.note != after.note:
        told.append((_("note"), before.note or _("none"), after.note or _("none")))
    return [f"{what} {old} → {new}" for what, old, new in told]


def by_person(changes: Iterable[Change], facts: Facts) -> list[tuple[str, list[Change]]]:
    """Return the changes of each person under the name, open shifts last."""
    groups: dict[int | None, list[Change]] = {}
    for one in changes:
        groups.setdefault(one.member_id, []).append(one)
    order = {member_id: at for at, member_id in enumerate(facts.people)}
    found = sorted(groups, key=lambda one: order.get(one or 0, len(order)))
    found.sort(key=lambda one: one is None)
    return [
        (person_name(one, facts), sorted(groups[one], key=lambda each: each.day)) for one in found
    ]


def full_text(shift: Shift, facts: Facts) -> str:
    """Day, times and place of a shift."""
    place = place_text(shift, facts)
    return ", ".join(filter(None, (shift_text(shift, facts), place)))


def place_text(shift: Shift, facts: Facts) -> str:
    """The room, and the site where there are several; empty for neither."""
    room = facts.rooms.get(shift.room_id) if shift.room_id is not None else None
    site_id = facts.site_of(shift)
    site = facts.sites.get(site_id) if site_id is not None and len(facts.sites) > 1 else None
    return ", ".join(one.name for one in (room, site) if one is not None)


def person_name(member_id: int | None, facts: Facts) -> str:
    """The name of a person; open shifts have none."""
    if member_id is None:
        return _("Open shifts")
    person = facts.people.get(member_id)
    return person.name if person is not None else _("somebody no longer on record")


def _where(shift: Shift) -> tuple[int | None, int | None]:
    """Room and site; a room says its site."""
    return shift.room_id, None if shift.room_id is not None else shift.site_id


def _times(shift: Shift, facts: Facts) -> str:
    return times_text(shift.start, shift.end, facts)
