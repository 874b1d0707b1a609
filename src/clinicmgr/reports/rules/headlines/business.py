"""Prices, equipment and what comes next in one to three sentences."""

from collections import Counter
from decimal import Decimal

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.reports.records import (
    EquipmentFigures,
    NextKind,
    Outlook,
    RateFigures,
)
from clinicmgr.reports.rules.headlines.change import against, sentences
from clinicmgr.reports.rules.voice import Voice


def rates(figures: RateFigures, voice: Voice) -> str:
    """Say which prices began, and by how much they differ."""
    if not figures.begun:
        return sentences(_("No prices changed in this period."), _this_year(figures, voice))
    changes = [change for each in figures.begun for change in each.changes]
    shares = [change.share for change in changes if change.share is not None]
    schedules = voice.names(sorted({each.schedule.name for each in figures.begun}))
    changed = ngettext(
        "{count} price changed: {schedules}.", "{count} prices changed: {schedules}.", len(changes)
    ).format(count=voice.number(len(changes)), schedules=schedules)
    if not shares:
        return changed
    mean = sum(shares, Decimal(0)) / len(shares)
    moved = (
        _("On average they rose by {change}.")
        if mean >= 0
        else _("On average they fell by {change}.")
    )
    return sentences(changed, moved.format(change=voice.percent(abs(mean))))


def _this_year(figures: RateFigures, voice: Voice) -> str:
    if not figures.in_year:
        return ""
    latest = max(each.version.from_day for each in figures.in_year)
    return _("The last ones of this year began on {day}.").format(day=voice.day(latest))


def equipment(figures: EquipmentFigures, voice: Voice) -> str:
    """Say how planned work was kept, what it cost and what could not be used."""
    if figures.is_empty:
        return _("No equipment is on record.")
    now, before = figures.figures.now, figures.figures.year_ago
    if now.on_time is None:
        planned = _("No planned work was due.")
    else:
        planned = _("{count} of {due} planned jobs were done on time, {share}{before}.").format(
            count=now.planned_on_time,
            due=now.planned_due,
            share=voice.percent(now.on_time),
            before=against(
                now.on_time,
                before.on_time,
                voice.percent(before.on_time) if before.on_time is not None else "",
            ),
        )
    return sentences(planned, _work(figures, voice), _limits(figures))


def _work(figures: EquipmentFigures, voice: Voice) -> str:
    now = figures.figures.now
    if not now.closed:
        return _("No work was closed.")
    words = {"jobs": now.closed, "cost": voice.money(now.cost_cents)}
    if not now.downtime_minutes:
        return ngettext(
            "{jobs} job was closed, for {cost} and without downtime.",
            "{jobs} jobs were closed, for {cost} and without downtime.",
            now.closed,
        ).format(**words)
    return ngettext(
        "{jobs} job was closed, for {cost} and with {hours} hours of downtime.",
        "{jobs} jobs were closed, for {cost} and with {hours} hours of downtime.",
        now.closed,
    ).format(hours=voice.hours(now.downtime_minutes), **words)


def _limits(figures: EquipmentFigures) -> str:
    out, taken = figures.figures.now.readings_out_of_limits, figures.figures.now.readings_taken
    if not taken:
        return ""
    if not out:
        return _("Every reading was within its limits.")
    return ngettext(
        "{out} of {taken} reading was out of limits.",
        "{out} of {taken} readings were out of limits.",
        taken,
    ).format(out=out, taken=taken)


_COUNTS = {
    NextKind.MAINTENANCE: lambda n: ngettext("{n} planned job", "{n} planned jobs", n),
    NextKind.CREDENTIAL: lambda n: ngettext(
        "{n} expiring credential", "{n} expiring credentials", n
    ),
    NextKind.LEAVE: lambda n: ngettext("{n} leave", "{n} leaves", n),
    NextKind.CLOSED: lambda n: ngettext("{n} closed day", "{n} closed days", n),
    NextKind.PRICES: lambda n: ngettext("{n} change of prices", "{n} changes of prices", n),
    NextKind.STAFF: lambda n: ngettext("{n} change of staff", "{n} changes of staff", n),
}


def outlook(figures: Outlook, voice: Voice) -> str:
    """Say what comes, by kind."""
    if not figures.events:
        return _("Nothing is planned until {day}.").format(day=voice.day(figures.span.last))
    counted: Counter[NextKind] = Counter()
    for each in figures.events:
        counted[each.kind] += each.times
    parts = [
        _COUNTS[kind](counted[kind]).format(n=counted[kind]) for kind in NextKind if counted[kind]
    ]
    return _("Until {day} there are {things}.").format(
        day=voice.day(figures.span.last), things=voice.names(parts)
    )
