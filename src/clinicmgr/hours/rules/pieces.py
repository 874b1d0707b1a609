"""From stretches to pieces: cut at midnight and where a differential begins or ends.

A piece has real minutes: a night in which the clocks change is an hour longer or shorter. Nobody
says when the break was taken, so it is taken in the middle of the stretch.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from clinicmgr.hours.records import Differential, Piece, Rounding, Stretch, StretchDraft
from clinicmgr.hours.rules.rounding import rounded
from clinicmgr.kernel.periods import DAY_MINUTES, elapsed_minutes

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Bands:
    """The differentials, the public holidays and the time zone that pieces are cut by."""

    differentials: Sequence[Differential] = ()
    holidays: frozenset[date] = frozenset()
    zone: str = "America/Chicago"

    def around(self, day: date) -> Iterator[tuple[int, int, int]]:
        """Yield (start, end, id) of each band that may meet a stretch of `day`."""
        for offset in (-1, 0, 1):
            at = day + offset * DAY
            for each in self.differentials:
                if each.begins_on(at, is_holiday=at in self.holidays):
                    shift = offset * DAY_MINUTES
                    yield each.start + shift, each.end + shift, each.id


def pieces(stretch: Stretch | StretchDraft, rounding: Rounding, bands: Bands) -> tuple[Piece, ...]:
    """Return the pieces of a stretch in order of time; none while its end is missing.

    Their minutes add up to the real minutes between the rounded ends less the break.
    """
    if stretch.end is None:
        return ()
    start, end = rounded(stretch.start, rounding), rounded(stretch.end, rounding)
    if end <= start:
        return ()
    spans = tuple(bands.around(stretch.day))
    cuts = sorted({start, end, *_within(start, end, spans)})
    parts = list(pairwise(cuts))
    lengths = [elapsed_minutes(stretch.day, *part, bands.zone) for part in parts]
    middle = start + max(0, end - start - stretch.break_minutes) // 2
    pause = middle, min(end, middle + stretch.break_minutes)
    within = [max(0, min(high, pause[1]) - max(low, pause[0])) for low, high in parts]
    pauses = _exactly(min(stretch.break_minutes, sum(lengths)), within, lengths)
    return tuple(
        Piece(
            stretch.day + begin // DAY_MINUTES * DAY,
            begin % DAY_MINUTES,
            length - pause,
            stretch.position_id,
            tuple(sorted({one for low, high, one in spans if low <= begin and finish <= high})),
        )
        for (begin, finish), length, pause in zip(parts, lengths, pauses, strict=True)
        if length > pause
    )


def worked_minutes(stretches: Iterable[Stretch | StretchDraft], zone: str) -> int:
    """Return real minutes as recorded, not rounded, breaks out."""
    return sum(
        piece.minutes
        for stretch in stretches
        for piece in pieces(stretch, Rounding.NONE, Bands(zone=zone))
    )


def _within(start: int, end: int, spans: Iterable[tuple[int, int, int]]) -> Iterator[int]:
    borders = [DAY_MINUTES, 2 * DAY_MINUTES]
    for low, high, _id in spans:
        borders += (low, high)
    yield from (border for border in borders if start < border < end)


def _exactly(total: int, wanted: Sequence[int], most: Sequence[int]) -> list[int]:
    """Return what is wanted of each, at most all of it, and in sum exactly the total.

    The two differ where the clocks change during the break; the longest part then makes up for it.
    """
    given = [min(one, limit) for one, limit in zip(wanted, most, strict=True)]
    for place in sorted(range(len(given)), key=lambda at: given[at] - most[at]):
        missing = total - sum(given)
        given[place] += max(-given[place], min(missing, most[place] - given[place]))
    return given
