"""Leave: days off by kind, and each absence."""

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Column, Item, Row, Series, Table
from clinicmgr.reports.documents.monthly.issue import Issue
from clinicmgr.reports.records import LeaveFigures, Section
from clinicmgr.reports.rules import headlines
from clinicmgr.staff.records import LeaveKind


def leave(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.leave
    headline = headlines.leave(figures, issue.voice)
    ever = any(
        any(days.values())
        for days in (figures.days.now, figures.days.to_date, *figures.days.months)
    )
    if not ever and not figures.absences:
        return issue.nothing(Section.LEAVE, headline)
    return [
        issue.opening(Section.LEAVE, headline, _by_kind(issue, figures)),
        _trend(issue, figures),
        _absences(figures),
    ]


def _by_kind(issue: Issue, figures: LeaveFigures) -> Table:
    days = (figures.days.now, figures.days.year_ago, figures.days.to_date)
    rows = [Row((kind.label, *(each[kind] for each in days))) for kind in LeaveKind]
    rows.append(Row((_("Total"), *(sum(each.values()) for each in days)), "total"))
    heads = (Column(head, "whole") for head in issue.heads())
    return Table(
        (Column("", width=0.34), *heads),
        tuple(rows),
        title=_("Days of work off"),
        footnote=_(
            "A day counts where the person would have worked: available on that weekday, and the "
            "practice open."
        ),
    )


def _trend(issue: Issue, figures: LeaveFigures) -> Item:
    kinds = [kind for kind in LeaveKind if any(days[kind] for days in figures.days.months)] or [
        LeaveKind.ANNUAL
    ]
    series = (
        Series(kind.label, tuple(days[kind] for days in figures.days.months), place)
        for place, kind in enumerate(kinds)
    )
    return issue.trend(_("Days of work off, by month"), "whole", *series, kind="stacked")


def _absences(figures: LeaveFigures) -> Table:
    rows = tuple(
        Row((each.name, each.position, each.kind.label, each.first, each.last, each.days))
        for each in figures.absences
    )
    columns = (
        Column(_("Person")),
        Column(_("Position")),
        Column(_("Kind")),
        Column(_("From"), "day"),
        Column(_("To"), "day"),
        Column(_("Days"), "whole"),
    )
    return Table(columns, rows, title=_("Who was off"), empty=_("Nobody was off."))
