"""Coverage: how much of the minimum was there, by position, weekday and day."""

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Cell, Column, Item, Row, Series, Table
from clinicmgr.paper.table import Value
from clinicmgr.paper.wording import hours_text
from clinicmgr.reports.documents.monthly.issue import Issue, in_hours, whole
from clinicmgr.reports.records import Cover, Coverage, Section
from clinicmgr.reports.rules import headlines


def coverage(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.coverage
    headline = headlines.coverage(figures, issue.voice)
    if figures.cover.now.met is None:
        return issue.nothing(Section.COVERAGE, headline)
    items: list[Item] = [issue.opening(Section.COVERAGE, headline, _summary(issue, figures))]
    if any(each.met is not None for each in figures.cover.months):
        items.append(_trend(issue, figures))
    items += [whole(_positions(issue, figures)), whole(_worst(issue, figures))]
    return items


def _summary(issue: Issue, figures: Coverage) -> Table:
    covers = (figures.cover.now, figures.cover.year_ago, figures.cover.to_date)

    def line(name: str, *values: Value | Cell) -> Row:
        return Row((name, *values))

    rows = (
        line(_("Minimum met"), *(issue.share(each.met) for each in covers)),
        line(_("Hours needed"), *(issue.hours(each.needed) for each in covers)),
        line(_("Hours not covered"), *(issue.hours(each.missing) for each in covers)),
        line(
            _("Days with a gap"),
            *(
                _("{short} of {days}").format(short=each.days_short, days=each.days)
                for each in covers
            ),
        ),
    )
    heads = (Column(head, "number", "right") for head in issue.heads())
    footnote = _(
        "Needed: each line of demand by itself, its minimum × its hours, on every day it applies "
        "and the practice is open. Not covered: the people missing to the minimum × the time they "
        "were missing, by the roster as it stands. Met: what is left of the needed hours."
    )
    return Table((Column("", width=0.34), *heads), rows, _("Demand"), footnote=footnote)


def _trend(issue: Issue, figures: Coverage) -> Item:
    missing = in_hours([each.missing if each.needed else None for each in figures.cover.months])
    return issue.trend(
        _("Hours not covered, by month"), "number", Series(_("Not covered"), missing)
    )


def _positions(issue: Issue, figures: Coverage) -> Table:
    """Hours missing by position and weekday; a dot says that nobody was needed."""
    weekdays = [number for number in range(7) if figures.weekdays[number].needed]

    def missing(cover: Cover) -> Value | Cell:
        if not cover.needed:
            return "·"
        return Cell(cover.missing, strong=True) if cover.missing else "–"

    rows = [
        Row(
            (
                each.name,
                issue.share(each.cover.met),
                each.cover.missing,
                *(missing(each.weekdays[number]) for number in weekdays),
            )
        )
        for each in figures.positions
    ]
    now = figures.cover.now
    rows.append(
        Row(
            (
                _("Total"),
                issue.share(now.met),
                now.missing,
                *(missing(figures.weekdays[number]) for number in weekdays),
            ),
            "total",
        )
    )
    columns = (
        Column(_("Position"), width=0.28),
        Column(_("Met"), "percent"),
        Column(_("Not covered"), "hours"),
        *(Column(issue.voice.weekday(number), "hours") for number in weekdays),
    )
    return Table(
        columns,
        tuple(rows),
        title=_("Hours not covered, by position and weekday"),
        footnote=_("– is no gap; · is a weekday on which the position was not needed."),
    )


def _worst(issue: Issue, figures: Coverage) -> Table:
    rows = tuple(
        Row(
            (
                issue.voice.short_day(each.day),
                each.missing,
                ", ".join(
                    _("{position} {hours}").format(position=name, hours=hours_text(minutes))
                    for name, minutes in each.positions
                ),
            )
        )
        for each in figures.worst
    )
    columns = (
        Column(_("Day"), width=0.2),
        Column(_("Not covered"), "hours", width=0.16),
        Column(_("Who was missing, in hours")),
    )
    return Table(columns, rows, title=_("Days with the largest gaps"), empty=_("There is none."))
