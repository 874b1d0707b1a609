"""How days are said in sentences: "Mar 3, 2026", "Nov 18–20"."""

from datetime import date

from clinicmgr.kernel.i18n import N_, _

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip


def day_text(day: date) -> str:
    """Say a day with its year: "Mar 3, 2026"."""
    month = _(_MONTHS[day.month - 1])
    return _("{month} {day}, {year}").format(month=month, day=day.day, year=day.year)


def short_day(day: date) -> str:
    """Say a day without its year: "Mar 3"."""
    return _("{month} {day}").format(month=_(_MONTHS[day.month - 1]), day=day.day)


def span_text(first: date, last: date) -> str:
    """Say a span without its year: "Nov 18–20"; over New Year both years are said."""
    if first == last:
        return short_day(first)
    if first.year != last.year:
        return f"{day_text(first)} – {day_text(last)}"
    if first.month != last.month:
        return f"{short_day(first)} – {short_day(last)}"
    month = _(_MONTHS[first.month - 1])
    return _("{month} {first}–{last}").format(month=month, first=first.day, last=last.day)
