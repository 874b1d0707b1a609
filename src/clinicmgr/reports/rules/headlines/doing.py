"""What was done, how far it was used, and money in one to three sentences."""

from collections.abc import Sequence
from decimal import Decimal

from clinicmgr.activity.records import Use
from clinicmgr.finance.records import Variance, VarianceLine
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.reports.records import ActivityFigures, Counted, MoneyFigures, UseFigures
from clinicmgr.reports.rules.headlines.change import against, sentences
from clinicmgr.reports.rules.voice import Voice

FEWEST = 20
"""Appointments below which a no-show rate says nothing about a line."""


def activity(figures: ActivityFigures, voice: Voice) -> str:
    """Say visits and no-shows."""
    now, before = figures.totals.now, figures.totals.year_ago
    if not (now.done or now.no_shows or now.cancelled):
        return _("Nothing was counted in this period.")
    known = before.done > 0
    visits = ngettext("{count} visit{before}.", "{count} visits{before}.", now.visits).format(
        count=voice.number(now.visits),
        before=against(now.visits, before.visits if known else None, voice.number(before.visits)),
    )
    others = ""
    if now.procedures or now.diagnostics:
        others = _("Besides, {procedures} and {diagnostics}.").format(
            procedures=ngettext("{count} procedure", "{count} procedures", now.procedures).format(
                count=voice.number(now.procedures)
            ),
            diagnostics=ngettext(
                "{count} diagnostic", "{count} diagnostics", now.diagnostics
            ).format(count=voice.number(now.diagnostics)),
        )
    return sentences(visits, others, _no_shows(figures, voice))


def _no_shows(figures: ActivityFigures, voice: Voice) -> str:
    rate, before = figures.totals.now.no_show_rate, figures.totals.year_ago.no_show_rate
    if rate is None:
        return ""
    words = {
        "rate": voice.percent(rate),
        "before": against(rate, before, "" if before is None else voice.percent(before)),
    }
    worst = _worst(figures.lines)
    if worst is None or worst.now.no_show_rate is None or worst.now.no_show_rate <= rate:
        return _("{rate} of those who were to come did not{before}.").format(**words)
    return _(
        "{rate} of those who were to come did not{before}; the most for {line}, {worst}."
    ).format(line=worst.name, worst=voice.percent(worst.now.no_show_rate), **words)


def _worst(lines: Sequence[Counted]) -> Counted | None:
    likely = [
        each
        for each in lines
        if each.now.no_show_rate is not None and each.now.done + each.now.no_shows >= FEWEST
    ]
    return max(likely, key=lambda each: each.now.no_show_rate or 0) if len(likely) > 1 else None


def use(figures: UseFigures, voice: Voice) -> str:
    """Say how far people and rooms were used, and which room the most."""
    if figures.is_empty:
        return _("Nothing is known of the use of people, rooms or equipment in this period.")
    parts = []
    people, rooms = together(figures.now.people), together(figures.now.rooms)
    if people is not None:
        before = together(figures.year_ago.people)
        parts.append(
            _("Providers were busy for {share} of their rostered time{before}.").format(
                share=voice.percent(people),
                before=against(people, before, "" if before is None else voice.percent(before)),
            )
        )
    if rooms is not None:
        before = together(figures.year_ago.rooms)
        parts.append(
            _("Rooms were in use for {share} of their opening hours{before}.").format(
                share=voice.percent(rooms),
                before=against(rooms, before, "" if before is None else voice.percent(before)),
            )
        )
    return sentences(*parts, _extremes(figures.now.rooms, voice))


def together(uses: Sequence[Use]) -> Decimal | None:
    """Return used of available over several people or rooms; None where nothing was available."""
    available = sum(each.available_minutes for each in uses)
    return Decimal(sum(each.used_minutes for each in uses)) / available if available else None


