"""Services and activity: what was done, by line, provider and payer class."""

from decimal import Decimal

from clinicmgr.activity.records import NO_SHOW_FORMULA, Totals
from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Beside, Cell, Column, Item, Row, Series, Table
from clinicmgr.paper.table import Value
from clinicmgr.reports.documents.monthly.issue import Issue, whole
from clinicmgr.reports.records import ActivityFigures, Counted, Section
from clinicmgr.reports.rules import headlines


def activity(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.activity
    headline = headlines.activity(figures, issue.voice)
    if figures.is_empty:
        return issue.nothing(Section.ACTIVITY, _("No activity was counted so far."))
    return [
        issue.opening(Section.ACTIVITY, headline, _summary(issue, figures)),
        _trends(issue, figures),
        whole(_counted(_("By service line"), _("Service line"), figures.lines)),
        whole(_counted(_("By provider"), _("Provider"), figures.providers, per_day=True)),
        whole(_counted(_("By payer class"), _("Payer class"), figures.payers)),
    ]


def _summary(issue: Issue, figures: ActivityFigures) -> Table:
    three = (figures.totals.now, figures.totals.year_ago, figures.totals.to_date)

    def line(name: str, *values: Value | Cell) -> Row:
        return Row((name, *values))

    rows = (
        line(_("Visits"), *(each.visits for each in three)),
        line(_("Procedures"), *(each.procedures for each in three)),
        line(_("Diagnostics"), *(each.diagnostics for each in three)),
        line(_("Cancelled"), *(each.cancelled for each in three)),
        line(_("No-shows"), *(each.no_shows for each in three)),
        line(_("No-show rate"), *(issue.share(each.no_show_rate) for each in three)),
        line(_("Visits a provider day"), *(_per_day(each) for each in three)),
    )
    heads = (Column(head, "number", "right") for head in issue.heads())
    footnote = _("{no_show} A provider day is a day on which a provider did something.").format(
        no_show=_(NO_SHOW_FORMULA)
    )
    return Table((Column("", width=0.34), *heads), rows, _("What was done"), footnote=footnote)


def _per_day(totals: Totals) -> Value:
    a_day = totals.visits_per_day
    return None if a_day is None else a_day.quantize(Decimal("0.1"))


def _trends(issue: Issue, figures: ActivityFigures) -> Item:
    months = figures.totals.months
    done = issue.trend(
        _("Done, by month"),
        "whole",
        Series(_("Visits"), tuple(each.visits for each in months), 0),
        Series(_("Procedures"), tuple(each.procedures for each in months), 1),
        Series(_("Diagnostics"), tuple(each.diagnostics for each in months), 2),
        kind="stacked",
    )
    rates = issue.trend(
        _("No-show rate, by month"),
        "percent",
        Series(_("No-show rate"), tuple(each.no_show_rate for each in months), 0),
        kind="line",
    )
    return Beside(((done,), (rates,)))


def _counted(
    title: str, head: str, counted: tuple[Counted, ...], *, per_day: bool = False
) -> Table:
    columns = (
        Column(head, width=0.28),
        Column(_("Done"), "whole"),
        Column(_("Year earlier"), "whole"),
        Column(_("Change"), "percent"),
        Column(_("No-shows"), "whole"),
        Column(_("No-show rate"), "percent"),
        Column(_("Year earlier"), "percent"),
        *((Column(_("A day"), "number"),) if per_day else ()),
    )
    rows = tuple(
        Row((*_cells(each), *((_a_day(each.now),) if per_day else ()))) for each in counted
    )
    return Table(columns, rows, title=title, empty=_("Nothing was counted."))


def _cells(each: Counted) -> tuple[Value, ...]:
    now, before = each.now, each.year_ago
    change = Decimal(now.done - before.done) / before.done if before.done else None
    return (
        each.name,
        now.done,
        before.done,
        None if change is None else change.quantize(Decimal("0.001")),
        now.no_shows,
        _rounded(now.no_show_rate),
        _rounded(before.no_show_rate),
    )


def _rounded(share: Decimal | None) -> Decimal | None:
    return None if share is None else share.quantize(Decimal("0.001"))


def _a_day(totals: Totals) -> Decimal | None:
    a_day = Decimal(totals.done) / totals.provider_days if totals.provider_days else None
    return None if a_day is None else a_day.quantize(Decimal("0.1"))
