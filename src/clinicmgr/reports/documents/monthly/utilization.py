"""Utilization: how far people, rooms and equipment were used."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from clinicmgr.activity.records import ASSETS_FORMULA, PEOPLE_FORMULA, ROOMS_FORMULA, Use
from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Chart, Column, Item, Row, Series, Table
from clinicmgr.reports.documents.monthly.issue import Issue, whole
from clinicmgr.reports.records import Section
from clinicmgr.reports.rules import headlines

FEWEST_BARS = 3


def utilization(issue: Issue) -> list[Item]:
    """Return the section."""
    figures = issue.pack.use
    headline = headlines.use(figures, issue.voice)
    if figures.is_empty:
        return issue.nothing(Section.UTILIZATION, headline)
    now, before = figures.now, figures.year_ago
    blocks = [
        (*_chart(title, known), _table(title, known, earlier, _(formula)))
        for title, formula, uses, earlier in (
            (_("People"), PEOPLE_FORMULA, now.people, before.people),
            (_("Rooms"), ROOMS_FORMULA, now.rooms, before.rooms),
            (_("Equipment"), ASSETS_FORMULA, now.assets, before.assets),
        )
        if (known := _most_used_first(uses))
    ]
    first, *others = blocks
    return [
        issue.opening(Section.UTILIZATION, headline, *first),
        *(whole(*block) for block in others),
    ]


def _most_used_first(uses: Sequence[Use]) -> list[Use]:
    known = (each for each in uses if each.available_minutes)
    return sorted(known, key=lambda each: -(each.share or 0))


def _chart(title: str, uses: Sequence[Use]) -> list[Item]:
    """Return bars, where there are enough to compare."""
    if len(uses) < FEWEST_BARS:
        return []
    chart = Chart(
        "hbar",
        tuple(each.name for each in uses),
        (Series(_("Used"), tuple(each.share for each in uses)),),
        title=title,
        measure="percent",
        height=4.8 * len(uses) + 12,
    )
    return [chart]


def _table(title: str, uses: Sequence[Use], earlier: Sequence[Use], formula: str) -> Table:
    before: Mapping[int, Use] = {each.ref: each for each in earlier}
    columns = (
        Column(title, width=0.4),
        Column(_("Hours used"), "hours"),
        Column(_("Hours available"), "hours"),
        Column(_("Share"), "percent"),
        Column(_("Year earlier"), "percent"),
    )
    rows = [
        Row(
            (
                each.name,
                each.used_minutes,
                each.available_minutes,
                _rounded(each.share),
                _rounded(before[each.ref].share) if each.ref in before else None,
            )
        )
        for each in uses
    ]
    total = (sum(each.used_minutes for each in uses), sum(each.available_minutes for each in uses))
    shares = (_rounded(headlines.together(uses)), _rounded(headlines.together(earlier)))
    rows.append(Row((_("Together"), *total, *shares), "total"))
    return Table(columns, tuple(rows), _("{what}, in hours").format(what=title), footnote=formula)


def _rounded(share: Decimal | None) -> Decimal | None:
    return None if share is None else share.quantize(Decimal("0.001"))
