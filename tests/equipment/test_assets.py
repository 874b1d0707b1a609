"""Keeping assets, and taking them out of service."""

from dataclasses import replace
from datetime import date

import pytest

from clinicmgr.clinic import opened
from clinicmgr.equipment import rules
from clinicmgr.equipment.records import LOG_WORK, AssetDraft, AssetStatus, OutageDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.access import Actor
from clinicmgr.kernel.errors import UserError

TODAY = date(2026, 11, 18)


def test_what_is_entered_is_what_is_on_record(equipment, workshop, journal):
    asset = equipment.asset(workshop.fridge)
    assert (asset.tag, asset.title) == ("E-004", "Vaccine fridge (E-004)")
    equipment.change_asset(asset.id, replace(asset.draft(), room_id=workshop.exam, note="Moved"))
    assert equipment.asset(asset.id).room_id == workshop.exam
    assert journal.undo_title == "Change Vaccine fridge (E-004)"
    journal.undo()
    assert equipment.asset(asset.id) == asset


@pytest.mark.parametrize(
    "values, field, part",
    [
        ({"tag": "e-004"}, "tag", "Another asset has the tag e-004"),
        ({"tag": ""}, "tag", "without spaces"),
        ({"tag": "E 9"}, "tag", "without spaces"),
        ({"name": " "}, "name", "Give the asset a name"),
        ({"room_id": 99}, "room_id", "no such room"),
        ({"cost_cents": -1}, "cost_cents", "less than nothing"),
        ({"purchased": date(26, 1, 1)}, "purchased", "four digits"),
        ({"warranty_until": date(2025, 1, 1)}, "warranty_until", "before the purchase on Mar 1"),
        ({"retired": date(2025, 1, 1)}, "retired", "before the purchase on Mar 1"),
    ],
)
def test_an_impossible_asset_is_refused_by_field(equipment, workshop, values, field, part):
    good = AssetDraft("E-099", "Scale", purchased=date(2026, 3, 1))
    with pytest.raises(UserError, match=part) as caught:
        equipment.add_asset(replace(good, **values))
    assert caught.value.field == field


def test_an_asset_with_a_history_is_retired_and_not_removed(equipment, workshop, journal):
    with pytest.raises(UserError, match="retire it instead"):
        equipment.remove_asset(workshop.fridge)
    equipment.retire(workshop.fridge, TODAY)
    asset = equipment.asset(workshop.fridge)
    assert rules.status_on(asset, (), TODAY) is AssetStatus.RETIRED
    assert [each.asset_id for each in equipment.pressing()].count(workshop.fridge) == 0
    equipment.remove_asset(workshop.extinguisher)
    assert len(equipment.assets()) == 2
    journal.undo()
    assert len(equipment.assets()) == 3


def test_an_asset_out_of_service_is_told_with_its_room_and_reason(equipment, workshop):
    equipment.take_out(OutageDraft(workshop.autoclave, date(2026, 11, 15), "Door seal"))
    (out,) = equipment.out_of_service(TODAY, date(2026, 12, 31))
    assert (out.room_id, out.asset.tag, out.first, out.last, out.reason) == (
        workshop.laboratory, "E-010", date(2026, 11, 15), None, "Door seal",
    )  # fmt: skip
    asset, outages = equipment.asset(workshop.autoclave), equipment.outages()
    assert rules.status_on(asset, outages, TODAY) is AssetStatus.OUT_OF_SERVICE
    assert rules.status_on(asset, outages, date(2026, 11, 14)) is AssetStatus.IN_SERVICE
    equipment.bring_back(workshop.autoclave, TODAY)
    assert equipment.out_of_service(TODAY, TODAY) == []
    assert equipment.out_of_service(date(2026, 11, 1), TODAY)[0].last == date(2026, 11, 17)


@pytest.mark.parametrize(
    "draft, field, part",
    [
        (OutageDraft(0, date(2026, 11, 10), ""), "reason", "Say why"),
        (OutageDraft(0, date(2022, 1, 1), "Leak"), "first", "before the purchase"),
        (OutageDraft(0, TODAY, "Leak", date(2026, 11, 1)), "back", "cannot be back before"),
        (OutageDraft(0, date(2026, 11, 16), "Leak"), "first", "since Nov 15, 2026 already"),
    ],
)
def test_an_impossible_outage_is_refused_by_field(equipment, workshop, draft, field, part):
    equipment.take_out(OutageDraft(workshop.autoclave, date(2026, 11, 15), "Door seal"))
    with pytest.raises(UserError, match=part) as caught:
        equipment.take_out(replace(draft, asset_id=workshop.autoclave))
    assert caught.value.field == field


def test_who_may_only_log_does_not_change_assets(practice_file, clock):
    with opened(practice_file, clock, Actor("Bo", frozenset({LOG_WORK.id}))) as clinic:
        equipment = Equipment(clinic.journal, clinic.staff, clinic.places, clock)
        with pytest.raises(UserError, match="Change equipment"):
            equipment.add_asset(AssetDraft("E-1", "Scale"))


def test_an_asset_is_found_by_its_words_and_by_the_work_on_it(equipment, workshop):
    equipment.report(workshop.autoclave, "Gasket cracked")
    assert [hit.ref for hit in equipment.find("helm")] == [workshop.fridge]
    (hit,) = equipment.find("gasket")
    assert (hit.ref, hit.title, hit.detail) == (
        workshop.autoclave, "Autoclave (E-010)", "Gasket cracked",
    )  # fmt: skip
