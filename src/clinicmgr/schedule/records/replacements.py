"""Who could stand in when somebody is out, and what a call-out is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records.findings import Violation
from clinicmgr.schedule.records.shifts import Shift, ShiftDraft


class Tier(IntEnum):
    """Whether somebody can stand in; the smaller, the better."""

    FINE = 0
    WARNING = 1
    IMPOSSIBLE = 2

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(_TIER_LABELS[self])


_TIER_LABELS = (N_("Can stand in"), N_("Could, with a warning"), N_("Cannot"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person and a shift that nobody has: whether it fits, and why.

    `reasons` are said after the name, the most telling first: what speaks for the person, or what
    is in the way. `hours_after` are minutes of work in that week with the shift, and
    `overtime_minutes` those of them that are newly over the weekly limit. `extra_cents` is what
    the work costs more, overtime with its premium; None where it is not known or may not be seen.
    `violations` are the rules it would newly break. `gives_up` is the shift the person is taken
    from for this one; None: the person is free. `cost` says the cost in words: it stands on the
    screen of those who may see pay, and never on paper.
    """

    member_id: int
    name: str
    tier: Tier
    reasons: tuple[str, ...]
    hours_after: int = 0
    overtime_minutes: int = 0
    extra_cents: int | None = None
    violations: tuple[Violation, ...] = ()
    gives_up: Shift | None = None
    qualified: bool = True
    cost: str = ""

    @property
    def sentence(self) -> str:
        """The reasons and the cost in one line."""
        return "; ".join(filter(None, (*self.reasons, self.cost)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stretch of work somebody is wanted for: the shift, and skills that would be missing.

    Where it is `strict`, whoever lacks a skill cannot; else it is a warning.
    """

    draft: ShiftDraft
    skill_ids: frozenset[int] = frozenset()
    strict: bool = False


@dataclass(frozen=True, slots=True)
class CallOut:
    """Somebody is out from the first to the last day: the shifts left, and who could stand in.

    `choices` has the candidates of each shift by its id, the best first; `cover` is the proposal:
    the best that fits without a warning for each shift, or None. `needed` are the shifts without
    which a minimum is missed, or another rule about the day broken.
    """

    member_id: int
    name: str
    first: date
    last: date
    shifts: tuple[Shift, ...]
    choices: Mapping[int, tuple[Candidate, ...]] = field(default_factory=dict)
    cover: Mapping[int, int | None] = field(default_factory=dict)
    needed: frozenset[int] = frozenset()

    def candidate(self, shift_id: int, member_id: int | None) -> Candidate | None:
        """One of the candidates of a shift."""
        found = self.choices.get(shift_id, ())
        return next((one for one in found if one.member_id == member_id), None)


@dataclass(frozen=True, slots=True)
class StoodIn:
    """A shift that somebody gave away in a call-out, as it stands now; it may still be open."""

    out_id: int
    shift: Shift


CALL_OUT_FIELDS = (
    Field("member_id", N_("Who had it")),
    Field("shift_id", N_("Shift")),
)
