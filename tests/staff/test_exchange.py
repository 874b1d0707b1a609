"""Staff from a spreadsheet: all of it or nothing, and every reason at once."""

from datetime import date
from pathlib import Path

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.staff import rules
from clinicmgr.staff.exchange import export_staff, import_staff, plan_staff
from clinicmgr.staff.records import CredentialDraft, StaffDraft, Window

TODAY = date(2026, 11, 18)
HEADER = "First,Surname,Job title,Skills,Hire date,Weekly hours,Available,CPR card,Employee ID\n"
GOOD = (
    HEADER
    + "Siobhán,O'Brien,RN,X-ray; Spanish,3/1/2026,37:30,Mon-Fri 8-17; Sat 9-12,6/30/2027,2001\n"
    + "Jörg,Müller,medical assistant; nurse,,2026-04-01,40,,,\n"
)


def written(tmp_path: Path, content: str | bytes, name: str = "staff.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_list_from_the_old_program_becomes_staff_in_one_step(staff, lakeside, journal, tmp_path):
    done = import_staff(staff, written(tmp_path, GOOD))
    assert done.summary() == "2 new, 0 changed, 0 same, 0 with errors."
    assert journal.undo_title == "Import 2 staff members"
    siobhan, jorg = sorted(staff.members(), key=lambda each: each.id)[2:]
    assert (siobhan.name, siobhan.number) == ("Siobhán O'Brien", "2001")
    assert siobhan.position_ids == (lakeside.nurse,)
    assert set(siobhan.skill_ids) == {lakeside.x_ray, lakeside.spanish}
    assert siobhan.started == date(2026, 3, 1)
    assert staff.contracts()[siobhan.id].on(TODAY) == 2250
    assert Window(5, 540, 720) in (staff.availability()[siobhan.id].on(TODAY) or ())
    assert [each.expires for each in staff.credentials(siobhan.id)] == [date(2027, 6, 30)]
    assert jorg.position_ids == (lakeside.assistant, lakeside.nurse)
    assert jorg.id not in staff.availability()
    journal.undo()
    assert len(staff.members()) == 2


def test_a_dry_run_says_the_same_and_writes_nothing(staff, lakeside, journal, tmp_path):
    last = journal.undo_title
    done = import_staff(staff, written(tmp_path, GOOD), dry_run=True)
    assert done.summary() == "2 new, 0 changed, 0 same, 0 with errors."
    assert (len(staff.members()), journal.undo_title) == (2, last)


BAD = HEADER + (
    "Ana,RUIZ,RN,,3/1/2026,40,,,\n"  # on record
    "Cy,Dunn,Nurze,,3/1/2026,40,,,\n"  # no such position
    "Di,Eck,RN,Juggling,31/31/2026,200,Mon 8,6/30/2027,7\n"  # no skill, no date, no windows
    "Ed,Fox,RN,,3/1/2026,170,whenever,6/30/2027,8\n"  # too many hours, no windows
    ",,RN,,3/1/2026,40,,,\n"  # nobody
    "Flo,Gray,RN,,3/1/2026,40,,,9\n"
    "flo,gray,RN,,3/1/2026,40,,,\n"  # twice
    "Hal,Ives,RN,,3/1/2026,40,,,9\n"  # the number twice
    "Ida,Jong,RN,,3/1/2026,40,,,1001\n"  # Ana's number
)


def test_a_bad_list_changes_nothing_and_every_reason_is_told(staff, lakeside, journal, tmp_path):
    path = written(tmp_path, BAD)
    last = journal.undo_title
    errors = [str(each) for each in plan_staff(staff, path).errors]
    expected = [
        ("Line 2, First", "Ana Ruiz is on record already, since Feb 1, 2024"),
        ("Line 3, Job title", "Did you mean Nurse?"),
        ("Line 4, Skills", "Juggling"),
        ("Line 4, Hire date", "31/31/2026"),
        ("Line 5, Weekly hours", "between 0 and 168"),
        ("Line 5, Available", "whenever"),
        ("Line 6, First", "missing"),
        ("Line 8", "same entry as in line 7"),
        ("Line 9, Employee ID", "Line 7 has the same staff number"),
        ("Line 10", "already"),
    ]
    for (place, reason), error in zip(expected, errors, strict=True):
        assert error.startswith(place)
        assert reason in error
    with pytest.raises(UserError, match="have errors and nothing was imported"):
        import_staff(staff, path)
    assert (len(staff.members()), journal.undo_title) == (2, last)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_umlauts_arrive_whatever_program_wrote_the_file(staff, lakeside, tmp_path, encoding):
    import_staff(staff, written(tmp_path, GOOD.encode(encoding)))
    assert {"Siobhán O'Brien", "Jörg Müller"} <= {each.name for each in staff.members()}


def test_semicolons_and_decimal_commas_of_a_german_spreadsheet_are_read(staff, lakeside, tmp_path):
    content = "Vorname;First name;Last name;Start date;Hours a week\nx;Uwe;Groß;01.03.2026;38,5\n"
    import_staff(staff, written(tmp_path, content), "de_DE")
    (uwe,) = (each for each in staff.members() if each.name == "Uwe Groß")
    assert staff.contracts()[uwe.id].on(TODAY) == 2310


@pytest.mark.parametrize("kept", [0, 10, 400, -200])
def test_a_damaged_spreadsheet_is_refused_in_a_sentence(staff, lakeside, tmp_path, kept):
    whole = tmp_path / "whole.xlsx"
    export_staff(staff, whole, TODAY)
    path = written(tmp_path, whole.read_bytes()[:kept], "broken.xlsx")
    with pytest.raises(UserError):
        import_staff(staff, path)
    assert len(staff.members()) == 2


def test_a_list_without_names_says_which_column_is_missing(staff, lakeside, tmp_path):
    path = written(tmp_path, "Surname,Hire date\nDunn,3/1/2026\n")
    with pytest.raises(UserError, match='No column gives "First name"'):
        import_staff(staff, path)


@pytest.mark.parametrize("name", ["staff.csv", "staff.xlsx"])
def test_what_is_exported_comes_back_the_same(staff, lakeside, journal, tmp_path, name):
    import_staff(staff, written(tmp_path, GOOD))
    staff.hire(StaffDraft("=Sum", "O'Neil", date(2026, 1, 1), note='a "quoted", note\nline 2'))
    staff.set_contract(lakeside.ana, date(2024, 2, 1), 1875)
    staff.add_credential(CredentialDraft(lakeside.ana, lakeside.license, date(2027, 6, 1)))
    staff.set_tax_id(lakeside.ana, "123-45-6789")
    staff.set_pay_rate(lakeside.ana, date(2024, 2, 1), 98765)
    everything = everybody(staff)
    path = tmp_path / name
    assert export_staff(staff, path, TODAY) == 5
    assert b"6789" not in path.read_bytes()
    assert b"987" not in path.read_bytes() or name.endswith(".xlsx")
    for member in staff.members():
        staff.remove(member.id)
    import_staff(staff, path)
    assert everybody(staff) == everything


def everybody(staff):
    contracts, availability = staff.contracts(), staff.availability()
    return [
        (
            member.draft(),
            contracts[member.id].latest if member.id in contracts else None,
            rules.format_windows(availability[member.id].latest or ())
            if member.id in availability
            else None,
            [(each.kind_id, each.expires) for each in staff.credentials(member.id)],
        )
        for member in staff.members()
    ]
