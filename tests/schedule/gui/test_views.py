"""The same shifts seen by person, by position and by room; what is typed there is what it says."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.schedule.gui.roster_building import RosterBuilder, build_view
from clinicmgr.schedule.gui.roster_material import read_material
from clinicmgr.schedule.gui.short_names import short_names
from clinicmgr.schedule.records import Person

MON, TUE, WED = (date(2026, 11, day) for day in (16, 17, 18))
SUN = date(2026, 11, 22)


@pytest.fixture
def rostered(shown: Any, types: Any) -> Any:
    """Ann and Bob are assistants on Monday, Cy is at the front desk, one more is open."""
    schedule = types.schedule
    schedule.edit(
        add=[
            types.draft(types.ann, MON, 8, 16),
            types.draft(types.bob, MON, 9, 17, room_id=types.exam),
            types.draft(types.cy, MON, 8, 12),
            types.draft(None, MON, 10, 14),
        ]
    )
    return types


def row(shown: Any, kind: str, number: int) -> Any:
    view = shown.page.view
    return view.rows[view.row_of((kind, number))]


def texts(shown: Any, kind: str, number: int, day: date) -> str:
    return str(row(shown, kind, number).cells[shown.page.view.column_of(day)].text)


def at(shown: Any, kind: str, number: int, day: date) -> None:
    assert shown.grid.select_place((kind, number), day)
    shown.grid.setFocus()


def test_a_row_of_a_position_holds_everybody_who_works_as_it(shown: Any, rostered: Any) -> None:
    shown.page.views.show_rows("positions")
    cell = row(shown, "position", rostered.ma).cells[0]
    assert [chip.name for chip in cell.look.chips] == ["Ann", "Bob", "Open"]
    assert texts(shown, "position", rostered.ma, MON) == (
        "Ann 8:00-16:00, Bob 9:00-17:00 @EX1, 10:00-14:00"
    )
    assert row(shown, "position", rostered.ma).hours == "16 h · 1 open"
    assert "Ann Lee, Medical assistant" in cell.spoken
    assert shown.page.view.corner == "2 positions"


def test_a_row_of_a_room_holds_everybody_who_works_in_it(shown: Any, rostered: Any) -> None:
    shown.page.views.show_rows("rooms")
    assert texts(shown, "room", rostered.exam, MON) == "Bob 9:00-17:00"
    assert texts(shown, "no_room", rostered.main, MON) == (
        "Cy 8:00-12:00, Ann 8:00-16:00, 10:00-14:00"
    )


def test_a_name_and_times_typed_into_a_position_give_that_person_a_shift(
    shown: Any, rostered: Any
) -> None:
    shown.page.views.show_rows("positions")
    at(shown, "position", rostered.fd, TUE)
    shown.type("ann 8-12, 13-17")
    made = shown.clinic.schedule.shifts(TUE, TUE)
    assert [(one.member_id, one.start // 60, one.position_id) for one in made] == [
        (rostered.ann, 8, rostered.fd),
        (rostered.ann, 13, rostered.fd),
    ]


def test_editing_a_cell_changes_only_the_shifts_whose_words_changed(
    shown: Any, rostered: Any
) -> None:
    before = {one.member_id: one.id for one in shown.clinic.schedule.shifts(MON, MON)}
    shown.page.views.show_rows("positions")
    at(shown, "position", rostered.ma, MON)
    shown.grid.edit_cell()
    shown.grid.editor.setText("Bob 9-17 @EX1, Ann 8-15:30")
    shown.qtbot.keyClick(shown.grid.editor, Qt.Key.Key_Return)
    after = {one.member_id: one for one in shown.clinic.schedule.shifts(MON, MON)}
    assert after[rostered.ann].id == before[rostered.ann]
    assert after[rostered.ann].end == 15 * 60 + 30
    assert after[rostered.bob].id == before[rostered.bob]
    assert None not in after


def test_a_name_without_times_is_asked_for_them(shown: Any, rostered: Any) -> None:
    shown.page.views.show_rows("positions")
    at(shown, "position", rostered.ma, TUE)
    shown.type("Bob")
    assert shown.grid.editor.is_open
    assert "Bob 8-16:30" in shown.grid.editor.refusal.accessibleName()


def test_a_code_of_another_position_is_refused_in_its_words(shown: Any, rostered: Any) -> None:
    shown.page.views.show_rows("positions")
    at(shown, "position", rostered.fd, TUE)
    shown.type("Cy ME")
    assert "ME is a shift of Medical assistant" in shown.grid.editor.refusal.accessibleName()


def test_a_shift_dropped_on_another_position_changes_that_and_nothing_else(
    shown: Any, rostered: Any
) -> None:
    shown.page.views.show_rows("positions")
    view = shown.page.view
    cells = shown.page.hands.cells
    from clinicmgr.schedule.gui.shift_drag import Carried

    source, target = (view.row_of(("position", one)) for one in (rostered.fd, rostered.ma))
    cy = next(one for one in cells.material.shifts if one.member_id == rostered.cy)
    carried = Carried(frozenset({cy.id}), source, 0, ([source], [0]))
    assert shown.page.hands.verdict(carried, target, 1, copies=False).sentence
    shown.page.hands.drop(carried, target, 1, copies=False)
    moved = shown.clinic.schedule.shift(cy.id)
    assert (moved.member_id, moved.position_id, moved.day) == (rostered.cy, rostered.ma, TUE)


def test_a_problem_is_shown_in_the_row_that_has_its_shift(shown: Any, rostered: Any) -> None:
    shown.clinic.schedule.add_shift(rostered.draft(rostered.ann, MON, 12, 18))
    shown.page.views.show_rows("positions")
    assert ("position", rostered.ma) in {one.row for one in shown.page.view.problems}
    shown.page.attention.walk(1)
    assert shown.grid.current_place() == (("position", rostered.ma), MON)


def test_an_edit_builds_the_rows_it_touches_and_keeps_the_others(shown: Any, rostered: Any) -> None:
    builder, clinic = RosterBuilder(), shown.clinic
    settings = clinic.settings.current()
    first = read_material(clinic.schedule, settings, MON, SUN)
    before = builder.view(first)
    clinic.schedule.add_shift(rostered.draft(rostered.bob, TUE, 8, 12))
    second = read_material(clinic.schedule, settings, MON, SUN, first)
    after = builder.view(second)
    kept = {one.key for one in after.rows if any(one is old for old in before.rows)}
    assert ("person", rostered.ann) in kept
    assert ("person", rostered.bob) not in kept
    fresh = read_material(clinic.schedule, settings, MON, SUN)
    assert after == build_view(fresh)


def test_days_are_left_out_and_brought_back_for_the_whole_practice(shown: Any) -> None:
    shown.page.views.show_day(6, shown=False)
    assert SUN not in {head.day for head in shown.page.view.days}
    assert 6 not in shown.clinic.settings.current().visible_days
    shown.page.views.show_day(6, shown=True)
    assert SUN in {head.day for head in shown.page.view.days}


def test_short_names_tell_people_apart() -> None:
    people = [
        Person(number, name, (), date(2020, 1, 1))
        for number, name in enumerate(("Ann Lee", "Ann Roy", "Dr. Cy Fox", "Bo", "Ann Low"))
    ]
    names = [one.name for one in short_names(people).values()]
    assert names == ["Ann Lee", "Ann R.", "Cy", "Bo", "Ann Low"]
    assert short_names(people)[2].initials == "CF"


def test_two_sites_are_told_apart_in_the_coverage(shown: Any, rostered: Any) -> None:
    from clinicmgr.schedule.records import DemandDraft

    north = shown.clinic.places.add_site(SiteDraft("North", "N"))
    shown.clinic.places.add_room(RoomDraft(north, "Lab", "LB"))
    shown.clinic.schedule.add_demand(
        *(
            DemandDraft(rostered.ma, 0, 9 * 60, 12 * 60, many, many, date(2020, 1, 1), site_id=site)
            for site, many in ((rostered.main, 1), (north, 2))
        )
    )
    shown.page.reload()
    line = shown.page.view.cover[0]
    assert (line.cells[0].have, line.cells[0].minimum, line.cells[0].site) == (0, 2, "N")
    assert [part.title for part in line.parts] == ["Main Street", "North"]
    assert [(part.cells[0].have, part.cells[0].minimum) for part in line.parts] == [(1, 1), (0, 2)]
    table = shown.page.card.coverage
    table.unfold(0)
    assert [one.title for one in table.coverage.rows] == [
        "Medical assistant",
        "Main Street",
        "North",
    ]
    table.unfold(0)
    assert len(table.coverage.rows) == 1
