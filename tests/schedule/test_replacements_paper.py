"""The call-out sheet and the command line: the same answers without the window."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.schedule.clinic_of_three import LONG_AGO, WED
from tests.schedule.conftest import Practice

from clinicmgr.cli import main
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.paths import Paths
from clinicmgr.paper import Document, Imprint, Table
from clinicmgr.paper.table import value_of
from clinicmgr.schedule.documents.call_out import CallOutOptions, build_call_out
from clinicmgr.schedule.records import DemandDraft
from clinicmgr.staff.records import StaffDraft

Run = Callable[..., tuple[int, str, str]]


def needed(practice: Practice) -> None:
    demand = DemandDraft(practice.ma, WED.weekday(), 480, 720, 1, 1, LONG_AGO)
    practice.schedule.add_demand(demand)


@pytest.fixture
def phones(practice: Practice) -> Practice:
    staff = practice.clinic.staff
    for who, phone in ((practice.ann, "555 0101"), (practice.bob, "555 0102")):
        member = staff.member(who)
        draft = StaffDraft(member.first_name, member.last_name, LONG_AGO, member.position_ids,
                           phone=phone)  # fmt: skip
        staff.change(who, draft)
    return practice


def sheet(practice: Practice, who: int | None) -> Document:
    clinic = practice.clinic
    settings = clinic.settings.current()
    imprint = Imprint(settings.name, clinic.clock.now(), "1.0")
    options = CallOutOptions(WED, WED, who)
    return build_call_out(practice.schedule, clinic.staff, settings, imprint, options)


def rows(document: Document, number: int) -> list[list[Any]]:
    tables = [item for item in document.items if isinstance(item, Table)]
    return [[value_of(cell) for cell in row.cells] for row in tables[number].rows]


def test_the_sheet_says_who_had_it_who_has_it_and_how_to_reach_them(phones: Practice) -> None:
    one = phones.schedule.add_shift(phones.draft(phones.ann, WED, 8, 12))
    phones.schedule.replacements.call_out(phones.ann, WED, WED, cover={one: phones.bob})
    document = sheet(phones, phones.ann)
    assert (document.title, document.subtitle) == (
        "Call-out: Ann Lee",
        "Wednesday, November 18, 2026",
    )
    assert rows(document, 0) == [
        [
            "Wed, Nov 18, 8:00 AM–12:00 PM\nMedical assistant",
            "Ann Lee",
            "555 0101",
            "Bob Roy",
            "555 0102",
        ]
    ]


def test_before_anything_is_kept_it_is_the_list_to_phone(phones: Practice) -> None:
    phones.clinic.staff.set_pay_rate(phones.bob, LONG_AGO, 2600)  # which stays off the paper
    needed(phones)
    phones.schedule.add_shift(phones.draft(phones.ann, WED, 8, 12))
    document = sheet(phones, phones.ann)
    assert rows(document, 0)[0][3:] == ["▲ not covered", ""]
    assert rows(document, 1)[1] == ["☐", "Bob Roy", "555 0102", "free; would reach 4 h"]


def test_the_post_somebody_was_taken_from_stands_on_the_sheet(phones: Practice) -> None:
    needed(phones)
    post = phones.schedule.add_shift(phones.draft(phones.bob, WED, 9, 13))
    one = phones.schedule.add_shift(phones.draft(phones.ann, WED, 8, 12))
    phones.schedule.replacements.call_out(
        phones.ann, WED, WED, cover={one: phones.bob}, gives_up=[post]
    )
    assert [(row[1], row[3]) for row in rows(sheet(phones, phones.ann), 0)] == [
        ("Ann Lee", "Bob Roy"),
        ("Bob Roy", "open, can be spared"),
    ]


def test_a_quiet_day_says_so(phones: Practice) -> None:
    document = sheet(phones, None)
    table = next(item for item in document.items if isinstance(item, Table))
    assert (table.rows, table.empty) == ((), "Nobody has called out.")


# The command line


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], clock: Clock, paths: Paths, demo_file: Path) -> Run:
    def command(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main([*words, "--practice", str(demo_file)], clock=clock, paths=paths)
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_the_command_lists_the_best_first(run: Run) -> None:
    code, out, _err = run("roster", "call-out", "bethany", "--day", "2026-11-18", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["name"] == "Bethany Cole"
    (shift,) = found["shifts"]
    tiers = [one["tier"] for one in shift["candidates"]]
    assert tiers == sorted(tiers, key=["fine", "warning", "impossible"].index)
    assert len(tiers) > 20
    assert all(one["reasons"] for one in shift["candidates"])


def test_a_person_reads_names_phones_and_reasons(run: Run) -> None:
    code, out, _err = run("roster", "call-out", "Bethany Cole")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "Wed, Nov 18, 7:30 AM–4:00 PM, Nurse"
    assert lines[1].startswith("    Can")
    assert any(line.endswith(": not trained as Nurse") for line in lines)


def test_a_name_that_nobody_or_many_have_is_refused_in_a_sentence(run: Run) -> None:
    code, _out, err = run("roster", "call-out", "Zebulon")
    assert (code, "Nobody who works here then" in err) == (1, True)
    code, _out, err = run("roster", "call-out", "a")
    assert (code, "Give the whole name" in err) == (1, True)
