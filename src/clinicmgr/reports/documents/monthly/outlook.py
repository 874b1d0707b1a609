"""What comes in the 90 days after the period."""

from dataclasses import replace
from itertools import groupby

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.paper import Column, Item, Row, Table
from clinicmgr.reports.documents.monthly.issue import Issue, whole
from clinicmgr.reports.records import Next, Section
from clinicmgr.reports.rules import headlines


def outlook(issue: Issue) -> list[Item]:
    """Return the section: a table for each month."""
    figures = issue.pack.outlook
    headline = headlines.outlook(figures, issue.voice)
    if not figures.events:
        return issue.nothing(Section.OUTLOOK, headline)
    footnote = _(
        "From the day after the period on, as of {day}: maintenance by its plans, leave as it is "
        "approved, prices that begin. What comes several times stands under its first day."
    ).format(day=issue.printed)
    months = groupby(figures.events, key=lambda each: issue.voice.month(each.day))
    first, *others = (_table(issue, title, tuple(events)) for title, events in months)
    return [
        issue.opening(Section.OUTLOOK, headline, replace(first, footnote=footnote)),
        *(whole(table) for table in others),
    ]


def _table(issue: Issue, title: str, events: tuple[Next, ...]) -> Table:
    columns = (
        Column(_("Day"), width=0.24),
        Column(_("Kind"), width=0.15),
        Column(_("What")),
        Column(_("Who or where"), width=0.3),
    )
    rows = (Row((_when(issue, each), each.kind.label, each.what, each.who)) for each in events)
    return Table(columns, tuple(rows), title)


def _when(issue: Issue, event: Next) -> str:
    first = issue.voice.short_day(event.day)
    if event.last is None:
        return first
    if event.times == 1:
        return _("{first} to {last}").format(first=first, last=issue.voice.short_day(event.last))
    times = ngettext("{count} time", "{count} times", event.times).format(count=event.times)
    return _("{first}, {times}").format(first=first, times=times)
