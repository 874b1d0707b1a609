"""The month at a glance: one page of figures, each beside the year and the year before."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from clinicmgr.finance.records import VarianceTotal
from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Heading, Item, Notes, Text, Tile, Tiles
from clinicmgr.reports.documents.monthly.issue import Issue
from clinicmgr.reports.documents.monthly.tile import Amount, Figure
from clinicmgr.reports.records import Compared, Hours, MoneyFigures, Section
from clinicmgr.reports.rules import headlines
from clinicmgr.reports.service import headline

T = TypeVar("T")


def dashboard(issue: Issue) -> list[Item]:
    """Return the page."""
    tiles = tuple(_tiles(issue))
    items: list[Item] = [
        Heading(Section.SUMMARY.label, footnote=_footnote(issue)),
        *issue.written(Section.SUMMARY),
    ]
    if not issue.is_over:
        items.append(Text(_not_over(issue), "strong"))
    if tiles:
        items.append(Tiles(tiles))
    said = headline(issue.pack, Section.SUMMARY, issue.voice)
    items.append(Notes(tuple(said.splitlines()), _("What stands out")))
    return items


def _not_over(issue: Issue) -> str:
    return _(
        "This period is not over: what is on record by {day} stands beside a period that is whole."
    ).format(day=issue.printed)


def _footnote(issue: Issue) -> str:
    periods = issue.pack.periods
    return _(
        "Large: {span}; the change is that to {before}. The line shows the twelve whole months up "
        "to {month}. How each figure is made stands in its section."
    ).format(
        span=issue.voice.span(periods.span),
        before=issue.voice.span(periods.year_ago),
        month=issue.voice.month(periods.months[-1].last),
    )


def _tiles(issue: Issue) -> Iterator[Tile]:
    for figure in (*_people(issue), *_activity(issue), *_money(issue), *_equipment(issue)):
        if figure.amounts.now is not None or figure.amounts.to_date is not None:
            yield figure.tile(issue)


def _each(compared: Compared[T], take: Callable[[T], Amount]) -> Compared[Amount]:
    return Compared(
        take(compared.now),
        take(compared.year_ago),
        take(compared.to_date),
        tuple(take(each) for each in compared.months),
    )


def _people(issue: Issue) -> Iterator[Figure]:
    voice, hours = issue.voice, issue.pack.staffing.hours

    def known(take: Callable[[Hours], int]) -> Compared[Amount]:
        return _each(hours, lambda each: None if each.is_empty else take(each))

    rostered = not (hours.now.is_empty and hours.to_date.is_empty)
    if rostered:
        yield Figure(_("Rostered hours"), known(lambda each: each.minutes), voice.hours)
        overtime = known(lambda each: each.overtime_minutes)
        yield Figure(_("Overtime hours"), overtime, voice.hours, -1)
    cover = _each(issue.pack.coverage.cover, lambda each: each.met)
    if cover.now is not None:
        yield Figure(_("Minimum covered"), cover, voice.percent, 1, is_share=True)
    if rostered:
        sick = known(lambda each: each.sick_days)
        yield Figure(_("Days of sickness"), sick, voice.number, -1)


def _activity(issue: Issue) -> Iterator[Figure]:
    voice, figures, use = issue.voice, issue.pack.activity, issue.pack.use
    if not figures.is_empty:
        visits = _each(figures.totals, lambda each: each.visits if each.done else None)
        yield Figure(_("Visits"), visits, voice.number, 1)
        rate = _each(figures.totals, lambda each: each.no_show_rate)
        yield Figure(_("No-show rate"), rate, voice.percent, -1, is_share=True)
    people = headlines.together(use.now.people)
    if people is not None and not figures.is_empty:
        busy = Compared(people, headlines.together(use.year_ago.people), None)
        yield Figure(_("Providers busy"), busy, voice.percent, is_share=True)


def _money(issue: Issue) -> Iterator[Figure]:
    figures = issue.pack.money
    if figures is None or figures.is_empty:
        return
    yield _total(issue, figures, _("Income"), lambda each: each.income, 1)
    yield _total(issue, figures, _("Cost"), lambda each: each.cost, -1)
    yield _total(issue, figures, _("Result"), lambda each: each.result, 1)


def _total(
    issue: Issue,
    figures: MoneyFigures,
    label: str,
    take: Callable[..., VarianceTotal],
    good: int,
) -> Figure:
    def actual(total: VarianceTotal) -> Amount:
        return total.actual_cents if total.actual_cents and not total.is_partial else None

    compared: Compared[VarianceTotal] = Compared(
        take(figures.now),
        take(figures.year_ago),
        take(figures.to_date),
        tuple(take(each) for each in figures.months),
    )
    amounts = _each(compared, actual)
    if not (figures.is_whole and figures.is_over):
        amounts = replace(amounts, year_ago=None)
    more = _to_budget(issue, figures, compared.now)
    return Figure(label, amounts, issue.voice.money, good, more=more)


def _to_budget(issue: Issue, figures: MoneyFigures, total: VarianceTotal) -> str:
    """Say the difference to the budget, or of which months a figure is that has no like."""
    months = headlines.months(figures.now, issue.voice)
    if not figures.is_over:
        return _("{months}, so far").format(months=months)
    if not figures.is_whole:
        return months
    variance = total.variance_cents
    if variance is None or not total.budget_cents:
        return ""
    words = _("{amount} over budget") if variance > 0 else _("{amount} under budget")
    return words.format(amount=issue.voice.money(abs(variance)))


def _equipment(issue: Issue) -> Iterator[Figure]:
    voice, cards, equipment = issue.voice, issue.pack.credentials, issue.pack.equipment
    if cards.asked:
        share = Compared(Decimal(cards.in_order) / cards.asked, None, None)
        more = _("{count} of {asked} on {day}").format(
            count=cards.in_order, asked=cards.asked, day=voice.day(cards.on)
        )
        yield Figure(_("Credentials in order"), share, voice.percent, is_share=True, more=more)
    if not equipment.is_empty:
        on_time = replace(
            _each(equipment.figures, lambda each: each.on_time),
            months=tuple(each.on_time for each in equipment.months),
        )
        yield Figure(_("Maintenance on time"), on_time, voice.percent, 1, is_share=True)
