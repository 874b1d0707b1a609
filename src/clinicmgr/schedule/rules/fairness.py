"""Fair shares: weekends, last shifts of the day and holidays over the year, against one's peers.

Peers are those with the same main position who are employed. What fell to people in the twelve
months before the period comes as counts (`Facts.before`); a closing is a shift of a day after
which nobody of the same position works.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records import Facts, Person, RuleLine, Shift, Strength, Tally, Violation
from clinicmgr.schedule.rules.kinds import ShareRule, Shares
from clinicmgr.schedule.rules.moments import finish
from clinicmgr.schedule.rules.weekends import saturday_of


class _Kind(NamedTuple):
    name: str
    sentence: str


_KINDS = (
    _Kind("weekends", N_("{name}: {count} weekends in a year, colleagues have {usual}.")),
    _Kind("closings", N_("{name}: {count} last shifts in a year, colleagues have {usual}.")),
    _Kind("holidays", N_("{name}: {count} holidays worked in a year, colleagues have {usual}.")),
)


def closers(shifts: Iterable[Shift]) -> dict[int, Shift]:
    """The last of a day in each position, by person; all of them where several end together."""
    latest: dict[int, int] = {}
    given = [shift for shift in shifts if shift.member_id is not None]
    for shift in given:
        latest[shift.position_id] = max(latest.get(shift.position_id, 0), finish(shift))
    return {
        shift.member_id or 0: shift for shift in given if finish(shift) == latest[shift.position_id]
    }


def shares(
    of_person: Mapping[int, Iterable[Shift]],
    closing: Iterable[Mapping[int, Shift]],
    facts: Facts,
    first: date,
    last: date,
) -> Shares:
    """What falls to whom from first to last."""
    latest: dict[tuple[int, str], Shift] = {}
    counts: dict[int, list[int]] = {}
    for member_id, own in of_person.items():
        weekends, holidays = set(), set()
        for shift in sorted(own, key=lambda one: (one.day, one.start, one.id)):
            if not first <= shift.day <= last:
                continue
            saturday = saturday_of(shift.day)
            if saturday is not None:
                weekends.add(saturday)
                latest[member_id, "weekends"] = shift
            if shift.day in facts.closures:
                holidays.add(shift.day)
                latest[member_id, "holidays"] = shift
        counts[member_id] = [len(weekends), 0, len(holidays)]
    for of_day in closing:
        for member_id, shift in of_day.items():
            if member_id in counts:
                counts[member_id][1] += 1
            known = latest.get((member_id, "closings"))
            if known is None or known.day < shift.day:
                latest[member_id, "closings"] = shift
    return Shares({member_id: Tally(*each) for member_id, each in counts.items()}, latest)


def _unfair(line: RuleLine, shared: Shares, facts: Facts) -> Iterator[Violation]:
    for peers in _peers(facts):
        for kind in _KINDS:
            totals = {one.id: _total(one.id, kind.name, shared, facts) for one in peers}
            everything = sum(totals.values())
            for person in peers:
                shift = shared.last.get((person.id, kind.name))
                usual = (everything - totals[person.id]) / (len(totals) - 1)
                if shift is None or totals[person.id] <= usual + line.number("more"):
                    continue
                sentence = _(kind.sentence).format(
                    name=person.name, count=totals[person.id], usual=round(usual)
                )
                yield line.broken(
                    person, (shift,), sentence, _("has done more than others"), totals[person.id]
                )


def _peers(facts: Facts) -> list[list[Person]]:
    """People of one main position who are employed at the end of the period, if they are two."""
    groups: dict[int, list[Person]] = {}
    for person in facts.people.values():
        if person.position_ids and (facts.period is None or person.works_on(facts.period[1])):
            groups.setdefault(person.position_ids[0], []).append(person)
    return [group for group in groups.values() if len(group) > 1]


def _total(member_id: int, kind: str, shared: Shares, facts: Facts) -> int:
    tallies = (facts.before.tallies.get(member_id), shared.tallies.get(member_id))
    return sum(getattr(tally, kind) for tally in tallies if tally is not None)


FAIR_SHARE = ShareRule(
    "fair_share",
    N_("Fair shares"),
    N_(
        "Nobody has over {more} more weekends, last shifts or holidays a year than colleagues have."
    ),
    Strength.NICE,
    _unfair,
    numbers=(Field("more", N_("More than the usual"), "whole", required=True, default=3),),
    standing=False,
)
