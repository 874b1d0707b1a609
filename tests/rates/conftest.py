"""A small practice with services, a payer and prices, and Medicare's files in their own layout."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.rates.cms_files import csv_file, gpci_rows, rvu_rows

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.journal import Journal
from clinicmgr.rates.exchange import import_index_set, import_release
from clinicmgr.rates.records import FeeScheduleDraft, Home, PayerDraft, PayerKind, ServiceDraft
from clinicmgr.rates.service import Rates

TODAY = date(2026, 11, 18)
NEW_YEAR = date(2026, 1, 1)


@dataclass(frozen=True)
class Fees:
    """The ids of what the small practice has."""

    visit: int
    screening: int
    shot: int
    blue: int
    medicare: int
    own: int
    blue_fees: int


@pytest.fixture
def rates(journal: Journal, clock: Clock) -> Rates:
    return Rates(journal, clock)


@pytest.fixture
def fees(rates: Rates) -> Fees:
    """Three services; ours 120.00, 35.00, 25.00; Blue pays 104.50, 41.20 and nothing agreed."""
    visit, screening, shot = rates.add_services(
        [
            ServiceDraft("OV-20", "", "Office visit 20 min", 20, "Visits"),
            ServiceDraft("G0101", "", "Cancer screening", 15, "Screening"),
            ServiceDraft("FLU", "", "Flu shot", 5, "Vaccines"),
        ]
    )
    blue = rates.add_payer(PayerDraft("Blue Shield of the Lake"))
    medicare = rates.add_payer(PayerDraft("Medicare", PayerKind.MEDICARE))
    own = rates.set_own_prices(NEW_YEAR, {visit: 12000, screening: 3500, shot: 2500})
    blue_fees = rates.add_schedule(FeeScheduleDraft("Blue 2026", blue))
    rates.set_prices(blue_fees, NEW_YEAR, {visit: 10450, screening: 4120})
    return Fees(visit, screening, shot, blue, medicare, own, blue_fees)


@pytest.fixture
def with_medicare(rates: Rates, tmp_path: Path) -> Rates:
    """The made-up files of 2025 are imported, and the practice is in Bakersfield."""
    import_release(rates, csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows()))
    import_index_set(rates, csv_file(tmp_path / "GPCI2025.csv", gpci_rows()))
    rates.set_home(Home("CA-54"))
    return rates
