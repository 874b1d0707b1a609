"""import: a file comes in whole, or every row that keeps it out is named and nothing changes."""

from datetime import date
from pathlib import Path

import pytest

STAFF = (
    "First name,Surname,Job title,Hire date,Weekly hours,CPR card\n"
    "Zoë,Müller,RN,3/1/2026,37:30,6/30/2027\n"
    "Cy,Fox,Medical assistant,2026-04-01,40,\n"
)
SHIFTS = (
    "Date,Employee,Start,End,Position,Break\n"
    "11/16/2026,Ana Ruiz,8:00,16:30,RN,30\n"
    "11/16/2026,Bo Lee,7:30a,12p,,0\n"
    "11/17/2026,,13:00,17:00,Nurse,0\n"
)
DEMAND = "Position,Weekday,From,To,Minimum,Ideal\nRN,Mon,8:00,17:00,1,2\nMA,Tue,8:00,12:00,1,\n"


@pytest.fixture
def written(tmp_path):
    def write(content: str | bytes, name: str = "list.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def refused(run, small, written, trail):
    """Import a file with errors; return the reasons by (line, column) when nothing was changed."""

    def attempt(kind: str, content: str | bytes, name: str = "list.csv"):
        before = trail(small)
        answer = run("import", kind, written(content, name), "--practice", small, "--json")
        assert (answer.code, answer.json["imported"]) == (1, False)
        assert trail(small) == before
        return [(e["line"], e["column"], e["reason"]) for e in answer.json["errors"]]

    return attempt


def test_a_list_of_staff_comes_in_as_one_change(run, small, written, look, trail):
    done = run("import", "staff", written(STAFF), "--practice", small)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("2 new, 0 changed, 0 same, 0 with errors.")
    assert trail(small)[0] == "Import 2 staff members"
    names = look(small, lambda clinic: [one.name for one in clinic.staff.members()])
    assert names == ["Cy Fox", "Bo Lee", "Zoë Müller", "Ana Ruiz"]


def test_a_trial_tells_the_same_and_changes_nothing(run, small, written, trail):
    before = trail(small)
    file = written(STAFF)
    trial = run("import", "staff", file, "--dry-run", "--practice", small, "--json")
    assert (trial.code, trial.json["imported"], trial.json["dry_run"]) == (0, False, True)
    assert trial.json["counts"] == {"new": 2, "changed": 0, "same": 0, "error": 0}
    assert "only a trial" in run("import", "staff", file, "--dry-run", "--practice", small).out
    assert trail(small) == before


def test_shifts_come_in_by_name_or_code_and_a_second_time_change_nothing(
    run, small, written, look, trail
):
    file = written(SHIFTS)
    assert run("import", "shifts", file, "--practice", small).code == 0
    assert trail(small)[0] == "Import 3 shifts"
    day = date(2026, 11, 16)
    shifts = look(small, lambda clinic: clinic.schedule.shifts(day, day))
    assert [(one.start, one.end, one.break_minutes) for one in shifts] == [
        (450, 720, 0),
        (480, 990, 30),
    ]
    again = run("import", "shifts", file, "--practice", small, "--json").json
    assert again["counts"] == {"new": 1, "changed": 0, "same": 2, "error": 0}, (
        "open ones may repeat"
    )


def test_demand_comes_in_with_the_minimum_for_a_missing_ideal(run, small, written, look, trail):
    assert run("import", "demand", written(DEMAND), "--practice", small).code == 0
    assert trail(small)[0] == "Import 2 demands"
    demand = look(small, lambda clinic: clinic.schedule.demand())
    assert [(one.weekday, one.minimum, one.ideal) for one in demand] == [(0, 1, 2), (1, 1, 1)]


def test_every_row_of_staff_that_is_wrong_is_named_with_the_reason(refused):
    reasons = refused(
        "staff",
        "First name,Surname,Job title,Hire date,Weekly hours\n"
        "Ana,Ruiz,RN,3/1/2026,40\n"  # is here
        "Di,Eck,Wizard,13/45/2026,40\n"  # no such position, no such day
        "Flo,Gray,RN,3/1/2026,40\n"
        "flo,GRAY,RN,3/1/2026,40\n"  # twice
        ",,RN,3/1/2026,40\n",  # nobody
    )
    assert [(line, column) for line, column, _ in reasons] == [
        (2, "First name"),
        (3, "Job title"),
        (3, "Hire date"),
        (5, ""),
        (6, "First name"),
    ]
    for (*_, reason), words in zip(
        reasons, ("on record already", "Wizard", "13/45/2026", "line 4", "missing"), strict=True
    ):
        assert words in reason


def test_every_row_of_shifts_that_is_wrong_is_named_with_the_reason(refused):
    reasons = refused(
        "shifts",
        "Date,Employee,Start,End,Position\n"
        "2/30/2026,Ana Ruiz,8:00,16:00,RN\n"  # no such day
        "11/16/2026,Anna Ruiz,8:00,16:00,RN\n"  # almost a name
        "11/16/2026,Ana Ruiz,8:00,16:00,Nurze\n"  # almost a position
        "11/17/2026,Bo Lee,8:00,25:00,MA\n"  # no such time
        "11/18/2026,Bo Lee,8:00,12:00,MA\n"
        "11/18/2026,Bo Lee,11:00,15:00,MA\n",  # overlaps
    )
    assert [line for line, *_ in reasons] == [2, 3, 4, 5, 7]
    for (*_, reason), words in zip(
        reasons, ("2/30/2026", "Ana Ruiz", "Nurse", "25:00", "overlaps line 6"), strict=True
    ):
        assert words in reason


def test_every_row_of_demand_that_is_wrong_is_named_with_the_reason(refused):
    reasons = refused(
        "demand",
        "Position,Weekday,From,To,Minimum,Ideal\n"
        "Surgeon,Mon,8:00,17:00,1,1\n"
        "RN,Someday,8:00,17:00,1,1\n"
        "RN,Mon,8:00,17:00,-1,1\n"
        "RN,Mon,8:00,17:00,3,2\n",
    )
    assert [line for line, *_ in reasons] == [2, 3, 4, 5]


def test_a_person_reads_the_errors_line_by_line(run, small, written):
    told = run("import", "staff", written("First name,Start date\nFlo,soon\n"), "--practice", small)
    assert (told.code, told.err) == (1, "")
    lines = told.out.splitlines()
    assert lines[0] == "0 new, 0 changed, 0 same, 1 with errors."
    assert lines[1].startswith("Line 2, Start date: ")
    assert lines[-1] == "Nothing was imported. Mend these lines and try again."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_accents_arrive_whatever_program_wrote_the_file(run, small, written, look, encoding):
    answer = run(
        "import", "staff", written(STAFF.encode(encoding)), "--practice", small, "--json"
    ).json
    assert bool(answer["notes"]) == (encoding == "cp1252")
    assert "Zoë Müller" in look(small, lambda clinic: [m.name for m in clinic.staff.members()])


def test_what_was_left_out_is_said(run, small, written):
    content = STAFF.replace("\n", ",x\n").replace("CPR card,x", "CPR card,Shoe size")
    answer = run("import", "staff", written(content), "--practice", small, "--json").json
    assert answer["notes"] == ["Not imported: Shoe size."]


@pytest.mark.parametrize("kind", ["staff", "shifts", "demand"])
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    run, small, written, trail, tmp_path, kind
):
    exported = tmp_path / "whole.xlsx"
    assert run("export", kind, exported, "--practice", small).code == 0
    content = exported.read_bytes()
    before = trail(small)
    for name, bad in {
        "half.xlsx": content[: len(content) // 2],
        "empty.xlsx": b"",
        "empty.csv": b"",
        "photo.csv": bytes(range(256)) * 20,
    }.items():
        told = run("import", kind, written(bad, name), "--practice", small).sentence
        assert name in told
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    assert "folder.csv" in run("import", kind, folder, "--practice", small).sentence
    assert "no.csv" in run("import", kind, tmp_path / "no.csv", "--practice", small).sentence
    assert trail(small) == before


def test_a_file_without_a_needed_column_says_which_one(run, small, written):
    told = run("import", "shifts", written("Who,Start\nAna Ruiz,8:00\n"), "--practice", small)
    assert 'No column gives "Date"' in told.sentence


def test_the_original_is_not_touched_by_a_refused_import(run, small, written):
    before = small.read_bytes()
    run("import", "staff", written("First name,Start date\nFlo,soon\n"), "--practice", small)
    assert small.read_bytes() == before
