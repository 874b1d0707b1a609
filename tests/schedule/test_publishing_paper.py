"""What has changed, on paper to be signed, on the wall roster, and on the command line."""

from argparse import Namespace
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.schedule.clinic_of_three import FRI, MON, SUN, THU, WED

from clinicmgr.cli import roster_commands
from clinicmgr.cli.context import Context
from clinicmgr.paper import Chip, Grid, Imprint, Legend, Notes, Table, Text
from clinicmgr.schedule.documents import (
    RosterChangesOptions,
    WeekRosterOptions,
    build_roster_changes,
    build_week_roster,
)
from clinicmgr.schedule.records import DemandDraft

IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9))


@pytest.fixture
def publishing(practice):
    return practice.schedule.publishing


def add(practice, who, day, start=8, end=16, **more):
    return practice.schedule.add_shift(practice.draft(who, day, start, end, **more))


def change(practice, shift_id, **values):
    draft = practice.schedule.shift(shift_id).draft()
    practice.schedule.change_shift(shift_id, replace(draft, **values))


def built(practice, **more):
    settings = practice.clinic.settings.current()
    options = RosterChangesOptions(MON, SUN, **more)
    return build_roster_changes(practice.schedule, settings, IMPRINT, options)


def of(document, kind):
    return [item for item in document.items if isinstance(item, kind)]


def lines(document):
    (table,) = of(document, Table)
    return [
        tuple(getattr(cell, "value", cell) for cell in row.cells[:3])
        if row.kind == "normal"
        else row.cells[0]
        for row in table.rows
    ]


def test_each_person_sees_what_was_and_what_is_now(practice, publishing):
    handed = add(practice, practice.ann, WED)
    times = add(practice, practice.cy, THU, room_id=practice.exam)
    publishing.publish(MON, SUN)
    change(practice, handed, member_id=practice.bob)
    change(practice, times, start=540)
    add(practice, None, FRI)
    document = built(practice)
    assert lines(document) == [
        "Cy Fox",
        (
            "Changed",
            "Thu, Nov 19, 8:00 AM–4:00 PM, Exam 1",
            "Thu, Nov 19, 9:00 AM–4:00 PM, Exam 1",
        ),
        "Ann Lee",
        ("Moved", "Wed, Nov 18, 8:00 AM–4:00 PM", "goes to Bob Roy"),
        "Bob Roy",
        ("Moved", "Ann Lee had it", "Wed, Nov 18, 8:00 AM–4:00 PM"),
        "Open shifts",
        ("New", "—", "Fri, Nov 20, 8:00 AM–4:00 PM, Medical assistant"),
    ]
    (lead,) = of(document, Text)
    assert lead.text == "Changed since version 1 of Wed, Nov 18: 3 shifts. Not published yet."


def test_right_after_publishing_the_paper_tells_what_the_new_version_changed(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, start=540)
    publishing.publish(MON, SUN, "Bring your keys.")
    document = built(practice)
    assert lines(document)[1][0] == "Changed"
    assert of(document, Notes)[0].lines == ("Bring your keys.",)
    assert of(document, Text)[0].text == (
        "Version 2 of Wed, Nov 18. Changed since version 1 of Wed, Nov 18: 1 shift."
    )


def test_without_a_version_before_there_is_nothing_to_compare(practice, publishing):
    add(practice, practice.ann, WED)
    assert lines(built(practice)) == []
    publishing.publish(MON, SUN)
    document = built(practice)
    assert lines(document) == []
    assert of(document, Text)[0].text == "Nothing was published before for these days."


def wall(practice, **more):
    clinic = practice.clinic
    options = WeekRosterOptions(MON, SUN, changes=True, **more)
    settings = clinic.settings.current()
    return build_week_roster(practice.schedule, clinic.staff, settings, IMPRINT, options)


