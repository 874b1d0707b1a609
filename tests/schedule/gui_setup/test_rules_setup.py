"""The manager sets the rules of the roster: strength, numbers, exceptions, presets."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.schedule.records import Preset, RuleDraft, Scope, Strength
from clinicmgr.schedule.rules import RULES


@pytest.fixture
def book(setup):
    return setup.turn_to("rules")


@pytest.fixture
def kept(demo_clinic):
    return demo_clinic.schedule.rulebook


def row(book, rule):
    return next(one for one in book.shelf.records() if one.line.rule == rule)


def test_the_list_names_every_rule_with_its_sentence_and_strength(book):
    shown = book.table.shown_records()
    assert len(shown) == len([rule for rule in RULES if not rule.several])
    rest = row(book, "rest")
    assert rest.sentence == "Between the shifts of two days lie at least 11 h of rest."
    texts = {column.key: column.text(rest) for column in book.table.shown_columns()}
    assert (texts["strength"], texts["whom"]) == ("Never", "Everybody")


def test_the_strength_is_chosen_with_the_arrow_keys_and_kept_at_once(qtbot, book, kept):
    book.open("overtime")
    assert book.strength.key == "avoid"
    chosen = next(b for b in book.strength.findChildren(QPushButton) if b.isChecked())
    qtbot.keyClick(chosen, Qt.Key.Key_Left)
    assert kept.general("overtime").strength is Strength.NEVER
    assert row(book, "overtime").line.strength is Strength.NEVER
    assert book.strength.key == "never"


def test_numbers_stand_beside_their_rule_only(qtbot, book, kept, demo_clinic):
    book.open("overtime")
    assert book.form.editor("overtime.limit").isVisible()
    assert not book.form.editor("rest.minimum").isVisible()
    assert not book.form.editor("member_ids").isVisible()
    book.form.editor("overtime.limit").put(45 * 60)
    assert book.save()
    assert demo_clinic.settings.current().max_weekly_minutes == 45 * 60
    assert book.sentence.text() == "Nobody works more than 45 h a week."


def test_a_wrong_number_is_said_beside_its_field(book, kept):
    book.open("days_in_row")
    book.form.editor("days_in_row.most").put(77)
    assert not book.save()
    assert "between" in book.form.editor("days_in_row.most").accessibleDescription()
    assert kept.general("days_in_row").number("most") == 6
    book.revert()


def test_an_exception_for_one_person_stands_below_the_rule(book, kept, demo_clinic):
    ruth = next(one for one in demo_clinic.staff.members() if one.last_name == "Abernathy")
    book.open("days_in_row")
    book.exception_button.click()
    assert book.is_new
    assert book.form.editor("member_ids").isVisible()
    book.strength.findChildren(QPushButton)[0].click()
    book.form.editor("days_in_row.most").put(3)
    book.form.editor("member_ids").put((ruth.id,))
    assert book.save()
    (line,) = [one for one in kept.lines() if one.scope.member_ids]
    assert (line.strength, line.number("most")) == (Strength.NEVER, 3)
    assert book.record.whom == "Ruth Abernathy"
    places = [one.id for one in book.shelf.records()]
    assert places.index(line.id) == places.index("days_in_row") + 1


def test_an_exception_without_a_scope_is_refused(book):
    book.open("rest")
    book.add_exception()
    assert not book.save()
    assert "for whom" in book.form.editor("member_ids").accessibleDescription()
    book.revert()


def test_a_rule_about_shift_types_is_added(book, kept, demo_clinic):
    first, second = (one.id for one in demo_clinic.schedule.shift_types()[:2])
    book.add()
    assert not book.save()
    book.form.editor("rule").put("succession")
    book.form.edited.emit("rule")
    assert not book.form.editor("days_in_row.most").isVisible()
    book.form.editor("succession.earlier").put((second,))
    book.form.editor("succession.later").put((first,))
    assert book.save()
    (line,) = [one for one in kept.lines() if one.rule == "succession"]
    assert (line.ids("earlier"), line.ids("later")) == ((second,), (first,))
    assert book.remove_button.text() == "Remove"


def test_reset_brings_back_what_is_usual_and_undo_takes_that_back(book, kept, demo_clinic):
    kept.set_rule("rest", None, minimum=9 * 60)
    book.open("rest")
    assert book.remove_button.text() == "Reset"
    book.remove_button.click()
    assert (kept.general("rest").strength, kept.general("rest").number("minimum")) == (
        Strength.NEVER,
        660,
    )
    demo_clinic.journal.undo()
    assert kept.general("rest").strength is None


def test_an_exception_is_removed_after_a_question(setup, book, kept, demo_clinic):
    member = demo_clinic.staff.members()[0]
    added = kept.add_rule(RuleDraft("rest", None, {}, Scope((member.id,))))
    book.reload()
    book.open(added)
    book.remove_button.click()
    (asked,) = [each for each in setup.window().findChildren(Dialog) if each.isVisible()]
    asked.accept_button.click()
    assert not [one for one in kept.lines() if one.scope.weight]


def test_a_preset_shows_what_it_changes_before_it_does(setup, book, kept):
    book.preset_buttons[1].click()
    (asked,) = [each for each in setup.window().findChildren(Dialog) if each.isVisible()]
    assert len(kept.preset_changes(Preset.EU)) == 4
    asked.accept_button.click()
    assert kept.preset_changes(Preset.EU) == ()
    assert row(book, "overtime").sentence == "Nobody works more than 48 h a week."


def test_every_control_of_a_rule_has_a_name_for_a_screen_reader(book):
    book.open("weekends")
    assert book.strength.accessibleName() == "How much it matters"
    assert book.table.accessibleName() == "Rules"
    for name in ("weekends.most", "weekends.weeks"):
        assert book.form.editor(name).accessibleName()
    for button in (*book.preset_buttons, book.exception_button, book.remove_button):
        assert button.text()
