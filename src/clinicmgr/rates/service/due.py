"""What the manager has to look at in rates: fees below what is paid, and files out of date."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.rates.records import FeeSchedule, Release, Version, Workbench

PAGE = "rates"
_ASK_FROM_MONTH = 11
_NAMED = 3


def due(
    bench: Workbench, versions: Mapping[int, Dated[Version]], releases: Sequence[Release]
) -> Iterator[Due]:
    """Yield what is due on the day of a workbench."""
    if bench.own is not None:
        yield from _below(bench)
        yield from _without_fee(bench)
    schedules = ([bench.own] if bench.own else []) + list(bench.schedules)
    yield from _next_year(schedules, versions, bench.day)
    if releases:
        yield from _medicare(bench.release, releases, bench.day)


def _below(bench: Workbench) -> Iterator[Due]:
    """A payer pays what was agreed or our fee, whatever is less: the difference is given away."""
    below = sorted((line for line in bench.lines if line.left), key=lambda line: -line.left)
    low = [line.name for line in below]
    if low:
        sentence = ngettext(
            "Our fee for {codes} is below what a payer or Medicare pays.",
            "{count} of our fees are below what a payer or Medicare pays: {codes}.",
            len(low),
        ).format(count=len(low), codes=_few(low))
        yield Due(Urgency.SOON, bench.day, _("Fee too low"), sentence, PAGE, "workbench")


def _without_fee(bench: Workbench) -> Iterator[Due]:
    bare = [line.name for line in bench.lines if line.own is None]
    if bare:
        sentence = ngettext(
            "The service {codes} has no fee of ours.",
            "{count} services have no fee of ours: {codes}.",
            len(bare),
        ).format(count=len(bare), codes=_few(bare))
        yield Due(Urgency.SOON, bench.day, _("No fee"), sentence, PAGE, "workbench")


def _next_year(
    schedules: Sequence[FeeSchedule], versions: Mapping[int, Dated[Version]], on: date
) -> Iterator[Due]:
    """Where prices began on a January 1 before, those of next year are asked for in November."""
    if on.month < _ASK_FROM_MONTH:
        return
    new_year = date(on.year + 1, 1, 1)
    open_ones = []
    for schedule in schedules:
        begun = [day for day, _version in versions.get(schedule.id, Dated(())).entries]
        yearly = any((day.month, day.day) == (1, 1) for day in begun)
        if yearly and max(begun) <= on:
            open_ones.append(schedule.name)
    if open_ones:
        sentence = _(
            "Prices for {year} are not entered yet: {names}. Until they are, the old ones go on."
        )
        words = sentence.format(year=new_year.year, names=_few(open_ones))
        yield Due(Urgency.SOON, new_year, _("Next year"), words, PAGE, "schedules")


def _medicare(current: Release | None, releases: Sequence[Release], on: date) -> Iterator[Due]:
    """A new file holds from each January; its quarterly updates count where they were kept."""
    new_year = date(on.year, 1, 1)
    if current is None or current.from_day < new_year:
        last = current or max(releases, key=lambda each: each.from_day)
        sentence = _("Medicare's relative values of {year} are not on record; {name} counts still.")
        words = sentence.format(year=on.year, name=last.name)
        yield Due(Urgency.OVERDUE, new_year, _("Out of date"), words, PAGE, "medicare")
        return
    quarter = date(on.year, (on.month - 1) // 3 * 3 + 1, 1)
    keeps_quarters = any(each.from_day.month != 1 for each in releases)
    if keeps_quarters and current.from_day < quarter:
        sentence = _("Medicare updates its relative values on {day}; on record is {name}.")
        words = sentence.format(day=format_day(quarter, "short"), name=current.name)
        yield Due(Urgency.SOON, quarter, _("Update"), words, PAGE, "medicare")


def _few(names: Sequence[str]) -> str:
    """Return the first names, and how many more there are."""
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if more <= 0:
        return shown
    return ngettext("{names} and {count} more", "{names} and {count} more", more).format(
        names=shown, count=more
    )