def test_the_wall_roster_may_say_what_has_changed(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    titles = {notes.title for notes in of(wall(practice), Notes)}
    assert titles == {"Notes"}
    change(practice, shift_id, member_id=practice.bob)
    changed = next(notes for notes in of(wall(practice), Notes) if notes.title != "Notes")
    assert changed.title == "Changed since Wed, Nov 18"
    assert changed.lines == ("Ann Lee: Given up: Wed, Nov 18, 8:00 AM–4:00 PM goes to Bob Roy.",)


def test_the_wall_roster_says_its_version_and_what_of_it_is_not_published(practice, publishing):
    shift_id = add(practice, practice.ann, WED)
    add(practice, practice.bob, WED)
    assert "version" not in wall(practice).subtitle
    publishing.publish(MON, SUN)
    document = wall(practice)
    assert document.subtitle.endswith("Sunday, November 22, 2026 – version 1")
    assert flags(document) == ["", ""]
    change(practice, shift_id, start=540)
    assert flags(wall(practice)) == ["draft", ""]
    (legend,) = of(wall(practice), Legend)
    assert ("Not published", "draft") in [(one.label, one.sign) for one in legend.entries]


def flags(document):
    (grid,) = of(document, Grid)
    return [
        part.flag
        for group in grid.groups
        for row in group.rows
        for cell in row.cells
        for part in cell
        if isinstance(part, Chip)
    ]


def test_many_changes_do_not_push_the_roster_from_the_wall(practice, publishing):
    publishing.publish(MON, SUN)
    for number in range(9):
        add(practice, practice.ann, FRI, number, number + 1)
    notes = next(one for one in of(wall(practice), Notes) if one.title != "Notes")
    assert len(notes.lines) == 6
    assert notes.lines[-1] == "4 more changes"


# Command line


@pytest.fixture
def run(practice, practice_file, clock, paths):
    """Run a verb of `roster` on the practice's file."""

    def answer(verb, **options):
        practice.clinic.close()
        values = {"practice": practice_file, "first": MON, "last": SUN, "note": None}
        given = Namespace(**values | {"since": None} | options)
        return verb(Context(given, clock, paths))

    return answer


def test_roster_publish_publishes_and_tells_what_speaks_against_it(practice, publishing, run):
    long_ago = MON - timedelta(days=900)
    practice.schedule.add_demand(DemandDraft(practice.ma, 3, 480, 720, 1, 1, long_ago))
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, day=FRI)
    answer = run(roster_commands.publish, note="new")
    assert not answer.found_problems
    first, *rest = answer.text.splitlines()
    assert first == "Published version 2, 2026-11-16 to 2026-11-22: 1 shift."
    assert rest[:2] == [
        "Ann Lee",
        "    Moved: Wed, Nov 18, 8:00 AM–4:00 PM is now Fri, Nov 20, 8:00 AM–4:00 PM.",
    ]
    assert "Published in spite of this:" in rest
    assert (answer.values["version"], answer.values["note"]) == (2, "new")
    assert len(answer.values["gaps"]) == 1
    assert answer.values["changes"][0]["kind"] == "moved"


def test_roster_changes_tells_since_which_version(practice, publishing, run):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, start=540)
    publishing.publish(MON, SUN)
    answer = run(roster_commands.changes)
    assert answer.text == "Nothing has changed since version 2."


def test_roster_changes_since_an_older_version(practice, publishing, run):
    shift_id = add(practice, practice.ann, WED)
    publishing.publish(MON, SUN)
    change(practice, shift_id, start=540)
    publishing.publish(MON, SUN)
    answer = run(roster_commands.changes, since=1)
    assert answer.values["since"] == 1
    assert "    Changed: Wed, Nov 18: time 8:00 AM–4:00 PM → 9:00 AM–4:00 PM." in answer.text
    assert run(roster_commands.changes, first=SUN).values["changes"] == []


def test_roster_changes_where_nothing_was_published(practice, run):
    add(practice, practice.ann, WED)
    assert run(roster_commands.changes).text == "Nothing was published for these days yet."
