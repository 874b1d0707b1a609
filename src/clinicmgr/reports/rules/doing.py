"""Counts of two periods side by side."""

from collections.abc import Sequence

from clinicmgr.activity.records import Totals
from clinicmgr.reports.records import Counted


def beside(
    now: Sequence[tuple[str, Totals]], before: Sequence[tuple[str, Totals]]
) -> tuple[Counted, ...]:
    """Return each name of either period with its totals of both, in the order of their lists."""
    nothing = Totals()
    this, earlier = dict(now), dict(before)
    names = dict.fromkeys((*this, *earlier))
    return tuple(
        Counted(name, this.get(name, nothing), earlier.get(name, nothing)) for name in names
    )


def most_first(counted: Sequence[Counted]) -> tuple[Counted, ...]:
    """Return the same, the most done first."""
    return tuple(sorted(counted, key=lambda each: (-each.now.done, -each.year_ago.done)))
