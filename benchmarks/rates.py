"""Rates: a whole release of Medicare in, and a quote among 20 payers, 10 years and 19,000 codes."""

import csv
import random
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from _measure import Line, in_turn, show, timed
from _practice import ACTOR, CLOCK

from clinicmgr.clinic import Clinic
from clinicmgr.kernel import sqlite
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.rates.exchange import import_release, plan_release
from clinicmgr.rates.records import (
    Asked,
    FeeScheduleDraft,
    Home,
    IndexSetDraft,
    LocalityDraft,
    PayerDraft,
    ServiceDraft,
)

CODES, PAYERS, YEARS = 19_090, 20, 10
HEADINGS = (
    ("", "", "", "", "HCPCS"), ("", "", "", "", "MOD"), ("", "", "", "", "DESCRIPTION"),
    ("", "", "", "STATUS", "CODE"), ("", "NOT USED", "FOR", "MEDICARE", "PAYMENT"),
    ("", "", "", "WORK", "RVU"), ("", "", "", "NON-FAC", "PE RVU"),
    ("", "", "NON-FAC", "NA", "INDICATOR"), ("", "", "", "FACILITY", "PE RVU"),
    ("", "", "FACILITY", "NA", "INDICATOR"), ("", "", "", "MP", "RVU"),
    ("", "", "", "NON-FACILITY", "TOTAL"), ("", "", "", "FACILITY", "TOTAL"),
    ("", "", "", "PCTC", "IND"), ("", "", "", "GLOB", "DAYS"), ("", "", "", "PRE", "OP"),
    ("", "", "", "INTRA", "OP"), ("", "", "", "POST", "OP"), ("", "", "", "MULT", "PROC"),
    ("", "", "", "BILAT", "SURG"), ("", "", "", "ASST", "SURG"), ("", "", "", "CO-", "SURG"),
    ("", "", "", "TEAM", "SURG"), ("", "", "", "ENDO", "BASE"), ("", "", "", "CONV", "FACTOR"),
    ("", "PHYSICIAN", "SUPERVISION OF", "DIAGNOSTIC", "PROCEDURES"),
    ("", "", "", "CALCULATION", "FLAG"), ("", "DIAGNOSTIC", "IMAGING", "FAMILY", "INDICATOR"),
    ("NON-FACILITY", "PE USED", "FOR OPPS", "PAYMENT", "AMOUNT"),
    ("FACILITY", "PE USED", "FOR OPPS", "PAYMENT", "AMOUNT"),
    ("", "MP USED", "FOR OPPS", "PAYMENT", "AMOUNT"),
)  # fmt: skip


def release_file(path: Path) -> Path:
    """Write a made-up file of the size and shape of a whole release: 31 columns, stacked heads."""
    chance = random.Random(1)
    title = "2025 National Physician Fee Schedule Relative Value File October Release"
    with path.open("w", encoding="cp1252", newline="") as file:
        out = csv.writer(file)
        out.writerow(["", "", title, *[""] * 28])
        out.writerows(zip(*HEADINGS, strict=True))
        for number in range(CODES):
            units = [f"{chance.randrange(0, 4000) / 100:.2f}" for _each in range(4)]
            work, office, facility, malpractice = units
            line = [f"{number:05}", "", f"Made up service {number}", "A", "", work, office, "",
                    facility, "", malpractice, "0.00", "0.00", "0", "XXX", "0.00", "0.00", "0.00",
                    "0", "0", "0", "0", "0", "", "32.3465", "09", "0", "99", "0.00", "0.00",
                    "0.00"]  # fmt: skip
            out.writerow(line)
    return path


def bare(path: Path, folder: Path) -> Callable[[], None]:
    """Return a run that reads the file and inserts each row as text into a new table."""
    numbers = iter(range(10**6))

    def run() -> None:
        database = folder / f"bare-{next(numbers)}.sqlite"
        with (
            path.open(encoding="cp1252", newline="") as file,
            closing(sqlite.connect(database)) as connection,
        ):
            rows = list(csv.reader(file))
            names = ", ".join(f"c{n}" for n in range(31))
            connection.execute(f"CREATE TABLE rows ({names})")
            connection.execute("BEGIN")
            marks = ", ".join("?" * 31)
            connection.executemany(f"INSERT INTO rows VALUES ({marks})", rows)  # noqa: S608
            connection.execute("COMMIT")

    return run


