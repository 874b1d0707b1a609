"""Bringing in 10,000 rows, against the least a program can do: the csv module and bare inserts."""

import csv
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from _measure import Line, in_turn, show, timed
from _practice import MONDAY, POSITIONS, TODAY, practice

from clinicmgr.clinic import Clinic
from clinicmgr.kernel import sqlite
from clinicmgr.schedule.exchange import import_shifts
from clinicmgr.staff.exchange import import_staff

MANY = 10_000
ROUNDS = 3
PLAIN = "csv and bare inserts"


def staff_file(path: Path) -> Path:
    """Write a list of people with positions, hours and cards."""
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("First name", "Last name", "Position", "Start date", "Hours", "CPR card"))
        for n in range(MANY):
            name, hired = f"Given{n}", TODAY - timedelta(days=n % 3000)
            hours = f"{20 + n % 20}:30"
            out.writerow((name, f"Family{n}", POSITIONS[n % 6][1], hired, hours, "6/30/2028"))
    return path


def shift_file(path: Path, clinic: Clinic) -> Path:
    """Write shifts of sixty people, one a day each."""
    members = clinic.staff.members()
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(("Staff member", "Date", "Start", "End", "Break", "Position"))
        for n in range(MANY):
            name = members[n % len(members)].name
            day = f"{MONDAY + timedelta(days=n // len(members)):%m/%d/%Y}"
            out.writerow((name, day, "8:00", "16:30", 30, ""))
    return path


def bare(path: Path, folder: Path) -> Callable[[], None]:
    """Return a run that reads the file and inserts each row as text into a new table."""
    numbers = iter(range(10**6))

    def run() -> None:
        database = folder / f"{path.stem}-{next(numbers)}.sqlite"
        with (
            path.open(encoding="utf-8", newline="") as file,
            closing(sqlite.connect(database)) as connection,
        ):
            header, *rows = csv.reader(file)
            connection.execute(
                f"CREATE TABLE rows ({', '.join(f'c{n}' for n in range(len(header)))})"
            )
            connection.execute("BEGIN")
            marks = ", ".join("?" * len(header))
            connection.executemany(f"INSERT INTO rows VALUES ({marks})", rows)  # noqa: S608
            connection.execute("COMMIT")

    return run


def main() -> None:
    """Measure and print."""
    with practice() as clinic, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        staff = staff_file(folder / "staff.csv")
        shifts = shift_file(folder / "shifts.csv", clinic)

        def bring_in(work: Callable[[], object]) -> Callable[[], float]:
            """Time an import; taking it back afterwards does not count."""

            def run() -> float:
                seconds = timed(work)()
                clinic.journal.undo()
                return seconds

            return run

        runs = {
            "shifts": bring_in(lambda: import_shifts(clinic.schedule, shifts)),
            "bare shifts": timed(bare(shifts, folder)),
            "staff": bring_in(lambda: import_staff(clinic.staff, staff)),
            "bare staff": timed(bare(staff, folder)),
        }
        times = in_turn(runs, rounds=ROUNDS)
    show(
        f"Import of {MANY:,} rows, checked and undoable",
        [
            Line("shifts", times["shifts"], PLAIN, times["bare shifts"], "<= 40 x"),
            Line(
                "staff with hours and cards", times["staff"], PLAIN, times["bare staff"], "<= 60 x"
            ),
        ],
    )


if __name__ == "__main__":
    main()
