"""Work from report or plan to the log, which is only amended."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from clinicmgr.clinic import opened
from clinicmgr.equipment.records import (
    LOG_WORK,
    AmendmentDraft,
    AssetDraft,
    Check,
    CheckResult,
    PlanDraft,
    Stage,
    WorkDraft,
)
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.clock import FixedClock
from clinicmgr.kernel.errors import UserError

TODAY = date(2026, 11, 18)
GOOD_CHECKS = (Check("Load the strip"), Check("Read the strip"))


def test_a_fault_is_reported_in_one_line_and_closed(equipment, workshop, closing, journal):
    work_id = equipment.report_line("e-010 leaks at the door")
    work = equipment.work(work_id)
    assert (work.title, work.asset_id, work.stage) == (
        "leaks at the door", workshop.autoclave, Stage.OPEN,
    )  # fmt: skip
    equipment.start_work(work_id)
    assert equipment.work(work_id).stage is Stage.IN_PROGRESS
    equipment.close_work(work_id, closing)
    work = equipment.work(work_id)
    assert (work.stage, work.closing) == (Stage.CLOSED, closing)
    assert (work.labor_minutes, work.cost_cents) == (20, 1500)
    for _step in range(3):
        journal.undo()
    assert equipment.open_work() == []


def test_a_line_without_a_tag_is_about_the_asset_that_is_chosen(equipment, workshop):
    work_id = equipment.report_line("makes noise", workshop.fridge)
    assert equipment.work(work_id).asset_id == workshop.fridge
    with pytest.raises(UserError, match="Begin with the tag"):
        equipment.report_line("makes noise")
    with pytest.raises(UserError, match="Say in a few words"):
        equipment.report_line("E-010")


def test_a_fault_that_stops_the_asset_ends_with_the_repair(equipment, workshop, closing, journal):
    work_id = equipment.report(workshop.autoclave, "Dead", out_of_service=True)
    assert equipment.out_of_service(TODAY, TODAY)[0].reason == "Dead"
    equipment.close_work(work_id, replace(closing, back_in_service=True))
    assert equipment.out_of_service(TODAY, TODAY) == []
    journal.undo()
    assert equipment.out_of_service(TODAY, TODAY)[0].reason == "Dead"
    assert equipment.work(work_id).stage is Stage.OPEN


def test_planned_work_is_logged_in_one_step_and_the_next_day_follows(
    equipment, workshop, closing, journal
):
    assert equipment.next_days() == {workshop.spore_test: date(2026, 11, 2)}
    work_id = equipment.complete(workshop.spore_test, replace(closing, checks=GOOD_CHECKS))
    work = equipment.work(work_id)
    assert (work.due, work.closing.checks) == (date(2026, 11, 2), GOOD_CHECKS)
    assert equipment.next_days() == {workshop.spore_test: date(2026, 11, 23)}
    journal.undo()
    assert equipment.next_days() == {workshop.spore_test: date(2026, 11, 2)}
    assert (equipment.open_work(), equipment.log()) == ([], [])
    journal.redo()
    assert equipment.work(work_id) == work


def test_planned_work_is_open_once(equipment, workshop):
    assert equipment.open_planned(workshop.spore_test) == equipment.open_planned(
        workshop.spore_test
    )


def test_work_that_is_open_already_is_the_work_that_is_completed(equipment, workshop, closing):
    work_id = equipment.open_planned(workshop.spore_test)
    equipment.start_work(work_id)
    done = replace(closing, checks=GOOD_CHECKS)
    assert equipment.complete(workshop.spore_test, done) == work_id
    assert equipment.open_work() == []


def test_a_round_is_logged_in_one_step(equipment, workshop, closing, journal):
    done = replace(closing, checks=GOOD_CHECKS)
    jobs = [(workshop.spore_test, replace(done, day=date(2026, 11, day))) for day in (2, 10, 17)]
    ids = equipment.complete_all(jobs, "Spore tests of November")
    assert [equipment.work(each).due for each in ids] == [
        date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16),
    ]  # fmt: skip
    assert equipment.next_days() == {workshop.spore_test: date(2026, 11, 23)}
    assert journal.undo_title == "Spore tests of November"
    journal.undo()
    assert equipment.log() == []


def test_a_failed_step_opens_a_repair_in_the_same_change(equipment, workshop, closing, journal):
    checks = (GOOD_CHECKS[0], Check("Read the strip", CheckResult.NOT_OK, "strip turned"))
    work_id = equipment.open_planned(workshop.spore_test)
    repair = equipment.close_work(work_id, replace(closing, checks=checks))
    assert equipment.work(repair).title == "Not OK on Nov 18, 2026: Read the strip (strip turned)"
    journal.undo()
    assert [each.id for each in equipment.open_work()] == [work_id]


@pytest.mark.parametrize(
    "values, field, part",
    [
        ({"day": date(2026, 11, 19)}, "day", "still to come"),
        ({"day": date(2020, 1, 1)}, "day", "before the purchase"),
        ({"day": date(2026, 11, 17)}, "day", "reported on Nov 18"),
        ({"done_by": " "}, "done_by", "who did the work"),
        ({"labor_minutes": -1}, "labor_minutes", "between 0 and 60,000"),
        ({"downtime_minutes": 10**9}, "downtime_minutes", "Minutes are between"),
        ({"cost_cents": -5}, "cost_cents", "less than nothing"),
    ],
)
def test_an_impossible_closing_is_refused_by_field(
    equipment, workshop, closing, values, field, part
):
    work_id = equipment.report(workshop.autoclave, "Leaks")
    with pytest.raises(UserError, match=part) as caught:
        equipment.close_work(work_id, replace(closing, **values))
    assert caught.value.field == field
    assert equipment.work(work_id).stage is Stage.OPEN


def test_every_step_is_answered(equipment, workshop, closing):
    with pytest.raises(UserError, match="“Read the strip” is still open"):
        equipment.complete(workshop.spore_test, replace(closing, checks=GOOD_CHECKS[:1]))
    assert equipment.open_work() == []


def test_a_plan_that_has_done_work_is_ended_and_not_removed(equipment, workshop, closing):
    equipment.complete(workshop.spore_test, replace(closing, checks=GOOD_CHECKS))
    with pytest.raises(UserError, match="end the plan instead"):
        equipment.remove_plan(workshop.spore_test)
    (plan,) = equipment.plans()
    equipment.change_plan(plan.id, replace(plan.draft(), ended=TODAY))
    assert equipment.next_days() == {}
    with pytest.raises(UserError, match="has ended"):
        equipment.complete(plan.id, closing)


@pytest.mark.parametrize(
    "values, field",
    [
        ({"title": ""}, "title"),
        ({"every": 0}, "every"),
        ({"every": 9999}, "every"),
        ({"first_due": date(2000, 1, 1)}, "first_due"),
        ({"lead_days": -1}, "lead_days"),
        ({"member_id": 99}, "member_id"),
        ({"checklist": ("x",) * 99}, "checklist"),
    ],
)
def test_an_impossible_plan_is_refused_by_field(equipment, workshop, values, field):
    good = PlanDraft(workshop.autoclave, "Calibration", date(2027, 1, 1))
    with pytest.raises(UserError) as caught:
        equipment.add_plan(replace(good, **values))
    assert caught.value.field == field


def test_open_work_can_be_changed_and_removed(equipment, workshop, journal):
    work_id = equipment.report(workshop.autoclave, "Leaks", out_of_service=True)
    equipment.change_work(work_id, WorkDraft("Leaks badly", due=date(2026, 11, 20)))
    assert equipment.work(work_id).title == "Leaks badly"
    equipment.remove_work(work_id)
    assert equipment.open_work() == []
    journal.undo()
    assert equipment.outages()[0].work_id == work_id


# The log


def behind_the_back(journal, *statements):
    """Write SQL of one's own, within a change as the triggers ask for."""
    with journal.change("Behind the service's back", LOG_WORK) as db:
        for statement in statements:
            db.execute(text(statement))


