"""Services and payers: what a code is, and that what has prices stays."""

from datetime import date

import pytest

from clinicmgr.kernel.errors import UserError
from clinicmgr.rates.records import PayerDraft, ServiceDraft


def test_a_code_is_kept_in_capitals_and_once(rates):
    service = rates.service(rates.add_service(ServiceDraft(" g0101 ", "tc", "Screening")))
    assert (service.code, service.modifier, service.name) == ("G0101", "TC", "G0101-TC")
    rates.add_service(ServiceDraft("G0101"))  # without a modifier it is another service
    with pytest.raises(UserError, match="already"):
        rates.add_service(ServiceDraft("G0101", "TC"))


@pytest.mark.parametrize(
    "draft, field",
    [
        (ServiceDraft("", ""), "code"),
        (ServiceDraft("=1+1"), "code"),
        (ServiceDraft("ABCDEFGHIJKLM"), "code"),
        (ServiceDraft("G0101", "2"), "modifier"),
        (ServiceDraft("G0101", "", "", 0), "minutes"),
        (ServiceDraft("G0101", first=date(2026, 2, 1), last=date(2026, 1, 1)), "last"),
    ],
)
def test_what_is_no_service_is_said_beside_its_field(rates, draft, field):
    with pytest.raises(UserError) as refused:
        rates.add_service(draft)
    assert refused.value.field == field
    assert rates.services() == []


def test_a_service_is_listed_on_the_days_it_may_be_billed(rates):
    rates.add_service(ServiceDraft("OLD", last=date(2025, 12, 31)))
    rates.add_service(ServiceDraft("NEW", first=date(2026, 1, 1)))
    assert [each.code for each in rates.services(date(2025, 12, 31))] == ["OLD"]
    assert [each.code for each in rates.services(date(2026, 1, 1))] == ["NEW"]


def test_a_service_with_prices_is_not_removed_but_one_without_is(rates, fees):
    with pytest.raises(UserError, match="has prices"):
        rates.remove_service(fees.visit)
    mistake = rates.add_service(ServiceDraft("OOPS"))
    rates.remove_service(mistake)
    assert "OOPS" not in [each.code for each in rates.services()]


def test_a_payer_has_a_name_of_its_own_and_stays_while_it_has_prices(rates, fees):
    with pytest.raises(UserError, match="already"):
        rates.add_payer(PayerDraft("blue shield of the lake"))
    with pytest.raises(UserError, match="fee schedule"):
        rates.remove_payer(fees.blue)
    assert rates.payer_named("BLUE SHIELD OF THE LAKE").id == fees.blue
    with pytest.raises(UserError, match="There are: Blue Shield of the Lake, Medicare"):
        rates.payer_named("Aetna")


def test_the_search_box_finds_services_and_payers(rates, fees):
    assert [hit.title for hit in rates.find("office")] == ["OV-20"]
    assert [hit.title for hit in rates.find("shield")] == ["Blue Shield of the Lake"]
