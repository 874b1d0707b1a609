"""Coverage: who is there of those who are needed, by position, time of day and day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import days, format_day, format_hours, format_range, weeks
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import (
    Cell,
    Column,
    Document,
    Imprint,
    Item,
    Margins,
    Page,
    Row,
    Table,
    Text,
    Value,
)
from clinicmgr.schedule.documents.roster.sheet import day_views
from clinicmgr.schedule.records import Demand, Facts
from clinicmgr.schedule.rules import DayView
from clinicmgr.schedule.rules.coverage import steps
from clinicmgr.schedule.service import Schedule

DAY = timedelta(days=1)
Band = tuple[int, int]
"""A stretch of the day in minutes from midnight, in which what is needed does not change."""


@dataclass(frozen=True, slots=True)
class CoverageTableOptions:
    """Which days and positions (none is all), by time of day or each day at its worst moment."""

    first: date
    last: date
    position_ids: tuple[int, ...] = ()
    times: bool = True
    short_only: bool = False


class _Kind(NamedTuple):
    """What demand is about; -1 stands for any site and for no skill."""

    position: int
    site: int
    skill: int


class _Met(NamedTuple):
    """How a demand is met: people there at the worst moment, people needed, minutes missing."""

    have: int
    need: int
    missing: int


@dataclass(frozen=True, slots=True)
class _Week:
    """One week: the days that are shown, who is there, and what is needed."""

    title: str
    views: tuple[DayView, ...]
    facts: Facts
    options: CoverageTableOptions

    def demand_of(self, kind: _Kind, day: date) -> list[Demand]:
        """Return what is needed of a kind on a day."""
        return [one for one in self.facts.demand_on(day) if _kind(one) == kind]

    def kinds(self) -> list[_Kind]:
        """Return what is needed in this week, in the order of positions."""
        wanted = set(self.options.position_ids)
        order = {position: number for number, position in enumerate(self.facts.positions)}
        found = {_kind(one) for view in self.views for one in self.facts.demand_on(view.day)}
        return sorted(
            (one for one in found if not wanted or one.position in wanted),
            key=lambda one: (order.get(one.position, 0), one),
        )

    def bands(self, kind: _Kind) -> list[Band]:
        """Return the stretches of the day in which what is needed of a kind does not change."""
        demand = [one for view in self.views for one in self.demand_of(kind, view.day)]
        return list(pairwise(sorted({at for one in demand for at in (one.start, one.end)})))

    def rows(self, kind: _Kind) -> list[tuple[Band, list[_Met | None]]]:
        """Return the rows of a kind: each stretch, or the whole day at its worst, by day."""
        bands = self.bands(kind)
        found = [[self._worst(kind, band, view) for view in self.views] for band in bands]
        if self.options.times:
            return list(zip(bands, found, strict=True))
        whole = [_together(of_day) for of_day in zip(*found, strict=True)]
        return [((bands[0][0], bands[-1][1]), whole)]

    def _worst(self, kind: _Kind, band: Band, view: DayView) -> _Met | None:
        """How a stretch is covered; of several demands the one that is met worst."""
        found = [
            made
            for one in self.demand_of(kind, view.day)
            if (made := _met(one, band, view, self.facts)) is not None
        ]
        return max(found, key=_badness, default=None)


def _badness(one: _Met) -> tuple[int, int]:
    return (one.need - one.have, one.missing)


def _together(of_day: Iterable[_Met | None]) -> _Met | None:
    """The worst stretch speaks for the day; what is missing adds up."""
    found = [one for one in of_day if one is not None]
    if not found:
        return None
    return max(found, key=_badness)._replace(missing=sum(one.missing for one in found))


def build_coverage_table(
    schedule: Schedule, settings: ClinicSettings, imprint: Imprint, options: CoverageTableOptions
) -> Document:
    """Return coverage from the first to the last day, a table for each week."""
    facts = schedule.facts(options.first, options.last)
    shifts = schedule.shifts(options.first - DAY, options.last + DAY)
    views = {view.day: view for view in day_views(shifts, options.first, options.last)}
    starts = list(weeks(options.first, options.last, settings.week_start))
    missing: dict[date, int] = {}
    tables: list[Item] = []
    for start in starts:
        week = _week(start, views, facts, settings, options)
        tables.append(_table(week, settings.locale, missing, titled=len(starts) > 1))
    words = _("Each cell says how many are there at the worst moment, and how many it takes.")
    return Document(
        title=_("Coverage"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=(Text(_lead(missing), "lead"), *tables, Text(words, "small")),
        imprint=imprint,
        page=Page(settings.paper, landscape=True, margins=Margins(top=10, bottom=9)),
        language=settings.locale,
    )


def _week(
    start: date,
    views: dict[date, DayView],
    facts: Facts,
    settings: ClinicSettings,
    options: CoverageTableOptions,
) -> _Week:
    shown = tuple(
        views[day]
        for day in days(start, start + 6 * DAY)
        if day in views and (day.weekday() in settings.visible_days or facts.demand_on(day))
    )
    title = _("Week of {day}").format(day=format_day(start, "short", settings.locale))
    return _Week(title, shown, facts, options)


def _lead(missing: dict[date, int]) -> str:
    gaps = [minutes for minutes in missing.values() if minutes]
    if not gaps:
        return _("Every minimum is covered.")
    words = ngettext(
        "{hours} hours are missing on {count} day.",
        "{hours} hours are missing on {count} days.",
        len(gaps),
    )
    return words.format(hours=format_hours(sum(gaps)), count=len(gaps))


def _table(week: _Week, locale: str, missing: dict[date, int], *, titled: bool) -> Table:
    share = 0.62 / max(len(week.views), 1)
    columns = (
        Column(_("Needed"), width=0.28),
        *(
            Column(format_day(view.day, "weekday", locale), align="center", width=share)
            for view in week.views
        ),
        Column(_("Hours missing"), "hours", width=0.1),
    )
    rows = list(_rows(week, locale, missing))
    if rows:
        of_days = [missing.get(view.day, 0) for view in week.views]
        cells = (format_hours(minutes) if minutes else "" for minutes in of_days)
        rows.append(Row((_("Hours missing"), *cells, sum(of_days) or None), kind="total"))
    empty = _("Every minimum is covered.") if week.options.short_only else _("Nothing is needed.")
    return Table(columns, tuple(rows), week.title if titled else "", empty)


def _rows(week: _Week, locale: str, missing: dict[date, int]) -> Iterator[Row]:
    position = None
    for kind in week.kinds():
        rows = list(_kind_rows(week, kind, locale, missing))
        if rows and kind.position != position:
            position = kind.position
            found = week.facts.positions[position]
            yield Row((f"{found.code}  {found.name}",), kind="group")
        yield from rows


def _kind_rows(week: _Week, kind: _Kind, locale: str, missing: dict[date, int]) -> Iterator[Row]:
    where = _where(kind, week.facts)
    for band, of_days in week.rows(kind):
        short = sum(one.missing for one in of_days if one is not None)
        if not any(of_days) or (week.options.short_only and not short):
            continue
        for view, met in zip(week.views, of_days, strict=True):
            if met is not None:
                missing[view.day] = missing.get(view.day, 0) + met.missing
        times = format_range(*band, locale)
        label = _("{times}, {where}").format(times=times, where=where) if where else times
        yield Row((label, *_cells(of_days), short or None))


def _cells(of_days: Sequence[_Met | None]) -> Iterable[Value | Cell]:
    for met in of_days:
        if met is None:
            yield ""
        elif met.have < met.need:
            text = _("▼ {have} / {need}").format(have=met.have, need=met.need)
            yield Cell(text, strong=True)
        else:
            yield _("✓ {have} / {need}").format(have=met.have, need=met.need)


def _met(demand: Demand, band: Band, view: DayView, facts: Facts) -> _Met | None:
    """How one demand is met in a stretch of the day; None where it asks for nobody."""
    found = [
        (max(step.start, band[0]), min(step.end, band[1]), step.have)
        for step in steps(demand, view, facts)
        if step.start < band[1] and band[0] < step.end
    ]
    if not found or demand.minimum <= 0:
        return None
    short = sum(max(0, demand.minimum - have) * (end - start) for start, end, have in found)
    return _Met(min(have for _start, _end, have in found), demand.minimum, short)


def _kind(demand: Demand) -> _Kind:
    return _Kind(demand.position_id, demand.site_id or -1, demand.skill_id or -1)


def _where(kind: _Kind, facts: Facts) -> str:
    """Say the site and the skill, where the demand is about one."""
    site, skill = facts.sites.get(kind.site), facts.skills.get(kind.skill)
    parts = (
        site.name if site is not None else "",
        _("with {skill}").format(skill=skill.name) if skill is not None else "",
    )
    return " ".join(part for part in parts if part)
