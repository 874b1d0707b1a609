"""What is due, and the figures of a period."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from clinicmgr.equipment.records import (
    AmendmentDraft,
    Check,
    DueKind,
    OutageDraft,
    PlanDraft,
    ReadingDraft,
    Unit,
)
from clinicmgr.kernel.domain import Urgency

TODAY = date(2026, 11, 18)
CHECKS = (Check("Load the strip"), Check("Read the strip"))


def test_everything_that_asks_for_attention_is_one_list_with_sentences(equipment, workshop):
    equipment.record(ReadingDraft(workshop.temperature, date(2026, 11, 17), 450, 89))
    equipment.take_out(OutageDraft(workshop.autoclave, date(2026, 11, 15), "Door seal broken."))
    equipment.report(workshop.extinguisher, "Pin is missing")
    equipment.add_plan(PlanDraft(workshop.extinguisher, "Yearly check", date(2026, 11, 20)))
    equipment.add_plan(PlanDraft(workshop.fridge, "Cleaning", date(2026, 12, 20)))
    items = equipment.pressing()
    assert [each.sentence for each in items] == [
        "Vaccine fridge (E-004): Temperature: 8.9 °C is above 8.0 °C (WO 1, reported Nov 17).",
        "Autoclave (E-010) is out of service since Nov 15, 2026: Door seal broken.",
        "Autoclave (E-010): Spore test was due on Nov 2, 2026, 16 days ago.",
        (
            "Vaccine fridge (E-004): Temperature was not read 8 times in a week, "
            "last on Nov 18 at 7:30 AM."
        ),
        "Extinguisher (F-001): Pin is missing (WO 2, reported Nov 18).",
        "Extinguisher (F-001): Yearly check is due on Nov 20, 2026, in 2 days.",
        "The warranty of Vaccine fridge (E-004) ends on Dec 1, 2026, in 13 days.",
    ]
    assert [each.kind for each in items] == list(DueKind)
    assert len({each.id for each in items}) == len(items)


def test_the_next_days_list_projects_what_follows(equipment, workshop):
    ahead = equipment.upcoming(TODAY, date(2026, 12, 1))
    assert [(each.day, each.is_projected) for each in ahead] == [
        (date(2026, 11, 2), False), (date(2026, 11, 23), True), (date(2026, 11, 30), True),
    ]  # fmt: skip


def test_the_figures_equal_what_was_entered(equipment, workshop, closing):
    last = 0
    for day in (2, 9, 17):
        done = replace(closing, day=date(2026, 11, day), checks=CHECKS, downtime_minutes=30)
        last = equipment.complete(workshop.spore_test, done)
    equipment.amend(last, AmendmentDraft("Longer", labor_minutes=50))
    equipment.add_plan(PlanDraft(workshop.fridge, "Cleaning", date(2026, 11, 12), 1, Unit.MONTHS))
    equipment.take_out(
        OutageDraft(workshop.autoclave, date(2026, 10, 30), "Leak", date(2026, 11, 3))
    )
    equipment.record(ReadingDraft(workshop.temperature, date(2026, 11, 17), 450, 89))
    found = equipment.figures(date(2026, 11, 1), date(2026, 11, 30))
    assert (found.planned_due, found.planned_on_time) == (4, 2)
    assert found.on_time == Decimal("0.5")
    assert (found.closed, found.labor_minutes, found.cost_cents) == (3, 90, 4500)
    assert (found.downtime_minutes, found.days_out_of_service) == (90, 2)
    assert (found.readings_taken, found.readings_out_of_limits) == (1, 1)
    assert found.readings_missing == found.readings_expected - 1
    nothing = equipment.figures(date(2020, 1, 1), date(2020, 12, 31))
    assert (nothing.on_time, nothing.closed, nothing.readings_expected) == (None, 0, 0)


def test_an_outage_of_a_day_that_ends_the_same_day_takes_no_day(equipment, workshop):
    equipment.take_out(OutageDraft(workshop.autoclave, TODAY, "Fuse", TODAY))
    assert equipment.out_of_service(TODAY, TODAY) == []


def test_the_page_of_today_hears_how_pressing_each_is_and_where_it_is_done(equipment, workshop):
    equipment.record(ReadingDraft(workshop.temperature, date(2026, 11, 17), 450, 89))
    equipment.take_out(OutageDraft(workshop.autoclave, date(2026, 11, 15), "Door seal broken."))
    equipment.report(workshop.extinguisher, "Pin is missing")
    equipment.add_plan(PlanDraft(workshop.extinguisher, "Yearly check", TODAY))
    equipment.add_plan(PlanDraft(workshop.extinguisher, "Weighing", date(2026, 11, 20)))
    due = equipment.due(TODAY)
    assert [(each.urgency, each.kind, each.ref) for each in due] == [
        (Urgency.WRONG, "Out of service", (workshop.autoclave, "work")),
        (Urgency.WRONG, "Out of limits", (workshop.fridge, "work")),
        (Urgency.OVERDUE, "Overdue", (workshop.autoclave, "plans")),
        (Urgency.OVERDUE, "Not read", (workshop.fridge, "readings")),
        (Urgency.TODAY, "Open work", (workshop.extinguisher, "work")),
        (Urgency.TODAY, "Due today", (workshop.extinguisher, "plans")),
        (Urgency.SOON, "Due soon", (workshop.extinguisher, "plans")),
        (Urgency.SOON, "Warranty ends", (workshop.fridge, "asset")),
    ]
    assert {each.sentence for each in due} == {each.sentence for each in equipment.pressing()}
    assert {each.page for each in due} == {"equipment"}


def test_what_stands_behind_numbers_is_told_by_name(equipment, workshop):
    work = equipment.report(workshop.extinguisher, "Pin is missing")
    names = equipment.names()
    assert names["asset_id"][workshop.fridge] == "Vaccine fridge (E-004)"
    assert names["plan_id"][workshop.spore_test] == "Spore test"
    assert names["point_id"][workshop.temperature] == "Vaccine fridge (E-004): Temperature"
    assert names["work_id"][work] == f"WO {work}: Pin is missing"
