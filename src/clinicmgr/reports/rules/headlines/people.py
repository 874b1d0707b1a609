"""The people in one to three sentences."""

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.reports.records import (
    Card,
    Coverage,
    CredentialFigures,
    Hours,
    LeaveFigures,
    Staffing,
)
from clinicmgr.reports.rules.headlines.change import against, sentences, the_few
from clinicmgr.reports.rules.voice import Voice
from clinicmgr.staff.records import LeaveKind


def staffing(figures: Staffing, voice: Voice) -> str:
    """Say hours, overtime and who came and went."""
    now, before = figures.hours.now, figures.hours.year_ago
    if now.is_empty:
        return sentences(_("Nobody was rostered in this period."), _moves(figures))
    hours = ngettext(
        "{people} person was rostered for {hours} hours{before}.",
        "{people} people were rostered for {hours} hours{before}.",
        now.people,
    ).format(
        people=now.people,
        hours=voice.hours(now.minutes),
        before=against(
            now.minutes, None if before.is_empty else before.minutes, voice.hours(before.minutes)
        ),
    )
    return sentences(hours, _overtime(figures, now, before, voice), _moves(figures))


def _overtime(figures: Staffing, now: Hours, before: Hours, voice: Voice) -> str:
    known = None if before.is_empty else before.overtime_minutes
    if not now.overtime_minutes:
        if known:
            return _("There was no overtime; a year earlier it was {hours}.").format(
                hours=voice.clock(known)
            )
        return _("There was no overtime.")
    words = {
        "hours": voice.clock(now.overtime_minutes),
        "before": against(now.overtime_minutes, known, voice.clock(before.overtime_minutes)),
    }
    few = the_few([(each.name, each.hours.overtime_minutes) for each in figures.people])
    if few is None:
        return _("Overtime came to {hours} hours{before}.").format(**words)
    if few[1] == 1:
        return _("Overtime came to {hours} hours{before}; all of it fell to {names}.").format(
            names=voice.names(few[0]), **words
        )
    return ngettext(
        "Overtime came to {hours} hours{before}; {names} accounts for {share} of it.",
        "Overtime came to {hours} hours{before}; {names} account for {share} of it.",
        len(few[0]),
    ).format(names=voice.names(few[0]), share=voice.percent(few[1]), **words)


def _moves(figures: Staffing) -> str:
    came, left = len(figures.hired), len(figures.left)
    if came and left:
        return _("Hired: {came}; left: {left}.").format(came=came, left=left)
    if came:
        return ngettext("{count} person was hired.", "{count} people were hired.", came).format(
            count=came
        )
    if left:
        return ngettext("{count} person left.", "{count} people left.", left).format(count=left)
    return _("Nobody was hired and nobody left.")


def coverage(figures: Coverage, voice: Voice) -> str:
    """Say how much of the minimum was there, and where it was not."""
    now, before = figures.cover.now, figures.cover.year_ago
    if now.met is None:
        return _("No minimum was set for this period, so there is nothing to cover.")
    words = {
        "share": voice.percent(now.met),
        "before": against(
            now.met, before.met, voice.percent(before.met) if before.met is not None else ""
        ),
    }
    if not now.missing:
        return _("Every minimum was covered on all {days} days{before}.").format(
            days=now.days, before=words["before"]
        )
    met = _("{share} of the minimum was covered{before}.").format(**words)
    missing = ngettext(
        "{hours} person-hours were missing, on {short} of {days} day.",
        "{hours} person-hours were missing, on {short} of {days} days.",
        now.days,
    ).format(hours=voice.hours(now.missing), short=now.days_short, days=now.days)
    few = the_few([(each.name, each.cover.missing) for each in figures.positions])
    where = ""
    if few is not None and few[1] == 1:
        where = _("All of them fell to {names}.").format(names=voice.names(few[0]))
    elif few is not None:
        where = _("{share} of them fell to {names}.").format(
            share=voice.percent(few[1]), names=voice.names(few[0])
        )
    return sentences(met, missing, where)


def leave(figures: LeaveFigures, voice: Voice) -> str:
    """Say the days that people were off."""
    now, before = figures.days.now, figures.days.year_ago
    if not any(now.values()):
        return _("Nobody was off on a day of work.")
    sick, others = now[LeaveKind.SICK], sum(now.values()) - now[LeaveKind.SICK]
    known = sum(figures.days.year_ago.values()) > 0
    was_sick = before[LeaveKind.SICK]
    planned = ngettext(
        "{count} day of work was taken as leave{before}.",
        "{count} days of work were taken as leave{before}.",
        others,
    ).format(
        count=voice.number(others),
        before=against(
            others,
            sum(before.values()) - was_sick if known else None,
            voice.number(sum(before.values()) - was_sick),
        ),
    )
    lost = ngettext(
        "{count} day was lost to sickness{before}.",
        "{count} days were lost to sickness{before}.",
        sick,
    ).format(
        count=voice.number(sick),
        before=against(sick, was_sick if known else None, voice.number(was_sick)),
    )
    if not sick and not (known and was_sick):
        lost = _("No day was lost to sickness.")
    return sentences(planned, lost)


def credentials(figures: CredentialFigures, voice: Voice) -> str:
    """Say who may not work as required, and how many credentials expire soon."""
    if not figures.asked and not figures.expired and not figures.expiring:
        return _("No position requires a credential, and none is on record that would expire.")
    bad = [each for each in (*figures.expired, *figures.missing) if each.required]
    words = {"count": figures.asked, "day": voice.day(figures.on)}
    if not bad:
        standing = ngettext(
            "The {count} required credential was in order on {day}.",
            "All {count} required credentials were in order on {day}.",
            figures.asked,
        ).format(**words)
    else:
        standing = ngettext(
            "{bad} of {count} required credentials was not in order on {day}: {names}.",
            "{bad} of {count} required credentials were not in order on {day}: {names}.",
            len(bad),
        ).format(bad=len(bad), names=_named(bad, voice), **words)
    soon = len(figures.expiring)
    ahead = ngettext(
        "{count} expires within 90 days after.", "{count} expire within 90 days after.", soon
    ).format(count=soon)
    return sentences(standing, ahead if soon else _("None expires within 90 days after."))


def _named(cards: list[Card], voice: Voice) -> str:
    shown = [
        _("{name} ({kind})").format(name=each.name, kind=each.kind) for each in cards[:AT_MOST]
    ]
    if len(cards) > AT_MOST:
        shown.append(_("{count} more").format(count=len(cards) - AT_MOST))
    return voice.names(shown)


AT_MOST = 3
