"""Maria starts with a list out of her payroll program and has a roster on the wall by noon.

The words of her lists (positions, the site) she sets up in the window; the rest is commands.
"""

import csv
import json
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader

from clinicmgr.cli import main
from clinicmgr.clinic import opened
from clinicmgr.kernel.access import Actor
from clinicmgr.places.records import SiteDraft
from clinicmgr.staff.records import CredentialKindDraft, PositionDraft

# As payroll writes it: a title, its own headings, US dates, a job title with a slip.
PAYROLL = """Harbor Pediatrics - Employee Census
Printed 11/13/2026

Employee ID,Last Name,First Name,Job Title,Hire Date,Work Email,Cell Phone,Hours/Week,BLS card
101,Ortega,Maria,Practice manager,6/3/2013,maria@harbor.example,(218) 555-0131,40,
102,Ng,Peter,Physician,8/15/2016,,(218) 555-0132,36,4/30/2028
103,"Sørensen",Liv,Physician,1/9/2023,,(218) 555-0133,36,11/30/2027
104,Bauer,Tom,Nurse,3/1/2019,,(218) 555-0134,40,2/28/2027
105,Diaz,Carmen,Nurse,9/12/2022,,(218) 555-0135,32,6/30/2027
106,Ellis,Joy,Medical asistant,5/20/2024,,(218) 555-0136,40,1/31/2028
107,"Smith, Jr.",Al,Medical assistant,10/6/2025,,(218) 555-0137,40,9/30/2027
108,Quinn,Rae,Front desk,2/2/2015,,(218) 555-0138,40,
109,Yusuf,Hodan,Front desk,7/21/2025,,(218) 555-0139,24,
"""
NEEDED = (("MD", 8, 17, 1, 2), ("RN", 8, 17, 1, 1), ("MA", 8, 17, 1, 2), ("FD", 8, 17, 1, 1))
TWO_WEEKS = ("--from", "2026-11-30", "--to", "2026-12-13")


@pytest.fixture
def run(capsys, clock, paths):
    def command(*words):
        capsys.readouterr()
        code = main([*map(str, words), "--json"], clock=clock, paths=paths)
        return code, json.loads(capsys.readouterr().out)

    return command


def set_up_in_the_window(practice: Path, clock) -> None:
    with opened(practice, clock, Actor("Maria")) as clinic:
        names = ("Physician", "Nurse", "Medical assistant", "Front desk", "Practice manager")
        codes = ("MD", "RN", "MA", "FD", "PM")
        ids = [
            clinic.staff.add_position(PositionDraft(name, code, rank, rank))
            for rank, (name, code) in enumerate(zip(names, codes, strict=True))
        ]
        clinic.staff.add_credential_kind(CredentialKindDraft("BLS card", 60, tuple(ids[:3])))
        clinic.places.add_site(SiteDraft("Harbor Pediatrics", "H"))


def demand_list() -> str:
    lines = ["Position,Weekday,From,To,Minimum,Ideal"]
    for weekday in ("Mon", "Tue", "Wed", "Thu", "Fri"):
        lines += [f"{code},{weekday},{a}:00,{b}:00,{low},{up}" for code, a, b, low, up in NEEDED]
    return "\n".join(lines)


def test_from_a_payroll_list_to_a_printed_roster(run, tmp_path, clock):
    practice = tmp_path / "Harbor.clinic"
    assert run("new", practice, "--name", "Harbor Pediatrics")[0] == 0
    set_up_in_the_window(practice, clock)
    of = ("--practice", practice)

    # The list has one slip: she is told the line, and the file stays as it was.
    census = tmp_path / "census.csv"
    census.write_text(PAYROLL, encoding="cp1252")
    code, told = run("import", "staff", census, *of)
    assert code == 1
    (error,) = told["errors"]
    assert (error["line"], error["column"]) == (10, "Job Title")
    assert "Did you mean Medical assistant?" in error["reason"]
    assert run("info", *of)[1]["staff"] == 0

    census.write_text(PAYROLL.replace("asistant", "assistant"), encoding="cp1252")
    code, told = run("import", "staff", census, *of)
    assert (code, told["counts"]["new"]) == (0, 9)

    # What each day needs, then two weeks are filled.
    needed = tmp_path / "needed.csv"
    needed.write_text(demand_list())
    assert run("import", "demand", needed, *of)[0] == 0
    code, open_before = run("roster", "explain", *TWO_WEEKS, *of)
    assert (code, len(open_before["gaps"])) == (1, 40)
    code, filled = run("roster", "generate", *TWO_WEEKS, "--seconds", "5", *of)
    assert (code, filled["accepted"], filled["unfilled"]) == (0, True, [])
    assert run("roster", "explain", *TWO_WEEKS, *of)[0] == 0

    # Nothing that must never happen is in it; what would only be nice is still told.
    code, checked = run("roster", "check", *TWO_WEEKS, *of)
    assert {each["strength"] for each in checked["violations"]} <= {"nice"}
    assert code == 0

    # She takes it along: as a list, for the phones, and for the wall.
    sheet, calendar = tmp_path / "december.csv", tmp_path / "december.ics"
    wall = tmp_path / "wall.pdf"
    assert run("export", "shifts", sheet, *TWO_WEEKS, *of)[1]["count"] == filled["shifts"]
    assert run("export", "shifts", calendar, *TWO_WEEKS, *of)[0] == 0
    assert run("report", "week-roster", "--out", wall, *TWO_WEEKS, *of)[0] == 0
    with sheet.open(encoding="utf-8-sig", newline="") as file:
        names = {line["Staff member"] for line in csv.DictReader(file)}
    assert "Liv Sørensen" in names
    assert "Maria Ortega" not in names, "nobody said that the office needs her at a time"
    events = icalendar.Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    assert len(events) == filled["shifts"]
    pages = [page.extract_text() for page in PdfReader(wall).pages]
    assert len(pages) == 2
    assert all("Harbor Pediatrics" in page and "Sørensen" in page for page in pages)

    # And in the evening the scheduled task looks after the file.
    copy = tmp_path / "stick" / "Harbor.clinic"
    assert run("verify", *of) == (0, {"faults": []})
    assert run("backup", copy, *of)[0] == 0
    assert run("info", "--practice", copy)[1]["staff"] == 9
