"""The timeline of a day: bars are moved and stretched by quarters of an hour, always checked."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from clinicmgr.kernel.periods import DAY_MINUTES
from clinicmgr.schedule.gui.timeline_moves import moved
from clinicmgr.schedule.gui.timeline_painter import bar_rect
from clinicmgr.schedule.gui.timeline_view import STEP, Scale
from clinicmgr.schedule.records import DemandDraft, Shift

TUE, WED = date(2026, 11, 17), date(2026, 11, 18)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@pytest.fixture
def day(shown: Any, types: Any) -> Any:
    """Wednesday: Ann from 8 to 16, Bob from 9 to 17, and Bob on Tuesday night until 1."""
    types.schedule.edit(
        add=[
            types.draft(types.ann, WED, 8, 16),
            types.draft(types.bob, WED, 9, 17),
            types.draft(types.bob, TUE, 18, 25),
        ]
    )
    shown.page.show_span("day")
    return shown


def timeline(day: Any) -> Any:
    return day.page.cards.day.grid


def bars(day: Any) -> dict[str, tuple[int, int]]:
    return {
        f"{lane.row.title} {bar.start // 60}": (bar.start, bar.end)
        for lane in timeline(day).shown.lanes
        for bar in lane.bars
    }


def of(day: Any, title: str, number: int = 0) -> tuple[int, Any]:
    lanes = timeline(day).shown.lanes
    at = next(at for at, lane in enumerate(lanes) if lane.row.title == title)
    return at, lanes[at].bars[number]


def drag(day: Any, title: str, part: str, minutes: int, to: str = "", *, drop: bool = True) -> None:
    """Take the bar of somebody by its middle or an edge, so many minutes on."""
    line = timeline(day)
    lane, bar = of(day, title)
    rect = bar_rect(bar, line.top_of(lane), line.scale)
    x = {"start": rect.left() + 2, "end": rect.right() - 2, "whole": rect.center().x()}[part]
    first = QPoint(x, rect.center().y())
    step = round(minutes * line.scale.width / (line.scale.last - line.scale.first))
    target = line.top_of(of(day, to)[0]) + 12 if to else first.y()
    last = QPoint(x + step, target)
    for kind, at, held in (
        (QEvent.Type.MouseButtonPress, first, LEFT),
        (QEvent.Type.MouseMove, first + QPoint(15 if step >= 0 else -15, 0), LEFT),
        (QEvent.Type.MouseMove, last, LEFT),
        *([(QEvent.Type.MouseButtonRelease, last, NONE)] if drop else []),
    ):
        button = NONE if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(
            kind,
            QPointF(at),
            QPointF(line.viewport().mapToGlobal(at)),
            button,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(line.viewport(), event)


def test_a_day_shows_its_shifts_and_the_end_of_the_night_before(day: Any) -> None:
    assert bars(day) == {
        "Ann Lee 8": (480, 960),
        "Bob Roy 9": (540, 1020),
        "Bob Roy -6": (-360, 60),
    }
    assert timeline(day).shown.first == 0
    assert timeline(day).shown.now == 9 * 60


def test_dragging_the_end_stretches_the_shift_by_quarters_of_an_hour(day: Any) -> None:
    drag(day, "Ann Lee", "end", 50)
    assert bars(day)["Ann Lee 8"] == (480, 1005)
    assert day.clinic.journal.undo()
    assert bars(day)["Ann Lee 8"] == (480, 960)


def test_dragging_a_bar_to_another_person_gives_it_to_them(day: Any, types: Any) -> None:
    drag(day, "Ann Lee", "whole", 60, "Bob Roy")
    own = [one for one in day.clinic.schedule.shifts(WED, WED) if one.member_id == types.bob]
    assert sorted((one.start, one.end) for one in own) == [(540, 1020), (540, 1020)]


def test_what_a_drag_would_break_is_said_before_it_is_dropped(day: Any) -> None:
    drag(day, "Ann Lee", "whole", 60, "Bob Roy", drop=False)
    tag = timeline(day).drag.tag
    assert tag.isVisible()
    assert "9:00 AM" in tag.words
    assert "Bob Roy" in tag.words
    day.qtbot.keyClick(timeline(day), Qt.Key.Key_Escape)
    assert not tag.isVisible()
    assert bars(day)["Ann Lee 8"] == (480, 960)


def test_a_locked_shift_stays_where_it_is(day: Any, types: Any) -> None:
    ann = next(one for one in day.clinic.schedule.shifts(WED, WED) if one.member_id == types.ann)
    day.clinic.schedule.lock_shifts([ann.id])
    drag(day, "Ann Lee", "whole", 120)
    assert bars(day)["Ann Lee 8"] == (480, 960)


def test_the_arrows_move_and_stretch_the_current_shift(day: Any) -> None:
    line = timeline(day)
    line.setFocus()
    at, bar = of(day, "Ann Lee")
    line.go(line.shown.lanes[at].row.key, bar.shift_id)
    press = lambda key, held=Qt.KeyboardModifier.NoModifier: day.qtbot.keyClick(line, key, held)  # noqa: E731
    press(Qt.Key.Key_Right)
    assert bars(day)["Ann Lee 8"] == (495, 975)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert bars(day)["Ann Lee 8"] == (495, 960)
    press(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert bars(day)["Ann Lee 8"] == (480, 960)
    press(Qt.Key.Key_Down)
    assert line.current_cell().spoken.startswith("Bob Roy")
    press(Qt.Key.Key_Delete)
    assert "Bob Roy -6" not in bars(day) or "Bob Roy 9" not in bars(day)


def test_people_there_of_those_needed_are_drawn_over_the_day(day: Any, types: Any) -> None:
    types.schedule.add_demand(DemandDraft(types.ma, 2, 480, 1020, 2, 2, date(2020, 1, 1)))
    (curve,) = timeline(day).shown.curves
    told = [(one.start, one.end, one.have, one.need) for one in curve.steps if one.need]
    assert told == [(480, 540, 1, 2), (540, 960, 2, 2), (960, 1020, 1, 2)]
    assert [one.short for one in curve.steps if one.need] == [1, 0, 1]


def test_enter_opens_the_shift_that_is_current(day: Any, types: Any) -> None:
    line = timeline(day)
    line.setFocus()
    at, bar = of(day, "Bob Roy", 1)
    line.go(line.shown.lanes[at].row.key, bar.shift_id)
    day.qtbot.keyClick(line, Qt.Key.Key_Return)
    assert day.page.side.cell is not None
    assert day.page.side.cell.place == (types.bob, WED)


def test_rows_by_room_are_lanes_too(day: Any, types: Any) -> None:
    day.page.views.show_rows("rooms")
    titles = [lane.row.title for lane in timeline(day).shown.lanes]
    assert titles == ["Exam 1", "No room"]
    assert of(day, "No room")[1].look.name == "Ann" or of(day, "No room")[1].look.name == "Bob"


def test_the_timeline_has_names_for_those_who_do_not_see_it(day: Any) -> None:
    assert timeline(day).accessibleName()
    assert day.page.cards.day.coverage.accessibleName()
    assert day.page.cards.day.coverage.toggle.accessibleName()


@given(
    start=st.integers(0, DAY_MINUTES - 1),
    length=st.integers(15, DAY_MINUTES),
    minutes=st.floats(-2000, 2000),
    part=st.sampled_from(["whole", "start", "end"]),
    rest=st.integers(0, 60),
)
def test_whatever_is_dragged_stays_a_sensible_shift(
    start: int, length: int, minutes: float, part: Any, rest: int
) -> None:
    shift = Shift(1, 1, WED, start, start + length, 1, break_minutes=min(rest, length - 1))
    draft = moved(shift, part, minutes)
    assert 0 <= draft.start < DAY_MINUTES
    assert 0 < draft.end - draft.start <= DAY_MINUTES
    assert 0 <= draft.break_minutes < draft.end - draft.start
    if part == "whole":
        assert draft.end - draft.start == length
    elif part == "start":
        absolute = (draft.day - WED).days * DAY_MINUTES
        assert absolute + draft.end == shift.end


@given(minute=st.integers(360, 1200), width=st.integers(100, 3000))
def test_a_minute_is_found_again_at_its_place(minute: int, width: int) -> None:
    scale = Scale(360, 1200, 200, width)
    assert round(scale.minute_at(scale.x_of(minute))) == minute
    assert replace(scale, left=0).x_of(minute) == pytest.approx(scale.x_of(minute) - 200)
    assert STEP == 15
