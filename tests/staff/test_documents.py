"""What is printed about staff."""

from datetime import date, datetime

import pytest

from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Imprint, Table, Text, save, value_of
from clinicmgr.staff.documents import (
    DirectoryOptions,
    ExpiryOptions,
    build_directory,
    build_expiries,
)
from clinicmgr.staff.records import CredentialDraft, StaffDraft

TODAY = date(2026, 11, 18)
CLINIC = ClinicSettings("Lakeside Family Clinic")
IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9, 0))


def rows_of(document):
    (table,) = (item for item in document.items if isinstance(item, Table))
    return [(row.kind, *map(value_of, row.cells)) for row in table.rows]


def test_the_directory_lists_who_works_here_under_the_position(staff, lakeside):
    staff.set_contract(lakeside.ana, date(2024, 2, 1), 2250)
    staff.hire(StaffDraft("Zoë", "Vance", date(2025, 1, 1)))
    staff.end_employment(
        staff.hire(StaffDraft("Old", "Timer", date(2020, 1, 1))), date(2026, 10, 31)
    )
    document = build_directory(staff, CLINIC, IMPRINT, DirectoryOptions(TODAY))
    assert rows_of(document) == [
        ("group", "Nurse"),
        ("normal", "Ana Ruiz", "Nurse", "(312) 555-0142", "ana@lakeside.com", 2250),
        ("group", "Medical assistant"),
        ("normal", "Bo Lee", "Medical assistant", "", "", None),
        ("group", "Without a position"),
        ("normal", "Zoë Vance", "", "", "", None),
    ]


def test_the_directory_can_be_plain_and_of_one_position(staff, lakeside):
    options = DirectoryOptions(TODAY, (lakeside.nurse,), show_hours=False, by_position=False)
    assert rows_of(build_directory(staff, CLINIC, IMPRINT, options)) == [
        ("normal", "Ana Ruiz", "Nurse", "(312) 555-0142", "ana@lakeside.com")
    ]


def test_the_expiry_list_begins_with_what_keeps_people_from_working(staff, lakeside):
    staff.add_credential(
        CredentialDraft(lakeside.ana, lakeside.cpr, date(2026, 12, 31), number="A1")
    )
    staff.add_credential(CredentialDraft(lakeside.ana, lakeside.license, date(2028, 1, 31)))
    staff.add_credential(CredentialDraft(lakeside.bo, lakeside.cpr, date(2026, 3, 3)))
    document = build_expiries(staff, CLINIC, IMPRINT, ExpiryOptions(TODAY))
    assert [row[1:6] for row in rows_of(document)] == [
        ("Bo Lee", "CPR card", "", date(2026, 3, 3), "Expired"),
        ("Ana Ruiz", "CPR card", "A1", date(2026, 12, 31), "Expiring"),
    ]
    assert Text("1 expired, 1 expiring", "lead") in document.items
    everything = ExpiryOptions(TODAY, all_valid=True)
    assert len(rows_of(build_expiries(staff, CLINIC, IMPRINT, everything))) == 3


@pytest.mark.parametrize("name", ["list.pdf", "list.csv", "list.xlsx"])
def test_both_lists_come_out_as_paper_and_as_files(staff, lakeside, tmp_path, name):
    for document in (
        build_directory(staff, CLINIC, IMPRINT, DirectoryOptions(TODAY)),
        build_expiries(staff, CLINIC, IMPRINT, ExpiryOptions(TODAY)),
    ):
        save.write(document, tmp_path / name)
        assert (tmp_path / name).stat().st_size > 100
