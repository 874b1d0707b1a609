"""The rulebook on record: set, added to, exchanged for a preset, approved; each one undoable."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.schedule.clinic_of_three import FRI, MON, SAT, SUN, THU, TUE, WED
from tests.schedule.conftest import Practice

from clinicmgr.clinic import opened
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.schedule.records import Preset, RuleDraft, Scope, Strength, Tally
from clinicmgr.schedule.rules import Checker

WEEKDAYS = (MON, TUE, WED, THU, FRI)


def rules_broken(practice: Practice) -> list[tuple[str, Strength]]:
    return [(one.rule, one.strength) for one in practice.schedule.check(MON, SUN)]


def long_week(practice: Practice) -> None:
    practice.schedule.edit(add=[practice.draft(practice.ann, day, 8, 17) for day in WEEKDAYS])


def test_a_rule_matters_as_much_as_the_manager_says(practice: Practice) -> None:
    book = practice.schedule.rulebook
    long_week(practice)
    assert rules_broken(practice) == [("overtime", Strength.AVOID)]

    book.set_rule("overtime", Strength.NEVER)
    assert rules_broken(practice) == [("overtime", Strength.NEVER)]
    book.set_rule("overtime", None)
    assert rules_broken(practice) == []
    assert practice.clinic.journal.undo_title == "Set rule Weekly overtime"
    practice.clinic.journal.undo()
    practice.clinic.journal.undo()
    assert rules_broken(practice) == [("overtime", Strength.AVOID)]


def test_the_weekly_limit_and_the_rest_stand_in_the_settings_too(practice: Practice) -> None:
    book, settings = practice.schedule.rulebook, practice.clinic.settings
    long_week(practice)

    book.set_rule("overtime", Strength.AVOID, limit=45 * 60)
    assert settings.current().max_weekly_minutes == 45 * 60
    assert rules_broken(practice) == []

    settings.change(replace(settings.current(), min_rest_minutes=16 * 60, max_weekly_minutes=1200))
    assert book.general("overtime").number("limit") == 1200
    assert book.general("rest").number("minimum") == 16 * 60

    book.reset_rule("overtime")
    assert settings.current().max_weekly_minutes == 2400


def test_a_rule_for_one_person_is_added_changed_and_removed(practice: Practice) -> None:
    book = practice.schedule.rulebook
    long_week(practice)
    draft = RuleDraft("days_in_row", Strength.AVOID, {"most": 3}, Scope((practice.ann,)))

    added = book.add_rule(draft)
    assert ("days_in_row", Strength.AVOID) in rules_broken(practice)
    book.change_rule(added, replace(draft, strength=Strength.NEVER))
    assert book.line(added).draft() == replace(draft, strength=Strength.NEVER)
    book.remove_rule(added)
    assert ("days_in_row", Strength.NEVER) not in rules_broken(practice)
    with pytest.raises(UserError):
        book.remove_rule(added)


def test_the_book_tells_every_rule_and_its_exceptions_below_it(practice: Practice) -> None:
    book = practice.schedule.rulebook
    book.add_rule(RuleDraft("rest", None, {}, Scope((practice.bob,))))

    lines = [one for one in book.lines() if one.rule == "rest"]

    assert [(one.strength, one.scope.member_ids) for one in lines] == [
        (Strength.NEVER, ()),
        (None, (practice.bob,)),
    ]


def test_a_number_that_cannot_be_is_refused_and_nothing_is_changed(practice: Practice) -> None:
    book = practice.schedule.rulebook

    with pytest.raises(UserError) as caught:
        book.set_rule("days_in_row", Strength.AVOID, most=99)

    assert caught.value.field == "most"
    assert book.general("days_in_row").strength is None


def test_a_preset_shows_what_it_changes_and_is_one_step(practice: Practice) -> None:
    book = practice.schedule.rulebook
    before = book.lines()
    changes = book.preset_changes(Preset.EU)

    assert {one.after.rule for one in changes} == {
        *("overtime", "break_due", "days_in_row", "shift_length"),
    }
    assert book.lines() == before

    assert book.apply_preset(Preset.EU, "EU working time") == len(changes)
    assert book.general("overtime").number("limit") == 48 * 60
    assert book.general("days_in_row").strength is Strength.NEVER
    assert book.preset_changes(Preset.EU) == ()
    assert practice.clinic.journal.undo_title == "EU working time"

    practice.clinic.journal.undo()
    assert book.lines() == before
    assert practice.clinic.settings.current().max_weekly_minutes == 2400


def test_the_presets_leave_exceptions_alone(practice: Practice) -> None:
    book = practice.schedule.rulebook
    added = book.add_rule(RuleDraft("rest", None, {}, Scope((practice.bob,))))

    book.apply_preset(Preset.US, "US habits")

    assert book.line(added).strength is None
    assert book.general("daily_overtime").strength is Strength.AVOID


def test_what_is_approved_with_a_reason_is_no_problem_until_a_shift_changes(
    practice: Practice,
) -> None:
    schedule = practice.schedule
    long_week(practice)
    (overtime,) = schedule.check(MON, SUN)

    schedule.rulebook.approve(overtime, " Flu week ")

    assert schedule.check(MON, SUN) == ()
    (kept,) = schedule.checker(MON, SUN).approved
    assert (kept.rule, kept.approved) == ("overtime", "Flu week")
    (approval,) = schedule.rulebook.approvals(MON, SUN)
    assert approval.by == practice.clinic.journal.actor.name
    assert approval.at == schedule.clock.now()

    schedule.add_shift(practice.draft(practice.ann, SAT, 8, 12))
    assert [one.rule for one in schedule.check(MON, SUN)] == ["overtime"]
    practice.clinic.journal.undo()
    assert schedule.check(MON, SUN) == ()

    schedule.rulebook.withdraw(approval.id)
    assert [one.rule for one in schedule.check(MON, SUN)] == ["overtime"]


def test_an_approval_needs_a_reason(practice: Practice) -> None:
    long_week(practice)
    (overtime,) = practice.schedule.check(MON, SUN)

    with pytest.raises(UserError) as caught:
        practice.schedule.rulebook.approve(overtime, "  ")

    assert caught.value.field == "reason"


def test_what_is_never_allowed_and_approved_no_longer_asks_for_the_manager(
    practice: Practice,
) -> None:
    schedule = practice.schedule
    schedule.edit(
        add=[practice.draft(practice.ann, WED, 14, 22), practice.draft(practice.ann, THU, 7, 12)]
    )
    assert [one.kind for one in schedule.due(WED) if one.page == "schedule"] == [
        "Rest between shifts"
    ]

    schedule.rulebook.approve(schedule.check(MON, SUN)[0], "Her own wish")

    assert [one for one in schedule.due(WED) if one.kind == "Rest between shifts"] == []


def test_weekends_are_remembered_for_as_long_as_the_rule_looks_back(practice: Practice) -> None:
    schedule = practice.schedule
    scope = Scope((practice.ann,))
    draft = RuleDraft("weekends", Strength.AVOID, {"most": 2, "weeks": 8}, scope)
    schedule.rulebook.add_rule(draft)
    for weeks in (0, 3, 7, 8):
        day = SAT - timedelta(weeks=weeks)
        schedule.add_shift(practice.draft(practice.ann, day, 8, 12))

    (one,) = schedule.check(MON, SUN)

    assert (one.rule, one.measure) == ("weekends", 3)


def test_the_ledger_counts_the_twelve_months_before(practice: Practice) -> None:
    schedule = practice.schedule
    christmas = date(2025, 12, 25)
    schedule.edit(
        add=[
            practice.draft(practice.ann, SAT, 8, 12),
            practice.draft(practice.ann, SUN, 8, 12),
            practice.draft(practice.ann, MON, 8, 18),
            practice.draft(practice.bob, MON, 8, 12),
            practice.draft(practice.bob, christmas, 8, 12),
            practice.draft(practice.bob, SAT - timedelta(days=371), 8, 12),
        ]
    )

    ledger = schedule.rulebook.ledger(SUN + timedelta(days=1))

    assert ledger == {practice.ann: Tally(1, 3, 0), practice.bob: Tally(0, 1, 1)}


def test_fair_shares_carry_over_the_year(practice: Practice) -> None:
    schedule = practice.schedule
    schedule.rulebook.set_rule("fair_share", Strength.NICE, more=1)
    saturdays = [SAT - timedelta(weeks=weeks) for weeks in (0, 4, 9, 30)]
    schedule.edit(add=[practice.draft(practice.ann, day, 8, 12) for day in saturdays])

    found = schedule.check(MON, SUN)

    assert {one.sentence for one in found} == {
        "Ann Lee: 4 weekends in a year, colleagues have 0.",
        "Ann Lee: 4 last shifts in a year, colleagues have 0.",
    }


def test_a_kept_checker_knows_the_book(practice: Practice) -> None:
    schedule = practice.schedule
    schedule.rulebook.set_rule("daily_overtime", Strength.NEVER, limit=60)
    checker = schedule.checker(MON, SUN)
    assert isinstance(checker, Checker)
    added = schedule.add_shift(practice.draft(practice.ann, WED, 8, 12))

    checker.update({added: schedule.shift(added)})

    assert checker.violations == schedule.check(MON, SUN)
    assert [one.rule for one in checker.violations] == ["daily_overtime"]


def test_who_may_not_change_rules_cannot(practice_file: Path, clock: Clock) -> None:
    with opened(practice_file, clock, Actor("Guest", frozenset())) as clinic:
        with pytest.raises(UserError):
            clinic.schedule.rulebook.set_rule("rest", None)

        assert clinic.schedule.rulebook.general("rest").strength is Strength.NEVER
