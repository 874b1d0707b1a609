"""Equipment: what was done in time, what failed, what it cost and what waits."""

from clinicmgr.equipment.records import Figures
from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Cell, Chart, Column, Item, Row, Series, Table, Text
from clinicmgr.paper.table import Value
from clinicmgr.reports.documents.monthly.issue import NOT_KNOWN, Issue
from clinicmgr.reports.records import EquipmentFigures, Job, Section
from clinicmgr.reports.rules import headlines


def equipment(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.equipment
    headline = headlines.equipment(figures, issue.voice)
    if figures.is_empty:
        return issue.nothing(Section.EQUIPMENT, headline)
    items: list[Item] = [issue.opening(Section.EQUIPMENT, headline, _summary(issue, figures))]
    items += _charts(issue, figures)
    items.append(_waiting(issue, figures))
    if figures.outages:
        items.append(_outages(figures))
    items.append(_jobs(figures))
    return items


def _summary(issue: Issue, figures: EquipmentFigures) -> Table:
    voice = issue.voice
    three = (figures.figures.now, figures.figures.year_ago, figures.figures.to_date)

    def on_time(each: Figures) -> Cell:
        if each.on_time is None:
            return NOT_KNOWN
        words = _("{share} ({done} of {due})").format(
            share=voice.percent(each.on_time), done=each.planned_on_time, due=each.planned_due
        )
        return Cell(each.on_time, words)

    def readings(each: Figures) -> str:
        return _("{out} of {taken}").format(
            out=each.readings_out_of_limits, taken=voice.number(each.readings_taken)
        )

    def line(name: str, *values: Value | Cell) -> Row:
        return Row((name, *values))

    rows = (
        line(_("Planned work on time"), *(on_time(each) for each in three)),
        line(_("Jobs closed"), *(each.closed for each in three)),
        line(_("Hours of labor"), *(issue.hours(each.labor_minutes) for each in three)),
        line(_("Parts and vendors"), *(issue.money(each.cost_cents) for each in three)),
        line(_("Hours of downtime"), *(issue.hours(each.downtime_minutes) for each in three)),
        line(_("Days out of service"), *(each.days_out_of_service for each in three)),
        line(_("Readings out of limits"), *(readings(each) for each in three)),
        line(_("Readings not taken"), *(each.readings_missing for each in three)),
    )
    heads = (Column(head, "number", "right") for head in issue.heads())
    footnote = _(
        "On time: done on the due day or before, of all planned work that was due in the period; "
        "what is not done counts as late once its day has passed. Labor, cost and downtime are "
        "those of the jobs closed in the period, as amended."
    )
    return Table((Column("", width=0.34), *heads), rows, _("Work and readings"), footnote=footnote)


def _charts(issue: Issue, figures: EquipmentFigures) -> list[Item]:
    months = figures.months
    items: list[Item] = []
    if any(each.cost_cents for each in months):
        cost = Series(_("Cost"), tuple(each.cost_cents for each in months))
        items.append(issue.trend(_("Parts and vendors, by month"), "money", cost))
    if figures.costs:
        items.append(
            Chart(
                "hbar",
                tuple(name for name, _cents in figures.costs),
                (Series(_("Cost"), tuple(cents for _name, cents in figures.costs)),),
                title=_("Parts and vendors by asset, {year} to date").format(
                    year=issue.pack.periods.to_date.first.year
                ),
                measure="money",
                height=6.0 * len(figures.costs) + 12,
            )
        )
    return items


def _waiting(issue: Issue, figures: EquipmentFigures) -> Item:
    day = issue.voice.day(issue.pack.periods.span.last)
    if not figures.waiting:
        return Text(_("No work was waiting on {day}.").format(day=day))
    columns = (
        Column(_("Asset"), width=0.34),
        Column(_("What")),
        Column(_("Since"), "day", width=0.15),
        Column(_("Standing"), width=0.16),
    )
    rows = tuple(
        Row(
            (
                each.asset,
                each.title,
                each.since,
                Cell(_("overdue"), strong=True) if each.is_planned else _("reported"),
            )
        )
        for each in figures.waiting
    )
    return Table(
        columns,
        rows,
        title=_("Not done by {day}").format(day=day),
    )


def _outages(figures: EquipmentFigures) -> Table:
    columns = (
        Column(_("Asset"), width=0.3),
        Column(_("Room"), width=0.18),
        Column(_("From"), "day"),
        Column(_("To"), "day"),
        Column(_("Days"), "whole"),
        Column(_("Reason"), width=0.24),
    )
    rows = tuple(
        Row((each.asset, each.room, each.first, each.last or _("not yet"), each.days, each.reason))
        for each in figures.outages
    )
    return Table(columns, rows, title=_("Out of service"))


def _jobs(figures: EquipmentFigures) -> Table:
    columns = (
        Column(_("Done"), "day", width=0.12),
        Column(_("Asset"), width=0.24),
        Column(_("What")),
        Column(_("Kind"), width=0.11),
        Column(_("Labor"), "hours", width=0.07),
        Column(_("Down"), "hours", width=0.07),
        Column(_("Cost"), "money", width=0.1),
    )
    rows = [_job(each) for each in figures.jobs]
    if rows:
        now = figures.figures.now
        sums = (now.labor_minutes, now.downtime_minutes, now.cost_cents)
        rows.append(Row((_("Total"), "", "", "", *sums), "total"))
    return Table(columns, tuple(rows), title=_("Work closed"), empty=_("No work was closed."))


def _job(job: Job) -> Row:
    title = _("{title} (late)").format(title=job.title) if job.is_late else job.title
    return Row(
        (
            job.done,
            job.asset,
            title,
            job.kind,
            job.labor_minutes or None,
            job.downtime_minutes or None,
            job.cost_cents or None,
        )
    )
