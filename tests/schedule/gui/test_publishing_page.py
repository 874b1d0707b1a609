"""Publishing from the schedule page: the state in the header, the panel, the look of drafts."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from clinicmgr.paper import Document
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.schedule.records import DemandDraft

MON, TUE, WED, THU, FRI, SAT, SUN = (date(2026, 11, day) for day in range(16, 23))
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def wed(types):
    """Ann's shift on Wednesday."""
    return types.schedule.add_shift(types.draft(types.ann, WED, 8, 16))


@pytest.fixture
def publish(types, wed):
    """Publish the week as the command line would."""
    return lambda: types.schedule.publishing.publish(MON, SUN)


def change(types, shift_id, **values):
    draft = types.schedule.shift(shift_id).draft()
    types.schedule.change_shift(shift_id, replace(draft, **values))


def state(shown):
    return shown.page.publishing.strip.words.text()


def kind(button):
    return button.property("kind")


def panel(shown):
    shown.page.publish()
    return shown.page.publishing.panel


def press(shown):
    shown.page.publishing.publish_button.click()


def drafts(shown, who, day):
    return [chip.draft for chip in shown.cell(who, day).look.chips]


def spoken(panel):
    """The names and sentences of the people in the panel, as they are read aloud."""
    layout = panel._people  # noqa: SLF001 - what is read on screen
    return [layout.itemAt(at).widget().accessibleName() for at in range(layout.count())]


def test_a_week_is_a_draft_until_it_is_published(shown, types, wed, publish):
    shown.page.reload()
    assert state(shown) == "Draft – not published yet"
    assert drafts(shown, types.ann, WED) == [True]
    assert shown.page.legend.swatches.accessibleName().endswith(", Draft")
    publish()
    assert state(shown) == "Published – version 1 of Wed, Nov 18"
    assert drafts(shown, types.ann, WED) == [False]
    assert "Draft" not in shown.page.legend.swatches.accessibleName()


def test_an_empty_week_says_nothing_of_publishing(shown):
    assert state(shown) == ""
    assert kind(shown.page.publishing.strip.button) == "quiet"


def test_a_changed_shift_is_a_draft_again_and_says_so(shown, types, wed, publish):
    publish()
    change(types, wed, start=540)
    assert state(shown) == "Draft – 1 change since version 1 of Wed, Nov 18"
    assert drafts(shown, types.ann, WED) == [True]
    assert "changed since it was published" in shown.cell(types.ann, WED).spoken
    types.clinic.journal.undo()
    assert drafts(shown, types.ann, WED) == [False]


def test_publishing_is_the_main_button_where_something_is_unpublished(shown, types, wed, publish):
    shown.page.reload()
    strip, fill = shown.page.publishing.strip, shown.page.action_bar.fill_button
    assert (kind(strip.button), kind(fill)) == ("primary", "quiet")
    publish()
    assert (kind(strip.button), kind(fill)) == ("quiet", "primary")


def test_what_is_over_and_was_never_published_is_left_in_peace(shown, types):
    types.schedule.add_shift(types.draft(types.ann, date(2026, 11, 10), 8, 16))
    shown.page.step(-1)
    assert state(shown) == ""
    assert drafts(shown, types.ann, date(2026, 11, 10)) == [False]


def test_the_panel_tells_each_person_what_is_new(shown, types, wed, publish):
    publish()
    change(types, wed, member_id=types.bob)
    made = panel(shown)
    assert made.lead.text() == "1 shift changed since version 1 of Wed, Nov 18:"
    assert spoken(made) == [
        "Ann Lee: Given up: Wed, Nov 18, 8:00 AM–4:00 PM goes to Bob Roy.",
        "Bob Roy: New: Wed, Nov 18, 8:00 AM–4:00 PM, from Ann Lee.",
    ]


def test_the_panel_follows_the_grid_and_keeps_a_half_typed_note(shown, types, wed, publish):
    publish()
    made = panel(shown)
    assert made.lead.text() == "Nothing has changed since version 1 of Wed, Nov 18."
    change(types, wed, start=540)
    made.form.editor("note").setFocus()
    shown.qtbot.keyClicks(made.form.editor("note"), "Mind the times")
    change(types, wed, start=600)
    assert shown.page.publishing.panel is made
    assert made.note == "Mind the times"
    assert len(spoken(made)) == 1
    shown.page.side.close_panel()
    assert panel(shown).note == "Mind the times"


def test_publishing_keeps_note_and_version_and_can_be_undone(shown, types, wed):
    shown.press(Qt.Key.Key_P, CTRL | SHIFT)
    made = shown.page.publishing.panel
    assert made.lead.text() == "1 shift is published for the first time."
    made.form.set_values({"note": "First roster"})
    press(shown)
    (version,) = types.schedule.publishing.publications()
    assert (version.note, version.first, version.last) == ("First roster", MON, SUN)
    assert not shown.page.publishing.publish_button.isEnabled()
    assert made.form.isHidden()
    types.clinic.journal.undo()
    assert state(shown) == "Draft – not published yet"
    assert shown.page.publishing.publish_button.isEnabled()


def test_gaps_and_problems_are_told_and_the_manager_decides(shown, types, wed):
    types.schedule.add_demand(DemandDraft(types.fd, 3, 480, 720, 1, 1, date(2020, 1, 1)))
    made = panel(shown)
    press(shown)
    (asked,) = shown.window.findChildren(Dialog)
    assert types.schedule.publishing.publications() == []
    button = next(
        one for one in asked.findChildren(type(made.exports[0])) if "anyway" in one.text()
    )
    button.click()
    assert len(types.schedule.publishing.publications()) == 1


def test_the_panel_closes_when_another_week_is_shown(shown, types, wed):
    panel(shown)
    shown.page.step(1)
    assert not shown.page.side.is_open


def test_a_shift_that_is_half_typed_is_not_lost_by_publishing(shown, types, wed):
    shown.at(types.ann, WED)
    shown.press(Qt.Key.Key_F4)
    form = shown.page.side.cell.form
    shown.qtbot.keyClicks(form.editor("note"), "keys")
    shown.page.publish()
    assert shown.page.side.cell is not None
    assert shown.page.publishing.panel is None


def test_the_published_week_goes_to_paper_calendars_and_tables(
    shown, types, wed, publish, tmp_path
):
    papers: list[Document] = []
    shown.desk.paper_wanted.connect(papers.append)
    made, files = panel(shown), shown.page.publishing.files
    files.save_table(tmp_path / "none.xlsx")
    assert not list(tmp_path.glob("*.xlsx")), "nothing is published yet"
    publish()
    made.exports[0].click()
    made.exports[1].click()
    assert [one.title for one in papers] == ["Roster", "Changes of the roster"]
    files.save_calendars(tmp_path / "calendars")
    assert {one.name for one in (tmp_path / "calendars").iterdir()} == {
        "Ann Lee.ics",
        "Everybody.ics",
    }
    files.save_table(tmp_path / "roster.csv")
    assert "Ann Lee" in (tmp_path / "roster.csv").read_text(encoding="utf-8-sig")
