"""Gaps in words: what is not covered, and why nobody is there, person by person."""

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_day, format_range
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Column, Document, Imprint, Page, Row, Table
from clinicmgr.schedule.records import Explanation, Facts
from clinicmgr.schedule.service import Schedule

MANY = 4


@dataclass(frozen=True, slots=True)
class GapListOptions:
    """From which day to which."""

    first: date
    last: date


def build_gap_list(
    schedule: Schedule, settings: ClinicSettings, imprint: Imprint, options: GapListOptions
) -> Document:
    """Return every open gap from the first to the last day and why nobody is there."""
    facts = schedule.facts(options.first, options.last)
    rows = [
        row
        for explained in schedule.explanations(options.first, options.last)
        for row in _rows(explained, facts, settings)
    ]
    columns = (Column(_("Who"), width=0.28), Column(_("Why not, or what it takes"), width=0.72))
    return Document(
        title=_("Coverage gaps"),
        subtitle=_("{first} to {last}").format(
            first=format_day(options.first, "long", settings.locale),
            last=format_day(options.last, "long", settings.locale),
        ),
        items=(Table(columns, tuple(rows), empty=_("Every minimum is covered.")),),
        imprint=imprint,
        page=Page(settings.paper),
        language=settings.locale,
    )


def _rows(explained: Explanation, facts: Facts, settings: ClinicSettings) -> list[Row]:
    """Return a line for each person; what holds for many is said once, with their names below."""
    people: dict[str, list[str]] = {}
    for name, sentence in explained.lines:
        people.setdefault(sentence, []).append(name)
    rows = [Row((gap_title(explained, facts, settings.locale),), kind="group")]
    for sentence, names in people.items():
        if len(names) < MANY:
            rows += [Row((name, sentence)) for name in names]
        else:
            count = ngettext("{count} person", "{count} people", len(names))
            rows.append(Row((count.format(count=len(names)), sentence), note=", ".join(names)))
    return rows


def gap_title(explained: Explanation, facts: Facts, locale: str) -> str:
    """Say a gap in a line: "Fri, Nov 20, 8:00 AM–4:30 PM: 1 Front desk missing at Harbor"."""
    gap = explained.gap
    site = facts.sites.get(gap.site_id) if gap.site_id else None
    words = {
        "day": format_day(gap.day, "weekday", locale),
        "time": format_range(gap.start, gap.end, locale),
        "count": gap.missing,
        "position": facts.positions[gap.position_id].name,
        "site": site.name if site else "",
    }
    if site is None:
        return _("{day}, {time}: {count} × {position} missing").format(**words)
    return _("{day}, {time}: {count} × {position} missing at {site}").format(**words)
