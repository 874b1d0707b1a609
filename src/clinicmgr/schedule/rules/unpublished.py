"""What of a week still has to be told to the staff, and what is to be known before."""

from collections.abc import Iterable, Iterator
from datetime import date

from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.periods import format_day
from clinicmgr.schedule.records import Shift, Strength, Violation
from clinicmgr.schedule.records.publishing import Concerns, Standing

PAGE = "schedule"


def concerns_of(
    violations: Iterable[Violation], shifts: Iterable[Shift], first: date, last: date
) -> Concerns:
    """Return what speaks against publishing the days from first to last."""
    worst = [
        one for one in violations if one.strength is Strength.NEVER and first <= one.day <= last
    ]
    waiting = [one for one in shifts if one.member_id is None and first <= one.day <= last]
    return Concerns(
        tuple(one for one in worst if one.demand_id is not None),
        tuple(one for one in worst if one.demand_id is None),
        len(waiting),
    )


def unpublished_due(standing: Standing, week: date, on: date, locale: str) -> Iterator[Due]:
    """Yield that a week, which begins on `week`, is not published, or was changed since."""
    name = format_day(week, "weekday", locale)
    if standing.unpublished:
        first = standing.unpublished[0]
        urgency = Urgency.SOON if week > on else Urgency.TODAY
        sentence = _("The week of {day} is not published yet.").format(day=name)
        yield Due(urgency, max(week, on), _("Not published"), sentence, PAGE, first, N_("Publish"))
    if standing.changed and standing.latest is not None:
        sentence = ngettext(
            "Week of {day}: {count} shift changed since it was published on {published}.",
            "Week of {day}: {count} shifts changed since it was published on {published}.",
            standing.changed,
        ).format(
            day=name,
            count=standing.changed,
            published=format_day(standing.latest.at.date(), "weekday", locale),
        )
        yield Due(Urgency.TODAY, on, _("Changed"), sentence, PAGE, max(week, on), N_("Publish"))
