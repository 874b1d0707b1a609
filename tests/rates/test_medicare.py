"""Medicare's amount: the formula, the places, and the files side by side."""

import csv
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rates.cms_files import csv_file, gpci_rows, rvu_rows

from clinicmgr.kernel.errors import UserError
from clinicmgr.rates import rules
from clinicmgr.rates.exchange import import_index_set, import_release
from clinicmgr.rates.records import Asked, Home, LocalityDraft, Rvu, Track

CMS = Path(__file__).parents[2] / ".." / "shared" / "data" / "cms"
RVU, GPCI = CMS / "PPRRVU2025_Oct_LevelII.csv", CMS / "GPCI2025.csv"
OCTOBER = date(2025, 10, 15)
UNITS = st.decimals(0, 100, places=2)
INDEX = st.decimals("0.2", 2, places=3)
needs_files = pytest.mark.skipif(
    not (RVU.exists() and GPCI.exists()), reason="the files of CMS are not beside the checkout"
)


@given(units=st.tuples(UNITS, UNITS, UNITS, UNITS), index=st.tuples(INDEX, INDEX, INDEX),
       factor=st.decimals(20, 50, places=4))  # fmt: skip
def test_the_amount_is_the_formula_rounded_once_half_a_cent_up(units, index, factor):
    work, office, facility, malpractice = units
    rvu = Rvu("G0001", "", "", "A", work, office, facility, malpractice)
    place = LocalityDraft("XX", "00", "", "", *index)
    for at_facility, expense in ((False, office), (True, facility)):
        exact = (
            sum(
                Fraction(unit) * Fraction(each)
                for unit, each in zip((work, expense, malpractice), index, strict=True)
            )
            * Fraction(factor)
            * 100
        )
        cents = int(exact + Fraction(1, 2))  # floor of what is not negative
        assert rules.allowable(rvu, place, factor, facility=at_facility) == cents


def test_the_derivation_says_each_step(with_medicare):
    medicare = with_medicare.quote(Asked("G0101", OCTOBER)).medicare
    assert medicare.lines == (
        "Work: 0.45 × 1.017 = 0.45765",
        "Practice expense, non-facility: 0.66 × 1.093 = 0.72138",
        "Malpractice: 0.06 × 0.662 = 0.03972",
        "1.21875 units × conversion factor 32.3465 = 39.422296875, rounded $39.42",
    )
    assert (medicare.national.office, medicare.national.facility) == (3785, 2620)
    assert medicare.locality.key == "CA-54"


def test_the_setting_and_what_medicare_remarks_are_heeded(with_medicare):
    medicare = with_medicare.quote(Asked("G0438", date(2026, 2, 1)), facility=True).medicare
    assert medicare.cents == medicare.local.facility
    assert medicare.notes == (
        "Medicare says that it is rarely or never done in this setting (NA).",
        "The latest release on file is of 2025; 2026 may differ.",
    )


@pytest.mark.parametrize("written", ["CA-05", "ca-5", "CA 5", "ca05"])
def test_a_locality_is_named_by_state_and_number_however_it_is_written(with_medicare, written):
    assert with_medicare.locality(written, OCTOBER).name == "SAN FRANCISCO-OAKLAND"


@pytest.mark.parametrize("written", ["", "54", "California", "CA-123", "C-5"])
def test_what_is_no_locality_is_said(with_medicare, written):
    with pytest.raises(UserError, match="not a Medicare locality"):
        with_medicare.locality(written, OCTOBER)


def test_a_locality_that_the_file_does_not_have_is_said(with_medicare):
    with pytest.raises(UserError, match="no locality CA-99"):
        with_medicare.locality("CA-99", OCTOBER)


def test_files_of_several_years_stand_side_by_side(with_medicare, tmp_path):
    rates = with_medicare
    rows = rvu_rows(2026, "January", "33.4009")
    import_release(rates, csv_file(tmp_path / "PPRRVU2026_Jan_nonQPP.csv", rows))
    rows = rvu_rows(2026, "January", "33.5675")
    import_release(rates, csv_file(tmp_path / "PPRRVU2026_Jan_QPP.csv", rows))
    import_index_set(rates, csv_file(tmp_path / "GPCI2026.csv", gpci_rows(2026)))
    amounts = {}
    for track in (Track.STANDARD, Track.QUALIFYING):
        rates.set_home(Home("AL-00", track=track))
        for day in (OCTOBER, date(2026, 3, 1)):
            amounts[track, day.year] = rates.quote(Asked("G0101", day)).medicare.national.office
    assert amounts == {
        (Track.STANDARD, 2025): 3785,
        (Track.STANDARD, 2026): 3908,  # 1.17 × 33.4009
        (Track.QUALIFYING, 2025): 3785,
        (Track.QUALIFYING, 2026): 3927,  # 1.17 × 33.5675
    }
    assert [each.name for each in rates.releases()] == [
        "2026 January non-QPP",
        "2026 January QPP",
        "2025 October",
    ]
    with pytest.raises(UserError, match="Nothing is known"):
        rates.quote(Asked("G0101", date(2025, 9, 30)))


def test_undo_takes_a_file_back_and_redo_brings_it_again(with_medicare, journal):
    while journal.undo() is not None:
        pass
    assert (with_medicare.releases(), with_medicare.index_sets()) == ([], [])
    while journal.redo() is not None:
        pass
    assert with_medicare.quote(Asked("G0101", OCTOBER)).medicare.local.office == 3942
    assert journal.verify() == []


@needs_files
@pytest.mark.slow
def test_every_payable_code_in_every_locality_is_right_to_the_cent(rates):
    """Computed again from the files themselves, by position and with other arithmetic."""
    import_release(rates, RVU)
    import_index_set(rates, GPCI)
    with RVU.open(encoding="cp1252", newline="") as file:
        lines = [line for line in csv.reader(file) if len(line[0]) == 5 and line[3] in "ART"]
    with GPCI.open(encoding="cp1252", newline="") as file:
        places = [line for line in csv.reader(file) if len(line[1]) == 2]
    assert (len(lines), len(places)) == (245, 109)
    (release,) = rates.releases()
    known = {(each.code, each.modifier): each for each in rates.relative_values(release)}
    found = {place.key: place for place in rates.localities(OCTOBER)}
    for _mac, state, number, _name, *index in places:
        place = found[f"{state}-{number}"]
        for line in lines:
            rvu = known[line[0], line[1]]
            for column, facility in ((6, False), (8, True)):
                ours = rules.allowable(rvu, place, release.conversion_factor, facility=facility)
                assert ours == _by_hand(line, column, index)


def _by_hand(line, column, index):
    """Whole numbers: units in hundredths, indices in thousandths, factor in ten-thousandths."""
    units = [int(Decimal(line[each]) * 100) for each in (5, column, 10)]
    thousandths = [int(Decimal(each) * 1000) for each in index]
    total = sum(unit * each for unit, each in zip(units, thousandths, strict=True))
    total *= int(Decimal(line[24]) * 10_000)  # in thousand-millionths of a dollar
    return int((Decimal(total) / 10**7).quantize(Decimal(1), ROUND_HALF_UP))


@needs_files
def test_the_quote_of_the_real_files_is_the_published_one(rates):
    import_release(rates, RVU)
    medicare = rates.quote(Asked("g0101", OCTOBER)).medicare
    assert (medicare.national.office, medicare.national.facility) == (3785, 2620)
    assert medicare.lines[-1].startswith("1.17 units × conversion factor 32.3465")
