"""Somebody is out: who could stand in, and the one change that covers the shifts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import add_months, days
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.records import EDIT_ROSTER, Facts, Gap, Shift, ShiftDraft
from clinicmgr.schedule.records.replacements import CallOut, Candidate, StoodIn, Tier, Wanted
from clinicmgr.schedule.rules.moments import in_order
from clinicmgr.schedule.rules.replacement_skills import needed_skills
from clinicmgr.schedule.rules.replacement_swaps import Posts
from clinicmgr.schedule.rules.replacements import Around, candidates
from clinicmgr.schedule.service.naming import Naming
from clinicmgr.schedule.service.replacements_reading import (
    called_out,
    kept_call_outs,
    note,
    times_stood_in,
)
from clinicmgr.schedule.service.review import Review
from clinicmgr.schedule.service.roster import Roster
from clinicmgr.staff.records import LeaveDraft, LeaveKind
from clinicmgr.staff.service import Staff

MONTHS_OF_STANDING_IN = 12
SOMEBODY = -1
"""Stands for whoever takes an open shift, to see whether it takes somebody."""
Cover = Mapping[int, int | None]
"""Shift ids, and who stands in; None: the shift becomes open."""


class Replacements:
    """Finds and keeps stand-ins for people who are out."""

    def __init__(
        self,
        journal: Journal,
        staff: Staff,
        settings: Settings,
        review: Review,
        roster: Roster,
        naming: Callable[[], Naming],
    ) -> None:
        self._journal = journal
        self._staff = staff
        self._settings = settings
        self._review = review
        self._roster = roster
        self._naming = naming

    # Questions

    def for_shifts(
        self, ids: Iterable[int], chosen: Cover | None = None
    ) -> dict[int, tuple[Candidate, ...]]:
        """Return for each shift everybody who is employed that day, the best first.

        The people who have these shifts are out. `chosen` is who takes which of them already, so
        that nobody is offered for two at a time.
        """
        shifts = self._roster.some(ids)
        if not shifts:
            return {}
        ground = self._ground(min(one.day for one in shifts), max(one.day for one in shifts))
        return ground.of_shifts(shifts, chosen or {})

    def for_gap(self, gap: Gap) -> tuple[Candidate, ...]:
        """Return everybody who could close a gap, the best first."""
        draft = ShiftDraft(None, gap.day, gap.start, gap.end, gap.position_id, site_id=gap.site_id)
        skills = frozenset(() if gap.skill_id is None else (gap.skill_id,))
        around = self._ground(gap.day, gap.day).around
        return candidates(Wanted(draft, skills, strict=True), around)

    def ask(self, member_id: int, first: date, last: date, chosen: Cover | None = None) -> CallOut:
        """Return the shifts that are left if somebody is out, who could stand in, and a proposal.

        The proposal names for each shift the best who can without a warning, shift after shift;
        `chosen` is what is decided already; what is not a shift of theirs is left out.
        """
        member = self._staff.member(member_id)
        ground = self._ground(first, last)
        shifts = [
            one for one in ground.shifts if one.member_id == member_id and first <= one.day <= last
        ]
        known = {one.id for one in shifts}
        decided = {key: who for key, who in (chosen or {}).items() if key in known}
        cover, choices = ground.proposal(shifts, decided)
        needed = ground.needed(shifts)
        return CallOut(member_id, member.name, first, last, tuple(shifts), choices, cover, needed)

    def needed(self, ids: Iterable[int]) -> frozenset[int]:
        """Return those of some shifts without which a minimum is missed, open ones too."""
        shifts = self._roster.some(ids)
        if not shifts:
            return frozenset()
        first, last = min(one.day for one in shifts), max(one.day for one in shifts)
        return self._ground(first, last).needed(shifts)

    def stood_in(self, first: date, last: date) -> tuple[StoodIn, ...]:
        """Return the shifts from first to last that somebody could not work, as they are now."""
        with self._journal.read() as db:
            return kept_call_outs(db, first, last)

    def shift_names(self) -> dict[int, str]:
        """Return the words for the shifts that call-outs were about, by their ids."""
        naming = self._naming()
        with self._journal.read() as db:
            return {one.id: naming.shift(one) for one in called_out(db)}

    # The verb

    def call_out(
        self,
        member_id: int,
        first: date,
        last: date,
        kind: LeaveKind = LeaveKind.SICK,
        cover: Cover | None = None,
        gives_up: Iterable[int] = (),
    ) -> None:
        """Enter that somebody is out and give the shifts away, as one named change.

        Shifts that `cover` does not name become open, as do those in `gives_up`, from which
        stand-ins are taken. A day that is leave already stays as it is. Raises UserError where a
        shift is no longer the person's or the leave is not acceptable.
        """
        member = self._staff.member(member_id)
        cover = cover or {}
        with self._journal.read():
            own = [one for one in self._roster.shifts(first, last) if one.member_id == member_id]
            freed = self._roster.some(gives_up)
            leave = self._missing_leave(member_id, first, last, kind)
        helpers = set(cover.values())
        taken = any(one.member_id not in helpers for one in freed)
        if taken or cover.keys() - {one.id for one in own}:
            raise UserError(
                _(
                    "Some of the shifts are no longer those of {name} or of who stands in. "
                    "Look at the list again; nothing was changed."
                ).format(name=member.name)
            )
        title = self._title(member.name, first, last, own, cover)
        with self._journal.change(title, EDIT_ROSTER) as db:
            for draft in leave:
                self._staff.add_leave(draft)
            self._give_away(own, cover, freed)
            note(db, [*own, *freed])

    def _give_away(self, own: Iterable[Shift], cover: Cover, freed: Iterable[Shift]) -> None:
        """Unlock what is locked, for a lock keeps a plan and the plan has failed; then give."""
        change = {one.id: replace(one.draft(), member_id=None) for one in freed}
        change |= {one.id: replace(one.draft(), member_id=cover.get(one.id)) for one in own}
        locked = [one for one in (*own, *freed) if one.locked]
        unlocked = {one.id: replace(one.draft(), locked=False) for one in locked}
        if unlocked:
            self._roster.edit((), (), unlocked, None)
        opened = {id_: replace(draft, locked=False) for id_, draft in change.items()}
        self._roster.edit((), (), opened, None)

    def _missing_leave(
        self, member_id: int, first: date, last: date, kind: LeaveKind
    ) -> list[LeaveDraft]:
        """The stretches of days that are not leave yet."""
        known = [one for one in self._staff.leave(first, last) if one.member_id == member_id]
        found: list[LeaveDraft] = []
        open_since: date | None = None
        for day in days(first, last):
            if any(one.covers(day) for one in known):
                open_since = None
            elif open_since is None:
                open_since = day
                found.append(LeaveDraft(member_id, day, day, kind))
            else:
                found[-1] = replace(found[-1], last=day)
        return found

    def _title(self, name: str, first: date, last: date, own: Iterable[Shift], cover: Cover) -> str:
        naming = self._naming()
        when = naming.day(first)
        if last != first:
            when = _("{first} to {last}").format(first=when, last=naming.day(last))
        ids = [one.id for one in own]
        given = sum(cover.get(one) is not None for one in ids)
        words = [_("{name} is out {when}").format(name=name, when=when)]
        if given:
            words.append(
                ngettext("{count} shift covered", "{count} shifts covered", given).format(
                    count=given
                )
            )
        if len(ids) > given:
            words.append(
                ngettext("{count} shift open", "{count} shifts open", len(ids) - given).format(
                    count=len(ids) - given
                )
            )
        return words[0] if len(words) == 1 else f"{words[0]}: {', '.join(words[1:])}"

    # Reading

    def _ground(self, first: date, last: date) -> "Ground":
        """Everything that is looked at, read once."""
        with self._journal.read() as db:
            facts, shifts = self._review.material(first, last)
            pay = self._staff.pay_rates_if_allowed()
            counts = times_stood_in(db, add_months(first, -MONTHS_OF_STANDING_IN), first)
        currency = self._settings.current().currency
        return Ground(Around(facts, shifts, pay, counts, currency))


class Ground:
    """What was read of a period, to ask about several shifts and choices."""

    def __init__(self, around: Around) -> None:
        self.around = around

    @property
    def facts(self) -> Facts:
        """Everything besides the shifts."""
        return self.around.facts

    @property
    def shifts(self) -> list[Shift]:
        """The shifts of the period and around, in order of time."""
        return in_order(self.around.shifts)

    def needed(self, shifts: Sequence[Shift]) -> frozenset[int]:
        """Those that cannot be left open without breaking a rule, each beside the others' posts."""
        ids = {one.id for one in shifts}
        others = [one for one in self.around.shifts if one.id not in ids]
        given = [replace(one, member_id=one.member_id or SOMEBODY) for one in shifts]
        return frozenset(one.id for one in given if Posts((*others, one), self.facts).needs(one))

    def proposal(
        self, shifts: Sequence[Shift], chosen: Cover
    ) -> tuple[dict[int, int | None], dict[int, tuple[Candidate, ...]]]:
        """Who takes which shift, one after the other, and all candidates beside that choice."""
        cover, choices = dict(chosen), dict[int, tuple[Candidate, ...]]()
        unaware = 0  # how many shifts were asked about before the last choice was made
        for number, shift in enumerate(shifts):
            choices |= self.of_shifts(shifts, cover, only=shift.id)
            if shift.id not in cover:
                best = next(iter(choices[shift.id]), None)
                fine = best is not None and best.tier is Tier.FINE
                cover[shift.id] = best.member_id if best is not None and fine else None
                unaware = number if fine else unaware
        for shift in shifts[:unaware]:
            choices |= self.of_shifts(shifts, cover, only=shift.id)
        return cover, choices

    def of_shifts(
        self, shifts: Iterable[Shift], chosen: Cover, only: int | None = None
    ) -> dict[int, tuple[Candidate, ...]]:
        """The candidates of each shift, or of one of them, with what is chosen for the others."""
        wanted = {one.id: one for one in shifts}
        out = {one.member_id for one in wanted.values() if one.member_id is not None}
        found = {}
        for shift in wanted.values():
            if only not in {None, shift.id}:
                continue
            left = [one for one in self.around.shifts if one.id not in wanted]
            left += [
                replace(one, member_id=chosen[one.id])
                for one in wanted.values()
                if one.id != shift.id and chosen.get(one.id) is not None
            ]
            skills = needed_skills(shift, (*left, shift), self.facts)
            asked = Wanted(replace(shift.draft(), member_id=None), skills)
            found[shift.id] = candidates(asked, replace(self.around, shifts=left), out)
        return found
