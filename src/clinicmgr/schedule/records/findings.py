"""What the rules say about a roster: violations, coverage, gaps and their explanation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from clinicmgr.kernel.i18n import N_, _


class Strength(IntEnum):
    """How much a rule matters; the smaller, the worse to break it."""

    NEVER = 0
    AVOID = 1
    NICE = 2

    @property
    def label(self) -> str:
        """The manager's word for it."""
        return _(_STRENGTH_LABELS[self])


_STRENGTH_LABELS = (N_("Never"), N_("Avoid"), N_("Nice to have"))


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule broken: by whom, when, by which shifts, and the sentence that says so.

    `rule` is the rule's id; `reason` is the short form said after the person's name, such as
    "on leave"; `start` and `end` (minutes from midnight of `day`) tell when on the day, where
    the rule is about a time and not about a shift. `measure` is how far it goes, in the rule's own
    unit (minutes, days, people); `approved` is the reason why somebody accepts it.
    """

    rule: str
    strength: Strength
    member_ids: tuple[int, ...]
    day: date
    shift_ids: tuple[int, ...]
    sentence: str
    reason: str = ""
    start: int | None = None
    end: int | None = None
    demand_id: int | None = None
    measure: int = 0
    approved: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of time in which a demand's minimum is missed by `missing` people."""

    day: date
    position_id: int
    site_id: int | None
    start: int
    end: int
    missing: int
    demand_id: int
    skill_id: int | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well one demand is met on one day, at its worst moment (minutes from midnight)."""

    day: date
    position_id: int
    have: int
    minimum: int
    ideal: int
    worst: int
    demand_id: int
    site_id: int | None = None
    skill_id: int | None = None

    @property
    def short(self) -> int:
        """How many people are missing to the minimum."""
        return max(0, self.minimum - self.have)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a gap is open: one line (name, sentence) per person, the most useful people first."""

    gap: Gap
    lines: tuple[tuple[str, str], ...]
    member_ids: tuple[int, ...] = ()
    free: tuple[int, ...] = ()
