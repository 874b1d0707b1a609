"""Filling the week: a search beside the window, a proposal to look at, one change if accepted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from clinicmgr.schedule.records import DemandDraft
from clinicmgr.schedule.solver.answer import Assignment, Solution

MON, TUE, WED = (date(2026, 11, day) for day in range(16, 19))


@pytest.fixture
def needed(shown, types):
    types.schedule.add_demand(DemandDraft(types.ma, 2, 450, 960, 2, 2, date(2026, 1, 1)))
    types.schedule.add_shift(types.draft(types.ann, MON, 8, 12, site_id=types.main))
    return types


@pytest.fixture
def proposed(shown, needed):
    """Bob is proposed for Wednesday; one assistant is still missing."""
    problem = needed.schedule.fill_problem(shown.page.material.first, shown.page.material.last)
    choice = next(one for one in problem.choices if one.worker == needed.bob)
    solution = Solution((Assignment(choice.worker, choice.pattern),), (), "good", 0, 0, 1.0)
    shown.page.filling.take(shown.page.material, problem, solution)
    return needed


def test_a_proposal_is_shown_and_nothing_is_changed(shown, proposed):
    chip = shown.cell(proposed.bob, WED).look.chips[0]
    assert chip.proposed
    assert "proposed" in shown.cell(proposed.bob, WED).spoken
    assert shown.shifts(proposed.bob, WED) == []
    assert shown.page.proposal_bar.accessibleName().startswith("Proposal: 1 shift, 1 gap left")
    assert [gap.missing for gap in shown.page.side.gaps.gaps] == [1]


def test_accepting_is_one_change(shown, proposed):
    before = shown.clinic.journal.undo_title
    shown.page.proposal_bar.accept_button.click()
    assert len(shown.shifts(proposed.bob, WED)) == 1
    assert shown.page.proposal_bar.isHidden()
    shown.clinic.journal.undo()
    assert shown.shifts(proposed.bob, WED) == []
    assert shown.clinic.journal.undo_title == before


def test_escape_discards(shown, proposed):
    shown.at(proposed.bob, WED)
    shown.press(Qt.Key.Key_Escape)
    assert shown.page.filling.proposal is None
    assert shown.cell(proposed.bob, WED).look.chips == ()
    assert shown.page.proposal_bar.isHidden()


def test_while_a_proposal_is_shown_nothing_can_be_typed(shown, proposed):
    said: list[str] = []
    shown.grid.refused.connect(said.append)
    shown.at(proposed.ann, WED)
    shown.press(Qt.Key.Key_8)
    assert not shown.grid.editor.is_open
    assert said == ["A proposal is shown. Accept or discard it first."]


def test_a_change_elsewhere_drops_the_proposal(shown, proposed):
    proposed.schedule.add_shift(proposed.draft(proposed.cy, TUE, 8, 12))
    assert shown.page.filling.proposal is None
    assert shown.cell(proposed.bob, WED).look.chips == ()


def test_a_proposal_waits_while_another_week_is_shown(shown, proposed):
    shown.page.step(1)
    assert shown.page.proposal_bar.isHidden()
    assert shown.page.hands.refusal() == ""
    shown.page.step(-1)
    assert shown.cell(proposed.bob, WED).look.chips[0].proposed


def test_what_was_searched_for_an_older_roster_is_not_shown(shown, needed):
    shown.page.fill()
    assert shown.page.filling.searching
    needed.schedule.add_shift(needed.draft(needed.cy, TUE, 8, 12))
    shown.qtbot.waitUntil(lambda: not shown.desk.jobs.busy, timeout=60_000)
    assert shown.page.filling.proposal is None


@pytest.mark.slow
def test_the_search_runs_beside_the_window(shown, needed):
    shown.page.fill()
    shown.qtbot.waitUntil(lambda: shown.page.filling.proposal is not None, timeout=60_000)
    assert shown.page.filling.proposal.count == 2
    assert shown.page.filling.proposal.gaps == ()
    assert shown.cell(needed.ann, WED).look.chips[0].proposed
    assert shown.cell(needed.bob, WED).text == "ME"
