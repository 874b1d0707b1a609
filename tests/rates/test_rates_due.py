"""The page of today hears from rates: fees too low or missing, files and prices out of date."""

from datetime import date

from tests.rates.cms_files import csv_file, rvu_rows

from clinicmgr.kernel.domain import Urgency
from clinicmgr.rates.exchange import import_release
from clinicmgr.rates.records import ServiceDraft

TODAY = date(2026, 11, 18)
SUMMER = date(2026, 8, 3)
FEE_LOW = "Our fee for G0101 is below what a payer or Medicare pays."


def told(rates, on=SUMMER):
    return [(each.urgency, each.day, each.kind, each.sentence, each.ref) for each in rates.due(on)]


def test_nothing_is_due_in_a_practice_without_services(rates):
    assert told(rates) == []


def test_a_fee_below_what_a_payer_pays_is_told_by_its_code(rates, fees):
    assert told(rates) == [(Urgency.SOON, SUMMER, "Fee too low", FEE_LOW, "workbench")]


def test_many_fees_too_low_are_one_row_the_worst_first(rates, fees):
    rates.set_prices(fees.blue_fees, TODAY, {fees.visit: 20000, fees.shot: 2600})
    found = [each[3] for each in told(rates, TODAY) if each[2] == "Fee too low"]
    assert found == ["3 of our fees are below what a payer or Medicare pays: OV-20, G0101, FLU."]


def test_services_without_a_fee_are_one_row(rates, fees):
    rates.add_services([ServiceDraft(f"X{number}", "", "Extra") for number in range(5)])
    found = [each[3] for each in told(rates) if each[2] == "No fee"]
    assert found == ["5 services have no fee of ours: X0, X1, X2 and 2 more."]


def test_in_november_the_prices_of_next_year_are_asked_for_until_they_are_entered(rates, fees):
    next_year = [each for each in told(rates, TODAY) if each[2] == "Next year"]
    sentence = (
        "Prices for 2027 are not entered yet: Our fees, Blue 2026. "
        "Until they are, the old ones go on."
    )
    new_year = date(2027, 1, 1)
    assert next_year == [(Urgency.SOON, new_year, "Next year", sentence, "schedules")]
    rates.set_prices(fees.own, date(2027, 1, 1), {fees.visit: 12500})
    rates.set_prices(fees.blue_fees, date(2027, 1, 1), {fees.visit: 10500})
    assert [each for each in told(rates, TODAY) if each[2] == "Next year"] == []


def test_medicares_file_of_last_year_is_overdue_where_files_are_kept(rates, fees, tmp_path):
    import_release(rates, csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows()))
    (found,) = [each for each in told(rates) if each[2] == "Out of date"]
    assert found[:2] == (Urgency.OVERDUE, date(2026, 1, 1))
    assert found[3].startswith("Medicare's relative values of 2026 are not on record;")
    assert found[4] == "medicare"
    assert [each for each in told(rates, date(2025, 12, 1)) if each[4] == "medicare"] == []


def test_what_stands_behind_numbers_is_told_by_name(rates, fees):
    names = rates.names()
    assert names["service_id"][fees.visit] == "OV-20"
    assert names["payer_id"][fees.blue] == "Blue Shield of the Lake"
    assert names["schedule_id"][fees.own] == "Our fees"
    assert sorted(names["version_id"].values()) == [
        "Blue 2026, from 1/1/2026", "Our fees, from 1/1/2026",
    ]  # fmt: skip
