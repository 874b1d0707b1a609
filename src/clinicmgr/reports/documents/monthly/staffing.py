"""Staffing: hours by position and person, overtime, and who came and went."""

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Beside, Cell, Chart, Column, Item, Row, Series, Table
from clinicmgr.paper.table import Value
from clinicmgr.reports.documents.monthly.issue import Issue, in_hours, whole
from clinicmgr.reports.records import Hours, Move, NamedHours, Section, Staffing
from clinicmgr.reports.rules import headlines

FEWEST_BARS, MOST_BARS = 2, 10


def staffing(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.staffing
    headline = headlines.staffing(figures, issue.voice)
    if not figures.people:
        return issue.nothing(Section.STAFFING, _("Nobody was employed in this period."))
    items: list[Item] = [issue.opening(Section.STAFFING, headline, _summary(issue, figures))]
    if any(not each.is_empty for each in figures.hours.months):
        items += _trends(issue, figures)
    items.append(whole(_positions(figures)))
    items += _overtime(figures)
    items += _coming_and_going(issue, figures)
    items.append(_people(figures))
    return items


def _summary(issue: Issue, figures: Staffing) -> Table:
    hours = (figures.hours.now, figures.hours.year_ago, figures.hours.to_date)

    def line(name: str, *values: Value | Cell) -> Row:
        return Row((name, *values))

    rows = [
        line(_("Rostered hours"), *(issue.hours(each.minutes) for each in hours)),
        line(_("Contract hours"), *(issue.hours(each.contract_minutes) for each in hours)),
        line(_("Overtime hours"), *(issue.hours(each.overtime_minutes) for each in hours)),
        line(_("Days of leave"), *(each.leave_days for each in hours)),
        line(_("Days of sickness"), *(each.sick_days for each in hours)),
    ]
    if any(each.cents is not None for each in hours):
        rows.append(
            line(
                _("Labor cost"),
                *(issue.money(each.cents) for each in hours),
            )
        )
    heads = (Column(head, "number", "right") for head in issue.heads())
    return Table(
        (Column("", width=0.34), *heads),
        tuple(rows),
        title=_("Hours and days"),
        footnote=_formula(hours),
    )


def _formula(hours: tuple[Hours, ...]) -> str:
    parts = [
        _(
            "Rostered: real minutes of the shifts on the roster, without breaks. Contract: a "
            "seventh of the weekly hours for each day employed; leave is not taken off. Overtime: "
            "hours over the weekly limit, counted in the weeks that end in the period. Leave and "
            "sickness: days on which the person would have worked."
        )
    ]
    if any(each.cents is not None for each in hours):
        parts.append(
            _("Labor cost: minutes × the pay rate of the day, overtime half as much again.")
        )
        if any(each.unpriced for each in hours):
            parts.append(_("People without a pay rate on record are not in the cost."))
    return " ".join(parts)


def _trends(issue: Issue, figures: Staffing) -> list[Item]:
    months = figures.hours.months
    charts = [
        issue.trend(
            _("Rostered and contract hours"),
            "number",
            Series(_("Rostered"), in_hours([each.minutes for each in months]), 0),
            Series(_("Contract"), in_hours([each.contract_minutes for each in months]), 6),
        ),
        issue.trend(
            _("Days of leave and sickness"),
            "whole",
            Series(_("Leave"), tuple(each.leave_days for each in months), 0),
            Series(_("Sickness"), tuple(each.sick_days for each in months), 1),
            kind="stacked",
        ),
    ]
    return [Beside(tuple((chart,) for chart in charts))]


def _columns(first: str, count: str) -> tuple[Column, ...]:
    return (
        Column(first, width=0.3),
        Column(count, "whole"),
        Column(_("Rostered"), "hours"),
        Column(_("Contract"), "hours"),
        Column(_("Difference"), "hours"),
        Column(_("Overtime"), "hours"),
        Column(_("Leave, days"), "whole"),
        Column(_("Sick, days"), "whole"),
    )


def _cells(name: str, count: int, hours: Hours) -> tuple[Value, ...]:
    return (
        name,
        count,
        hours.minutes,
        hours.contract_minutes,
        hours.minutes - hours.contract_minutes,
        hours.overtime_minutes,
        hours.leave_days,
        hours.sick_days,
    )


def _positions(figures: Staffing) -> Table:
    rows = [
        Row(_cells(each.name or _("Without a position"), each.hours.people, each.hours))
        for each in figures.positions
    ]
    now = figures.hours.now
    rows.append(Row(_cells(_("Total"), now.people, now), "total"))
    return Table(
        _columns(_("Position"), _("People")),
        tuple(rows),
        title=_("By position"),
        footnote=_("Everybody is counted in the first position of the staff record."),
    )


def _overtime(figures: Staffing) -> list[Item]:
    over = sorted(
        (each for each in figures.people if each.hours.overtime_minutes),
        key=lambda each: -each.hours.overtime_minutes,
    )[:MOST_BARS]
    if len(over) < FEWEST_BARS:
        return []
    values = tuple(each.hours.overtime_minutes for each in over)
    return [
        Chart(
            "hbar",
            tuple(each.name for each in over),
            (Series(_("Overtime"), values),),
            title=_("Overtime by person"),
            measure="hours",
            height=6.0 * len(over) + 12,
        )
    ]


def _coming_and_going(issue: Issue, figures: Staffing) -> list[Item]:
    """Return how many people there are, the turnover, and those who came or left."""
    periods, voice = issue.pack.periods, issue.voice
    first, last = figures.employed
    turnover = "–" if figures.turnover is None else voice.percent(figures.turnover)
    rows = (
        Row((_("Employed on {day}").format(day=voice.day(periods.span.first)), first)),
        Row((_("Employed on {day}").format(day=voice.day(periods.span.last)), last)),
        Row((_("Left in the twelve months"), figures.left_in_year)),
        Row((_("Turnover"), turnover)),
    )
    footnote = _(
        "Turnover: those who left in the twelve months to {month}, of the people employed at the "
        "end of each of these months on average."
    ).format(month=voice.month(periods.history.last))
    columns = (Column(""), Column("", "whole", "right", 0.25))
    people = Table(columns, rows, _("People"), headless=True, footnote=footnote)
    lists = [
        _moves(title, moves)
        for title, moves in ((_("Hired"), figures.hired), (_("Left"), figures.left))
        if moves
    ]
    return [Beside(((people,), tuple(lists)))] if lists else [whole(people)]


def _moves(title: str, moves: tuple[Move, ...]) -> Table:
    return Table(
        (Column(_("Name")), Column(_("Position")), Column(_("Day"), "day")),
        tuple(Row((each.name, each.position, each.day)) for each in moves),
        title=title,
    )


def _people(figures: Staffing) -> Table:
    rows: list[Row] = []
    position: str | None = None
    for each in figures.people:
        if each.position != position:
            position = each.position
            rows.append(Row((position or _("Without a position"),), "group"))
        rows.append(_person(each))
    return Table(_columns(_("Person"), _("Shifts")), tuple(rows), title=_("By person"))


def _person(each: NamedHours) -> Row:
    return Row(_cells(each.name, each.hours.shifts, each.hours))