@pytest.fixture
def logged(equipment, workshop, closing):
    """Spore test, done and closed."""
    return equipment.complete(workshop.spore_test, replace(closing, checks=GOOD_CHECKS))


def test_closed_work_is_amended_and_what_was_written_stays(equipment, logged, journal):
    equipment.amend(logged, AmendmentDraft("It took an hour", labor_minutes=60))
    equipment.amend(logged, AmendmentDraft("Invoice came", cost_cents=8000))
    work = equipment.work(logged)
    assert (work.labor_minutes, work.cost_cents, work.closing.labor_minutes) == (60, 8000, 20)
    assert [(each.who, each.day) for each in work.amendments] == [("Dana", TODAY)] * 2
    journal.undo()
    assert equipment.work(logged).cost_cents == 1500
    with pytest.raises(UserError, match="Say what is to be added"):
        equipment.amend(logged, AmendmentDraft(" "))


def test_the_service_changes_nothing_in_the_log(equipment, logged, closing):
    for verb in (
        lambda: equipment.change_work(logged, WorkDraft("Other")),
        lambda: equipment.start_work(logged),
        lambda: equipment.close_work(logged, closing),
        lambda: equipment.remove_work(logged),
    ):
        with pytest.raises(UserError, match="Add an amendment instead"):
            verb()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE equipment_work SET labor_minutes = 5",
        "UPDATE equipment_work SET closed_on = NULL",
        "UPDATE equipment_work SET id = id + 100",
        "DELETE FROM equipment_work",
        "INSERT OR REPLACE INTO equipment_work SELECT * FROM equipment_work",
        "UPDATE equipment_check SET result = 'ok'",
        "UPDATE equipment_check SET work_id = work_id",
        "DELETE FROM equipment_check",
        (
            "INSERT INTO equipment_check (work_id, rank, step, result, note)"
            " SELECT id, 9, 'More', 'ok', '' FROM equipment_work WHERE closed_on IS NOT NULL"
        ),
        "UPDATE equipment_amendment SET note = 'nothing'",
        "DELETE FROM equipment_amendment",
    ],
)
def test_the_database_changes_nothing_in_the_log(equipment, logged, journal, statement):
    equipment.amend(logged, AmendmentDraft("It took an hour", labor_minutes=60))
    before = equipment.work(logged)
    with pytest.raises(IntegrityError, match="the log is only amended"):
        behind_the_back(journal, statement)
    assert equipment.work(logged) == before


