"""Activity: the figures of months from ten years of counts, against the bare sums of SQLite."""

import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from _measure import Line, in_turn, show, timed
from _practice import ACTOR, CLOCK

from clinicmgr.activity.records import Count, LineKind, PayerClassDraft, ServiceLineDraft
from clinicmgr.clinic import Clinic
from clinicmgr.kernel import sqlite
from clinicmgr.kernel.periods import add_months, days
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.staff.records import PositionDraft, StaffDraft

YEARS, PROVIDERS, LINES, CLASSES = 10, 8, 6, 4
MONTHS = 36
BARE = (
    "SELECT substr(day, 1, 7), line_id, sum(done), sum(cancelled), sum(no_shows) "
    "FROM activity_count WHERE day BETWEEN ? AND ? GROUP BY 1, 2"
)


def make(path: Path) -> int:
    """Make a practice with a count for each open day, provider, line and class; return how many."""
    clinic = Clinic.create(path, ClinicSettings("Counts"), CLOCK, ACTOR)
    last = CLOCK.today() - timedelta(days=1)
    first = last - timedelta(days=365 * YEARS)
    position = clinic.staff.add_position(PositionDraft("Provider", "PR"))
    people = [
        clinic.staff.hire(StaffDraft("Provider", str(number), first, (position,)))
        for number in range(PROVIDERS)
    ]
    kinds = list(LineKind)
    lines = [
        clinic.activity.add_line(
            ServiceLineDraft(f"Line {number}", f"L{number}", kinds[number % 3], 15)
        )
        for number in range(LINES)
    ]
    classes = [
        clinic.activity.add_payer_class(PayerClassDraft(f"Class {number}", f"C{number}"))
        for number in range(CLASSES)
    ]
    workdays = [day for day in days(first, last) if day.weekday() < 5]
    for year in range(YEARS + 1):
        begin, end = first + timedelta(days=365 * year), first + timedelta(days=365 * (year + 1))
        block = [
            Count(day, who, line, which, 1 + (day.toordinal() + who + line) % 7, 1, which % 2)
            for day in workdays
            if begin <= day < end
            for who in people
            for line in lines
            for which in classes
        ]
        clinic.activity.set_counts(block, f"Year {year}")
    clinic.close()
    return len(workdays) * PROVIDERS * LINES * CLASSES


def bare(path: Path, first: date, last: date) -> float:
    """Return how long the bare query takes on a copy that nobody else has open."""
    with closing(sqlite.connect(path, exclusive=False)) as file:
        query: Callable[[], object] = lambda: file.execute(  # noqa: E731
            BARE, (first.isoformat(), last.isoformat())
        ).fetchall()
        return in_turn({"bare": timed(query)})["bare"]


def main() -> None:
    """Measure and print."""
    last = CLOCK.today()
    first = add_months(last.replace(day=1), 1 - MONTHS)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "counts.clinic"
        count = make(path)
        baseline = bare(path, first, last)
        with closing(Clinic.open(path, CLOCK, ACTOR)) as clinic:
            activity = clinic.activity
            month = add_months(last.replace(day=1), -1)
            end = last.replace(day=1) - timedelta(days=1)
            times = in_turn(
                {
                    "months": timed(lambda: activity.by_month(first, last)),
                    "month": timed(lambda: activity.totals(month, end)),
                    "week": timed(lambda: activity.counts(last - timedelta(days=6), last)),
                    "use": timed(lambda: activity.utilization(month, end)),
                }
            )
    show(
        f"Activity: {count:,} counts of {YEARS} years",
        [
            Line(f"figures of {MONTHS} months", times["months"], "bare query", baseline, "<= 1 x"),
            Line("figures of a month", times["month"], target="< 10 ms"),
            Line("counts of a week", times["week"], target="< 10 ms"),
            Line("utilization of a month", times["use"], target="< 50 ms"),
        ],
    )


if __name__ == "__main__":
    main()
