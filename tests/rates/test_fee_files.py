"""Prices and services from and to files: unknown codes are listed, and it is whole or nothing."""

from datetime import date

import pytest
from tests.rates.conftest import NEW_YEAR, TODAY

from clinicmgr.exchange import Fate, read
from clinicmgr.kernel.errors import UserError
from clinicmgr.rates.exchange import (
    export_fees,
    export_services,
    import_fees,
    import_services,
    plan_fees,
    plan_services,
)
from clinicmgr.rates.records import ServiceDraft


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def test_two_columns_are_enough_and_go_to_our_own_fees_from_today(rates, fees, journal, tmp_path):
    path = write(tmp_path / "fees.csv", "Procedure Code,Fee\nov-20,$131.00\nFLU,25\n")
    plan = import_fees(rates, path, TODAY)
    assert (plan.counts[Fate.CHANGED], plan.counts[Fate.SAME]) == (1, 1)
    assert rates.prices(fees.own, TODAY)[fees.visit] == 13100
    assert journal.undo() == "Import 1 price"
    assert rates.prices(fees.own, TODAY)[fees.visit] == 12000


def test_a_file_may_name_payer_modifier_and_day(rates, fees, tmp_path):
    rates.add_service(ServiceDraft("G0101", "TC"))
    text = (
        "Insurance,Code,Mod,Allowed,Effective date\n"
        "Blue Shield of the Lake,G0101,TC,20.10,1/1/2027\n"
        "Blue 2026,FLU,,22.00,1/1/2027\n"
    )
    import_fees(rates, write(tmp_path / "fees.csv", text), TODAY)
    prices = rates.prices(fees.blue_fees, date(2027, 1, 1))
    assert sorted(prices.values()) == [2010, 2200, 4120, 10450]


def test_unknown_codes_and_payers_are_listed_and_nothing_is_imported(
    rates, fees, journal, tmp_path
):
    text = "code,price,payer\nX1,1.00,\nOV-20,a lot,\nX2,2.00,Aetna\nFLU,26.00,\n"
    path = write(tmp_path / "fees.csv", text)
    plan = plan_fees(rates, path, TODAY)
    assert [str(error) for error in plan.errors] == [
        "Line 2, code: X1 is not among the services. Add it there, or take this line out.",
        'Line 3, price: "a lot" is not an amount of money. Write it like 1,234.50.',
        "Line 4, code: X2 is not among the services. Add it there, or take this line out.",
        "Line 4, payer: There is no fee schedule or payer “Aetna”.",
    ]
    title = journal.undo_title
    with pytest.raises(UserError, match="3 of 4 rows have errors"):
        import_fees(rates, path, TODAY)
    assert (journal.undo_title, rates.prices(fees.own, TODAY)[fees.shot]) == (title, 2500)


def test_a_price_of_an_earlier_day_is_refused_as_a_whole(rates, fees, tmp_path):
    text = "code,price,from\nFLU,26.00,11/18/2026\nOV-20,99.00,1/1/2026\n"
    with pytest.raises(UserError, match="stay as they were"):
        import_fees(rates, write(tmp_path / "fees.csv", text), TODAY)
    assert rates.prices(fees.own, TODAY)[fees.shot] == 2500


@pytest.mark.parametrize("name", ["fees.csv", "fees.xlsx"])
def test_what_is_exported_is_read_back_as_the_same(rates, fees, tmp_path, name):
    path = tmp_path / name
    assert export_fees(rates, path, TODAY) == 5
    plan = plan_fees(rates, path, TODAY)
    assert (plan.counts[Fate.SAME], plan.errors) == (5, ())
    assert export_fees(rates, path, TODAY, schedule_id=fees.blue_fees) == 2


@pytest.mark.parametrize("name", ["services.csv", "services.xlsx"])
def test_services_go_out_and_come_back(rates, fees, tmp_path, name):
    path = tmp_path / name
    rates.add_service(ServiceDraft("A1", "", "=1+1 <b> & 🙂"))
    assert export_services(rates, path) == 4
    plan = plan_services(rates, path)
    assert (plan.counts[Fate.SAME], plan.errors) == (4, ())


def test_a_licensed_list_adds_and_renames_services_in_one_change(rates, fees, journal, tmp_path):
    text = "CPT,Short description,Duration\nOV-20,Visit,25\nOV-40,Long visit,40\n"
    import_services(rates, write(tmp_path / "services.csv", text))
    known = {each.code: (each.description, each.minutes) for each in rates.services()}
    assert known["OV-20"] == ("Visit", 25)
    assert known["OV-40"] == ("Long visit", 40)
    assert journal.undo() == "Import 2 services"
    assert "OV-40" not in [each.code for each in rates.services()]


def test_a_file_of_prices_begins_our_own_fees(rates, tmp_path):
    rates.add_service(ServiceDraft("FLU"))
    import_fees(rates, write(tmp_path / "fees.csv", "code,price,from\nFLU,25,1/1/2026\n"), TODAY)
    own = rates.own_schedule()
    assert own.is_own
    assert list(rates.prices(own.id, NEW_YEAR).values()) == [2500]
    path = tmp_path / "out.csv"
    export_fees(rates, path, TODAY)
    assert read(path).header == ("Code", "Modifier", "Price", "Fee schedule", "From")