def test_a_step_is_not_moved_into_the_log(equipment, workshop, logged, journal):
    other = equipment.report(workshop.fridge, "Noise")
    with pytest.raises(IntegrityError, match="the log is only amended"):
        behind_the_back(
            journal,
            "INSERT INTO equipment_check (work_id, rank, step, result, note)"
            f" VALUES ({other}, 7, 'x', 'ok', '')",
            f"UPDATE equipment_check SET work_id = {logged} WHERE rank = 7",
        )


def test_open_work_takes_no_amendment_by_any_path(equipment, workshop, journal):
    work_id = equipment.report(workshop.fridge, "Noise")
    with pytest.raises(UserError, match="still open"):
        equipment.amend(work_id, AmendmentDraft("x"))
    with pytest.raises(IntegrityError):
        behind_the_back(
            journal,
            "INSERT INTO equipment_amendment (work_id, closed_on, day, who, note)"
            f" VALUES ({work_id}, '2026-11-18', '2026-11-18', 'x', 'x')",
        )


def test_a_closing_of_today_can_be_undone_and_redone(equipment, workshop, closing, journal):
    work_id = equipment.open_planned(workshop.spore_test)
    equipment.close_work(work_id, replace(closing, checks=GOOD_CHECKS))
    closed = equipment.work(work_id)
    journal.undo()
    assert equipment.work(work_id).stage is Stage.OPEN
    journal.redo()
    assert equipment.work(work_id) == closed
    journal.undo()
    journal.redo()
    assert equipment.work(work_id) == closed
    assert journal.verify() == []


def test_a_closing_is_not_undone_on_a_later_day(practice_file, clock, actor, closing):
    with opened(practice_file, clock, actor) as clinic:
        equipment = Equipment(clinic.journal, clinic.staff, clinic.places, clock)
        work_id = equipment.report(equipment.add_asset(AssetDraft("E-1", "Scale")), "Off")
        equipment.close_work(work_id, closing)
        entry = clinic.journal.history(limit=1)[0].id
    tomorrow = FixedClock(clock.now() + timedelta(days=1))
    with opened(practice_file, tomorrow, actor) as clinic:
        equipment = Equipment(clinic.journal, clinic.staff, clinic.places, tomorrow)
        for undo in (clinic.journal.undo, lambda: clinic.journal.undo_entry(entry)):
            with pytest.raises(UserError, match="belongs to a log"):
                undo()
        assert equipment.work(work_id).closing == closing


def test_a_closing_that_was_amended_is_not_undone(equipment, logged, journal):
    entry = journal.history(limit=1)[0].id
    equipment.amend(logged, AmendmentDraft("More"))
    with pytest.raises(UserError, match="cannot be undone"):
        journal.undo_entry(entry)
    assert equipment.work(logged).stage is Stage.CLOSED


def test_a_false_undo_changes_nothing_in_the_log(equipment, logged, journal):
    """Even who calls the change an undo can only put back what the entry found."""
    entry = journal.history(limit=1)[0].id
    with pytest.raises(IntegrityError, match="the log is only amended"):
        behind_the_back(
            journal,
            f"UPDATE journal_entry SET kind = 'undo', undoes = {entry}"
            " WHERE id = (SELECT entry FROM journal_open)",
            "UPDATE equipment_work SET labor_minutes = 1",
        )
