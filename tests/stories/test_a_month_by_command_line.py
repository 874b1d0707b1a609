"""The manager's month as commands: CMS files, next year's fees, readings, visits, the report."""

import csv
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.rates.cms_files import csv_file, gpci_rows, rvu_rows

from clinicmgr.cli import main

OCTOBER = ("--from", "2026-10-01", "--to", "2026-10-31")


@pytest.fixture
def run(capsys, clock, paths, demo_file):
    def command(*words):
        capsys.readouterr()
        words = (*words, "--practice", demo_file, "--json")
        code = main([*map(str, words)], clock=clock, paths=paths)
        return code, json.loads(capsys.readouterr().out)

    return command


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, lines: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
    return path


def test_a_month_from_the_price_files_to_the_report(run, tmp_path):
    # Medicare's files of next year are read as they are.
    values = csv_file(tmp_path / "PPRRVU2027_Jan.csv", rvu_rows(2027, "January", "33.5"))
    indices = csv_file(tmp_path / "GPCI2027.csv", gpci_rows(2027))
    assert run("import", "cms-rvu", values)[0] == 0
    assert run("import", "cms-gpci", indices)[0] == 0

    # Next year's fees: this year's list, written out, raised in a spreadsheet, and read again.
    fees = tmp_path / "fees.csv"
    assert run("export", "rates", fees)[0] == 0
    lines = [line for line in rows(fees) if line["Fee schedule"] == "Our fees"]
    for line in lines:
        dollars = float(line["Price"].replace(",", "")) * 1.04
        line |= {"Price": f"{dollars:.0f}", "From": "2027-01-01"}
    code, told = run("import", "rates", write(fees, lines))
    assert (code, told["errors"]) == (0, [])
    now = run("rates", "quote", lines[0]["Code"], "--date", "2026-12-31")[1]
    then = run("rates", "quote", lines[0]["Code"], "--date", "2027-01-01")[1]
    assert then["price_cents"] > now["price_cents"]

    # A fridge was too warm on Tuesday: the list of readings says so, the log has a work order.
    warm = [
        {"Tag": "E-014", "Day": "2026-11-17", "Time": "16:00", "Value": "9.4", "Read by": "RA"},
    ]
    assert run("import", "readings", write(tmp_path / "warm.csv", warm))[0] == 0
    log = tmp_path / "sheet.csv"
    assert run("report", "day-sheet", "--from", "2026-11-18", "--out", log)[0] == 0
    assert "9.4" in log.read_text(encoding="utf-8-sig")

    # Tuesday's visits come from the other program; a wrong name is told with its line.
    counts = tmp_path / "counts.csv"
    assert run("export", "activity", counts, "--from", "2026-11-16", "--to", "2026-11-16")[0] == 0
    tuesday = [line | {"Date": "2026-11-17"} for line in rows(counts)]
    wrong = [*tuesday, tuesday[-1] | {"Provider": "Nobody Known"}]
    code, told = run("import", "activity", write(counts, wrong))
    assert (code, told["imported"], len(told["errors"])) == (1, False, 1)
    assert told["errors"][0]["line"] == len(wrong) + 1
    assert run("import", "activity", write(counts, tuesday))[1]["counts"]["new"] == len(tuesday)

    # The month goes to the owners on paper, and its figures into a spreadsheet.
    paper, sheet = tmp_path / "october.pdf", tmp_path / "october.xlsx"
    assert run("report", "activity", *OCTOBER, "--out", paper)[0] == 0
    assert run("report", "activity", "--period", "last-month", "--out", sheet)[0] == 0
    assert 10 <= len(PdfReader(paper).pages) <= 20
    assert sheet.stat().st_size > 10_000