def ours(path: Path, folder: Path) -> Callable[[], float]:
    """Return a run that imports the file into a new practice; making that does not count."""
    numbers = iter(range(10**6))

    def run() -> float:
        settings = ClinicSettings("Import")
        clinic = Clinic.create(folder / f"ours-{next(numbers)}.clinic", settings, CLOCK, ACTOR)
        try:
            return timed(lambda: import_release(clinic.rates, path))()
        finally:
            clinic.close()

    return run


def many_prices(path: Path, release: Path) -> list[int]:
    """Make a practice with a price for each code, payer and year; return the payers."""
    clinic = Clinic.create(path, ClinicSettings("Prices"), CLOCK, ACTOR)
    rates = clinic.rates
    draft = plan_release(rates, release).draft
    if draft is None:
        raise ValueError("the made-up release has errors")
    ids = rates.add_services([ServiceDraft(f"{number:05}") for number in range(CODES)])
    place = LocalityDraft("MN", "00", "MINNESOTA", "06202", *(draft.conversion_factor / 32,) * 3)
    payers = [rates.add_payer(PayerDraft(f"Payer {number:02}")) for number in range(PAYERS)]
    schedules = [rates.add_schedule(FeeScheduleDraft(f"Of {payer}", payer)) for payer in payers]
    for year in range(CLOCK.today().year - YEARS + 1, CLOCK.today().year + 1):
        first = date(year, 1, 1)
        lines = tuple((*line[:2], f"{line[2]} of {year}", *line[3:]) for line in draft.lines)
        rates.keep_release(replace(draft, name=str(year), from_day=first, lines=lines))
        rates.keep_index_set(IndexSetDraft(str(year), first, "made up", (place,)))
    first = date(CLOCK.today().year - YEARS + 1, 1, 1)
    for schedule in schedules:
        rates.set_prices(schedule, first, {ids[0]: 100})
    rates.set_home(Home("MN-00"))
    clinic.close()
    _fill(path)
    return payers


def _fill(path: Path) -> None:
    """Write 3.8 million prices around the journal, which would take minutes with it."""
    with closing(sqlite.connect(path, exclusive=False)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("BEGIN")
        for year in range(1, YEARS):
            file.execute(
                "INSERT INTO rates_version (schedule_id, from_day, basis) SELECT schedule_id, "
                "date(min(from_day), ?), '' FROM rates_version GROUP BY schedule_id",
                (f"+{year} years",),
            )
        file.execute(
            "INSERT OR IGNORE INTO rates_price (version_id, service_id, cents) "
            "SELECT v.id, s.id, 1000 + (s.id * 37 + v.id) % 50000 "
            "FROM rates_version AS v, rates_service AS s"
        )
        file.execute("COMMIT")


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        release = release_file(folder / "PPRRVU2025_Oct.csv")
        runs = {"import": ours(release, folder), "bare": timed(bare(release, folder))}
        times = in_turn(runs)
        payers = many_prices(folder / "prices.clinic", release)
        with closing(Clinic.open(folder / "prices.clinic", CLOCK, ACTOR)) as clinic:
            chance = random.Random(2)

            def quote() -> None:
                day = date(CLOCK.today().year - chance.randrange(YEARS), 6, 1)
                code = f"{chance.randrange(CODES):05}"
                clinic.rates.quote(Asked(code, day, payer_id=chance.choice(payers)))

            times |= in_turn({"quote": timed(quote)}, rounds=200)
            times |= in_turn({"bench": timed(clinic.rates.workbench)}, rounds=3)
    show(
        f"Rates: {CODES:,} codes, {PAYERS} payers, {YEARS} years",
        [
            Line("import a whole release", times["import"], "csv and bare inserts",
                 times["bare"], "<= 3 x"),
            Line("quote a code for a payer on a day", times["quote"], target="< 5 ms"),
            Line("workbench of all codes and payers", times["bench"]),
        ],
    )  # fmt: skip


if __name__ == "__main__":
    main()
