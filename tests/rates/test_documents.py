"""What is printed: the fee list and the comparison, also with very many payers and long words."""

from datetime import date, datetime

import pytest
from tests.rates.conftest import TODAY

from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.paper import Imprint, Table, Text, save, value_of
from clinicmgr.rates.documents import (
    ComparisonOptions,
    FeeListOptions,
    build_comparison,
    build_fee_list,
)
from clinicmgr.rates.records import FeeScheduleDraft, ServiceDraft

CLINIC = ClinicSettings("Lakeside Family Clinic")
IMPRINT = Imprint("Lakeside Family Clinic", datetime(2026, 11, 18, 9, 0))


def rows_of(document):
    return [
        (row.kind, *map(value_of, row.cells))
        for item in document.items
        if isinstance(item, Table)
        for row in item.rows
    ]


def test_the_fee_list_has_each_price_of_the_day_under_its_category(rates, fees):
    document = build_fee_list(rates, CLINIC, IMPRINT, FeeListOptions(TODAY))
    assert document.subtitle == "Prices from Thursday, January 1, 2026"
    assert rows_of(document) == [
        ("group", "Screening"),
        ("normal", "G0101", "Cancer screening", 15, 3500),
        ("group", "Vaccines"),
        ("normal", "FLU", "Flu shot", 5, 2500),
        ("group", "Visits"),
        ("normal", "OV-20", "Office visit 20 min", 20, 12000),
    ]
    early = FeeListOptions(date(2025, 12, 31))
    assert rows_of(build_fee_list(rates, CLINIC, IMPRINT, early)) == []
    blue = build_fee_list(rates, CLINIC, IMPRINT, FeeListOptions(TODAY, fees.blue_fees))
    assert (blue.title, len(rows_of(blue))) == ("Blue 2026", 4)


def test_the_comparison_begins_with_the_most_money_left(with_medicare, fees):
    document = build_comparison(with_medicare, CLINIC, IMPRINT, ComparisonOptions(TODAY))
    rows = rows_of(document)
    assert rows[0][:6] == ("normal", "G0101", "Cancer screening", 3500, 4120, 3942)
    assert rows[0][-1] == 620
    leads = [item.text for item in document.items if isinstance(item, Text)]
    assert leads[0] == "1 fee is below what a payer pays; it leaves $6.20 on the table each time."
    assert leads[1].startswith("Medicare 2025 October, CA-54 BAKERSFIELD, non-facility")


def test_twenty_payers_are_printed_on_several_tables(rates, fees):
    for number in range(20):
        rates.add_schedule(FeeScheduleDraft(f"Plan {number:02}"))
    document = build_comparison(rates, CLINIC, IMPRINT, ComparisonOptions(TODAY))
    tables = [item for item in document.items if isinstance(item, Table)]
    assert len(tables) == 5
    assert all(len(table.columns) <= 11 for table in tables)


@pytest.mark.parametrize("name", ["list.pdf", "list.csv", "list.xlsx"])
def test_everything_comes_out_as_paper_and_as_files(rates, tmp_path, name):
    """Also for an empty practice, with long words, and with what would be a formula."""
    for step in range(2):
        if step:
            ids = rates.add_services(
                [
                    ServiceDraft("A1", "", "wide " * 40, 5, "Category " * 12),
                    ServiceDraft("B2", "", "=1+1 <b> & 🙂"),
                ]
            )
            rates.set_own_prices(TODAY, dict.fromkeys(ids, 99999999))
            rates.add_schedule(FeeScheduleDraft("Insurer of a very long name " * 7))
        for document in (
            build_fee_list(rates, CLINIC, IMPRINT, FeeListOptions(TODAY)),
            build_comparison(rates, CLINIC, IMPRINT, ComparisonOptions(TODAY)),
        ):
            save.write(document, tmp_path / name)
            assert (tmp_path / name).stat().st_size > 20
