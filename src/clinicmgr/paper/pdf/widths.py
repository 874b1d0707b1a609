"""How wide the columns of a table are: as their content asks, within the width of the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """What a column asks for in points: its longest word, its longest line, a fixed width."""

    least: float
    most: float
    fixed: float | None = None


def shared(needs: Sequence[Need], room: float) -> tuple[float, ...] | None:
    """Return a width per column that together fill ``room``; None when the words do not fit.

    Each column gets its least width. What is left goes first to the columns that need little to
    keep their lines whole, so that only the long texts wrap; then to all in proportion.
    """
    least = [need.fixed or need.least for need in needs]
    most = [max(need.fixed or need.most, low) for need, low in zip(needs, least, strict=True)]
    if sum(least) > room + 0.01:
        return None
    spare, wish = room - sum(least), sum(most) - sum(least)
    if wish > spare:
        return _filled(least, most, spare)
    rest = (spare - wish) / max(sum(most), 1)
    return tuple(high * (1 + rest) for high in most)


def _filled(least: Sequence[float], most: Sequence[float], spare: float) -> tuple[float, ...]:
    """Pour ``spare`` points over the columns like water: the small wishes are filled first."""
    wide = list(least)
    order = sorted(range(len(least)), key=lambda place: most[place] - least[place])
    for number, place in enumerate(order):
        given = min(most[place] - least[place], spare / (len(order) - number))
        wide[place] += given
        spare -= given
    return tuple(wide)


def bands(least: Sequence[float], room: float) -> tuple[range, ...]:
    """Split columns that do not fit beside each other into bands; the first column comes in each.

    The ranges count from column 1; a column that alone is too wide gets a band of its own.
    """
    found: list[range] = []
    start, used = 1, least[0]
    for place in range(1, len(least)):
        if place > start and used + least[place] > room:
            found.append(range(start, place))
            start, used = place, least[0]
        used += least[place]
    return (*found, range(start, len(least)))
