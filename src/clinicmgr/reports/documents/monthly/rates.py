"""Changes of prices: the versions of fee schedules that began in the period."""

from itertools import chain

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.paper import Column, Item, Row, Table, Text
from clinicmgr.rates.records import Begun, PriceChange
from clinicmgr.reports.documents.monthly.issue import Issue
from clinicmgr.reports.records import Section
from clinicmgr.reports.rules import headlines

MOST_CHANGES = 15
"""Prices listed of one version; the largest changes come first."""


def rates(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.rates
    headline = headlines.rates(figures, issue.voice)
    if not figures.begun:
        return issue.nothing(Section.RATES, headline)
    first, *others = [_version(issue, each) for each in figures.begun]
    return [issue.opening(Section.RATES, headline, *first), *chain.from_iterable(others)]


def _version(issue: Issue, begun: Begun) -> list[Item]:
    title = _("{schedule}, from {day}").format(
        schedule=begun.schedule.name, day=issue.voice.day(begun.version.from_day)
    )
    if begun.changes and all(each.before is None for each in begun.changes):
        count = len(begun.changes)
        first = ngettext(
            "{title}: {count} price, for the first time.",
            "{title}: {count} prices, for the first time.",
            count,
        )
        return [Text(first.format(title=title, count=issue.voice.number(count)))]
    ranked = sorted(begun.changes, key=lambda each: (-abs(each.difference), each.name))
    columns = (
        Column(_("Code"), width=0.12),
        Column(_("Service")),
        Column(_("Before"), "money", width=0.13),
        Column(_("Since then"), "money", width=0.13),
        Column(_("Difference"), "money", width=0.13),
        Column(_("Change"), "percent", width=0.1),
    )
    table = Table(
        columns,
        tuple(_row(each) for each in ranked[:MOST_CHANGES]),
        title=title,
        empty=_("No price differs from the one before."),
        footnote=_basis(begun.version.basis),
    )
    left = len(ranked) - MOST_CHANGES
    if left <= 0:
        return [table]
    more = ngettext(
        "{count} smaller change is not listed.", "{count} smaller changes are not listed.", left
    )
    return [table, Text(more.format(count=left), "small")]


def _basis(basis: str) -> str:
    return _("How these prices were made: {basis}.").format(basis=basis) if basis else ""


def _row(change: PriceChange) -> Row:
    return Row(
        (
            change.name,
            change.description,
            change.before if change.before is not None else _("none"),
            change.after if change.after is not None else _("none"),
            change.difference,
            change.share,
        )
    )
