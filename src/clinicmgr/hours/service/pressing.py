"""What of hours worked asks for the manager: missing ends, and periods that wait for signatures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from clinicmgr.hours.records import PayPeriod, Stretch
from clinicmgr.kernel.domain import Due, Urgency
from clinicmgr.kernel.i18n import N_, _, ngettext
from clinicmgr.kernel.periods import format_time
from clinicmgr.staff.records.days import short_day, span_text

PAGE = "hours"
LOOK_BACK = timedelta(days=62)
"""How far back is asked: what is older was paid long ago."""
PATIENCE = 3
"""So many days after its end a pay period counts as overdue."""


def missing_ends(stretches: Iterable[Stretch], names: Mapping[int, str]) -> Iterator[Due]:
    """Yield the stretches without an end; they keep a period from being locked."""
    for one in stretches:
        words = _("{name} came at {time} on {day}; when work ended is missing.")
        yield Due(
            Urgency.OVERDUE,
            one.day,
            _("End missing"),
            words.format(
                name=names.get(one.member_id, ""),
                time=format_time(one.start),
                day=short_day(one.day),
            ),
            PAGE,
            (one.member_id, one.day),
            N_("Enter it"),
        )


def unlocked(periods: Iterable[PayPeriod], on: date) -> Iterator[Due]:
    """Yield the periods that have ended with hours in them and are not locked."""
    for period in periods:
        since = (on - period.last).days
        if period.is_locked or since <= 0:
            continue
        sentence = ngettext(
            "The pay period {span} ended {count} day ago and is not signed off.",
            "The pay period {span} ended {count} days ago and is not signed off.",
            since,
        )
        yield Due(
            Urgency.OVERDUE if since > PATIENCE else Urgency.TODAY,
            period.last,
            _("Pay period"),
            sentence.format(span=span_text(period.first, period.last), count=since),
            PAGE,
            period.first,
            N_("Sign off"),
        )
