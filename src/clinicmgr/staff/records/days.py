"""How days are said in sentences: "3 Mar 2026", "18–20 Nov"."""

from datetime import date

from clinicmgr.kernel.i18n import N_, _

_MONTHS = (
    N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"), N_("Jun"),
    N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec"),
)  # fmt: skip


def day_text(day: date) -> str:
    """Say a day with its year: "3 Mar 2026"."""
    return f"{short_day(day)} {day.year}"


def short_day(day: date) -> str:
    """Say a day without its year: "3 Mar"."""
    return f"{day.day} {_(_MONTHS[day.month - 1])}"


def span_text(first: date, last: date) -> str:
    """Say a span without its year: "18–20 Nov"; over New Year both years are said."""
    if first == last:
        return short_day(first)
    if first.year != last.year:
        return f"{day_text(first)} – {day_text(last)}"
    if first.month != last.month:
        return f"{short_day(first)} – {short_day(last)}"
    return f"{first.day}–{short_day(last)}"
