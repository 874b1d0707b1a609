"""What was told to the staff: publications, what has changed since, and what is still a draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.schedule.records.findings import Violation
from clinicmgr.schedule.records.shifts import Shift

PUBLICATION_FIELDS = (
    Field("number", N_("Version"), "whole"),
    Field("first", N_("First day"), "day"),
    Field("last", N_("Last day"), "day"),
    Field("note", N_("Note"), "long_text", help=N_("What the staff should know about it.")),
    Field("who", N_("Published by")),
    Field("at", N_("Published at")),
    Field("shifts", N_("Shifts"), "whole"),
    Field("batch", N_("Number of the lines"), "whole"),
    Field("sha256", N_("Checksum")),
)


@dataclass(frozen=True, slots=True)
class Publication:
    """A version of the roster as it was told to the staff; it never changes afterwards.

    `number` counts all versions of the practice; `batch` is the number that its shifts carry.
    """

    id: int
    number: int
    first: date
    last: date
    note: str
    at: datetime
    who: str
    shifts: int
    batch: int

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day <= self.last


class ChangeKind(StrEnum):
    """What happened to a shift since it was published."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"

    @property
    def label(self) -> str:
        """The word a person sees."""
        return _(_CHANGE_LABELS[self])


_CHANGE_LABELS = {
    ChangeKind.ADDED: N_("New"),
    ChangeKind.REMOVED: N_("Canceled"),
    ChangeKind.MOVED: N_("Moved"),
    ChangeKind.CHANGED: N_("Changed"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One shift that is no longer as it was published, as one person has to hear it.

    `member_id` is whose news it is: a shift that went from Ann to Bob is a change for each of
    them. None is for a shift that was open before and is open now. `sentence` says all of it.
    """

    kind: ChangeKind
    member_id: int | None
    before: Shift | None
    after: Shift | None
    sentence: str

    @property
    def shift_id(self) -> int:
        """The shift: what is counted as one change, whoever has to hear of it."""
        one = self.after or self.before
        return one.id if one is not None else 0

    @property
    def day(self) -> date:
        """The day on which the person meets it: where the shift was, or else where it is now."""
        mine = self.before if _is_of(self.before, self.member_id) else self.after
        one = mine or self.before or self.after
        return one.day if one is not None else date.min


def _is_of(shift: Shift | None, member_id: int | None) -> bool:
    return shift is not None and shift.member_id == member_id


@dataclass(frozen=True, slots=True)
class Standing:
    """How the roster of a period stands to what was published of it.

    `versions` gives for each published day the number of the version that holds; `latest` is the
    newest of these. `drafts` are the shifts that nobody was told of as they are now; `changed`
    counts the shifts that are other than published; `unpublished` are days with shifts, from today
    on, that no version holds.
    """

    first: date
    last: date
    versions: Mapping[date, int]
    latest: Publication | None
    drafts: frozenset[int]
    changed: int
    unpublished: tuple[date, ...]

    @property
    def is_current(self) -> bool:
        """Whether everything there is was published as it is."""
        return not self.changed and not self.unpublished


@dataclass(frozen=True, slots=True)
class RecentChanges:
    """What the staff have to be told, and since which version; None: nothing was published before.

    `published` is the version that tells it already; None while it is a draft.
    """

    since: Publication | None
    changes: tuple[Change, ...]
    published: Publication | None

    @property
    def count(self) -> int:
        """How many shifts are other than they were."""
        return len({one.shift_id for one in self.changes})


@dataclass(frozen=True, slots=True)
class Concerns:
    """What is to be known before a period is published: gaps, broken rules, shifts of nobody."""

    gaps: tuple[Violation, ...]
    problems: tuple[Violation, ...]
    open_shifts: int

    @property
    def count(self) -> int:
        """How many gaps and problems there are."""
        return len(self.gaps) + len(self.problems)


@dataclass(frozen=True, slots=True)
class Announced:
    """A shift as calendars have it: how it was published last, and how often that has changed.

    `sequence` is 0 for what was published once; `canceled`: it is no longer in the roster.
    `members` are all who ever had it, so that those who lost it are told.
    """

    shift: Shift
    sequence: int
    canceled: bool
    members: frozenset[int | None]