def _extremes(rooms: Sequence[Use], voice: Voice) -> str:
    known = [(share, each.name) for each in rooms if (share := each.share) is not None]
    if len(known) < 2:
        return ""
    most, least = max(known), min(known)
    if most[0] == least[0]:
        return ""
    return _(
        "The most used room was {most} ({most_share}), the least {least} ({least_share})."
    ).format(
        most=most[1],
        most_share=voice.percent(most[0]),
        least=least[1],
        least_share=voice.percent(least[0]),
    )


def money(figures: MoneyFigures | None, voice: Voice) -> str:
    """Say the result against the budget and what differs the most."""
    if figures is None:
        return _("Money is left out: it needs the right to see budget, income and expenses.")
    if figures.is_empty:
        return _("Nothing was planned, earned or spent in this period.")
    if not figures.is_over:
        return _so_far(figures.now, voice)
    whole = "" if figures.is_whole else _("Money is told by whole months, here {months}.")
    return sentences(
        whole.format(months=months(figures.now, voice)),
        _result(figures.now, voice),
        _to_date(figures.to_date, voice),
        _largest(figures.now, voice),
    )


def months(variance: Variance, voice: Voice) -> str:
    """Say the months of a variance: "October 2026", "September 2026 to October 2026"."""
    first, last = voice.month(variance.first), voice.month(variance.last)
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _so_far(now: Variance, voice: Voice) -> str:
    """Say the result of months that are not over, which no budget can be held against yet."""
    return _(
        "{months}, which is not over: so far an income of {income} and a cost of {cost}, of which "
        "{income_budget} and {cost_budget} are planned for the whole of it."
    ).format(
        months=months(now, voice),
        income=voice.money(now.income.actual_cents),
        cost=voice.money(now.cost.actual_cents),
        income_budget=voice.money(now.income.budget_cents),
        cost_budget=voice.money(now.cost.budget_cents),
    )


def _result(now: Variance, voice: Voice) -> str:
    variance = now.result.variance_cents
    if variance is None:
        return _("Not all actual amounts may be shown, so there is no result.")
    words = {
        "result": voice.money(now.result.actual_cents),
        "budget": voice.money(now.result.budget_cents),
        "amount": voice.money(abs(variance)),
    }
    if not any((now.income.budget_cents, now.cost.budget_cents)):
        return _("The result was {result}; there was no budget.").format(**words)
    if variance >= 0:
        return _("The result was {result}, {amount} better than the budget of {budget}.").format(
            **words
        )
    return _("The result was {result}, {amount} worse than the budget of {budget}.").format(**words)


def _to_date(year: Variance, voice: Voice) -> str:
    variance = year.result.variance_cents
    if variance is None or not any((year.income.budget_cents, year.cost.budget_cents)):
        return ""
    words = {"amount": voice.money(abs(variance)), "result": voice.money(year.result.actual_cents)}
    if variance >= 0:
        return _("Since January it is {result}, {amount} better.").format(**words)
    return _("Since January it is {result}, {amount} worse.").format(**words)


def deviations(variance: Variance, count: int = 5) -> list[VarianceLine]:
    """Return the accounts that differ the most from the budget, the most first."""
    differing = [each for each in variance.lines if each.variance_cents]
    return sorted(differing, key=lambda each: -abs(each.variance_cents or 0))[:count]


def _largest(now: Variance, voice: Voice) -> str:
    found = deviations(now, 1)
    if not found or not found[0].budget_cents:
        return ""
    return _("The largest difference – {deviation}").format(deviation=deviation(found[0], voice))


def deviation(line: VarianceLine, voice: Voice) -> str:
    """Say in a sentence how an account differs from its budget."""
    variance = line.variance_cents or 0
    words = {"account": line.account.name, "amount": voice.money(abs(variance))}
    share = line.share
    if share is not None:
        words["share"] = voice.percent(abs(share))
        over = _("{account}: {amount} ({share}) over budget.")
        under = _("{account}: {amount} ({share}) under budget.")
    else:
        over = _("{account}: {amount} without a budget.")
        under = _("{account}: −{amount} without a budget.")
    return (over if variance > 0 else under).format(**words)
