"""Medicare's files are read as shipped, by their headings; what is wrong is said by line."""

from datetime import date
from decimal import Decimal

import pytest
from tests.rates.cms_files import LINES, csv_file, gpci_rows, rvu_rows, xlsx_file
from tests.rates.test_medicare import CMS, RVU, needs_files

from clinicmgr.exchange import Fate
from clinicmgr.kernel.errors import UserError
from clinicmgr.rates.exchange import (
    import_index_set,
    import_release,
    plan_index_set,
    plan_release,
)
from clinicmgr.rates.records import Track


@needs_files
def test_the_real_files_are_read_as_they_are(rates):
    plan = plan_release(rates, RVU)
    assert (plan.counts[Fate.NEW], plan.errors) == (5183, ())
    assert (plan.new[0].name, plan.new[0].from_day) == ("2025 October", date(2025, 10, 1))
    assert plan.new[0].conversion_factor == Decimal("32.3465")
    from_csv, from_xlsx = (
        plan_index_set(rates, CMS / f"GPCI2025.{kind}") for kind in ("csv", "xlsx")
    )
    assert from_csv.counts[Fate.NEW] == 109
    assert from_csv.new[0].localities == from_xlsx.new[0].localities
    assert "ALASKA" in [each.name for each in from_csv.new[0].localities]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("year", [2025, 2026])
def test_a_text_file_is_read_whatever_its_line_ends_and_its_year(rates, tmp_path, year, end):
    rows = [*rvu_rows(year), [], ["", "", "Footnote: RVUs are as of the release."]]
    plan = plan_release(rates, csv_file(tmp_path / "PPRRVU.csv", rows, end))
    assert [line[:8] for line in plan.new[0].lines] == list(LINES)
    assert plan.new[0].lines[4][8:] == ("", "NA")
    assert plan.new[0].name == f"{year} October"


def test_a_workbook_holds_the_same_as_the_text_file(rates, tmp_path):
    text = plan_release(rates, csv_file(tmp_path / "PPRRVU2026_Oct_QPP.csv", rvu_rows(2026)))
    book = plan_release(rates, xlsx_file(tmp_path / "PPRRVU2026_Oct_QPP.xlsx", rvu_rows(2026)))
    assert book.new[0].lines == text.new[0].lines
    assert book.new[0].track is Track.QUALIFYING


def test_a_workbook_that_took_codes_for_numbers_gives_them_their_zeros_back(rates, tmp_path):
    lines = (("00100", "26", "Made up", "A", "1.00", "1.00", "1.00", "0.10"), *LINES)
    rows = rvu_rows(lines=lines)
    path = xlsx_file(tmp_path / "PPRRVU2025_Oct.xlsx", rows, numbers_from=0)
    assert plan_release(rates, path).new[0].lines[0][:2] == ("00100", "26")


def test_columns_are_found_by_what_they_are_called(rates, tmp_path):
    rows = [[*reversed(row)] for row in rvu_rows(title=False)]
    plan = plan_release(rates, csv_file(tmp_path / "PPRRVU2025_Jul.csv", rows))
    assert [line[:8] for line in plan.new[0].lines] == list(LINES)
    assert plan.new[0].from_day == date(2025, 7, 1)


def test_localities_get_their_zeros_back_and_lose_their_stars(rates, tmp_path):
    long = plan_index_set(rates, csv_file(tmp_path / "GPCI2025.csv", gpci_rows()))
    short = plan_index_set(rates, csv_file(tmp_path / "GPCI25.csv", gpci_rows(short=True)))
    assert long.new[0].localities == short.new[0].localities
    keys = [(each.key, each.name) for each in short.new[0].localities]
    assert ("CA-05", "SAN FRANCISCO-OAKLAND") in keys
    assert ("WY-21", "WYOMING") in keys


def test_the_index_with_the_floor_is_the_one_that_counts(rates, tmp_path):
    rows = [[*row[:4], "9" if row[1] else "", *row[4:]] for row in gpci_rows()]
    rows[2][4] = "2025 PW GPCI (without 1.0 Floor)"
    plan = plan_index_set(rates, csv_file(tmp_path / "GPCI2025.csv", rows))
    assert plan.new[0].localities[0].work == Decimal("1.0")


def test_text_in_number_columns_and_bad_codes_are_said_line_by_line(rates, journal, tmp_path):
    broken = (
        *LINES,
        ("G0105", "", "", "A", "abc", "1.00", "1.00", "-1"),
        ("G01", "", "", "A", "0.1", "0.1", "0.1", "0.1"),
        ("G0101", "", "again", "A", "0.1", "0.1", "0.1", "0.1"),
        ("G0106", "x", "", "A", "0.1", "", "0.1", "0.1"),
        ("G0107", "", "carrier priced", "C", "", "", "", ""),
    )
    path = csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows(lines=broken))
    plan = plan_release(rates, path)
    assert [str(error) for error in plan.errors] == [
        "Line 15, WORK RVU: “abc” is not a number.",
        "Line 15, MP RVU: “-1” is not a number.",
        "Line 16, HCPCS: This is not a HCPCS code of five characters.",
        "Line 17, HCPCS: This code with this modifier stands in line 11 already.",
        "Line 18, MOD: A modifier has two letters or digits.",
        "Line 18, NON-FAC PE RVU: There is no number here.",
    ]
    assert (plan.counts[Fate.ERROR], plan.counts[Fate.NEW]) == (4, 6)
    with pytest.raises(UserError, match=r"4 lines of PPRRVU2025_Oct\.csv have errors"):
        import_release(rates, path)
    assert (rates.releases(), journal.undo_title) == ([], None)


def test_a_file_that_is_cut_off_is_said_and_nothing_of_it_is_kept(rates, tmp_path):
    whole = csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows())
    cut = tmp_path / "PPRRVU2025_Jul.csv"
    cut.write_bytes(whole.read_bytes()[:-30])
    (error,) = plan_release(rates, cut).errors
    assert (
        str(error)
        == "Line 14: The line ends after 10 cells: the file is cut off. Download it again."
    )
    headings = csv_file(tmp_path / "PPRRVU2025_Apr.csv", rvu_rows(lines=()))
    with pytest.raises(UserError, match="no lines: it is cut off"):
        plan_release(rates, headings)


def test_a_cut_inside_of_a_quoted_cell_is_said(rates, tmp_path):
    path = tmp_path / "PPRRVU2025_Oct.csv"
    whole = csv_file(path, rvu_rows(lines=(("G0101", "", "Exam, breast", *LINES[1][3:]),)))
    path.write_bytes(whole.read_bytes()[:-60].replace(b'breast"', b"breast"))
    with pytest.raises(UserError, match="quotation marks"):
        plan_release(rates, path)


@pytest.mark.parametrize("rows", [gpci_rows(), [["Code", "Price"], ["G0101", "12"]], [["?"]]])
def test_another_file_is_said_to_be_another(rates, tmp_path, rows):
    with pytest.raises(UserError, match="not a Relative Value File"):
        plan_release(rates, csv_file(tmp_path / "some.csv", rows))


def test_a_relative_value_file_is_no_file_of_indices(rates, tmp_path):
    with pytest.raises(UserError, match="not a GPCI file"):
        plan_index_set(rates, csv_file(tmp_path / "some.csv", rvu_rows()))


def test_a_missing_column_is_named(rates, tmp_path):
    rows = [[cell for at, cell in enumerate(row) if at not in (10, 15)] for row in rvu_rows()]
    with pytest.raises(UserError, match="no column MP RVU, CONV FACTOR"):
        plan_release(rates, csv_file(tmp_path / "PPRRVU2025_Oct.csv", rows))


def test_a_file_that_is_not_there_or_no_text_is_said(rates, tmp_path):
    with pytest.raises(UserError, match="There is no file"):
        plan_release(rates, tmp_path / "PPRRVU2025.csv")
    (tmp_path / "PPRRVU2025.csv").write_bytes(bytes(range(256)) * 40)
    with pytest.raises(UserError):
        plan_release(rates, tmp_path / "PPRRVU2025.csv")


def test_the_year_must_be_known(rates, tmp_path):
    path = csv_file(tmp_path / "values.csv", rvu_rows(title=False))
    with pytest.raises(UserError, match="which year"):
        plan_release(rates, path)
    named = csv_file(tmp_path / "RVU26A.csv", rvu_rows(title=False))
    assert plan_release(rates, named).new[0].from_day == date(2026, 1, 1)


def test_the_same_file_again_is_nothing_new_and_another_is_refused(rates, journal, tmp_path):
    path = csv_file(tmp_path / "PPRRVU2025_Oct.csv", rvu_rows())
    import_release(rates, path)
    title = journal.undo_title
    again = import_release(rates, path)
    assert (again.counts[Fate.SAME], journal.undo_title) == (5, title)
    csv_file(path, rvu_rows(lines=LINES[:3]))
    with pytest.raises(UserError, match="with other values"):
        plan_release(rates, path)
    gpci = csv_file(tmp_path / "GPCI2025.csv", gpci_rows())
    import_index_set(rates, gpci)
    assert import_index_set(rates, gpci).counts[Fate.SAME] == 6


def test_bad_indices_and_places_are_said_line_by_line(rates, tmp_path):
    rows = gpci_rows(places=(
        ("10112", "AL", "00", "ALABAMA", "one", "0.869", ""),
        ("10112", "ALA", "01", "ALASKA", "1", "1", "1"),
        ("10112", "AL", "0", "AGAIN", "1", "1", "1"),
    ))  # fmt: skip
    plan = plan_index_set(rates, csv_file(tmp_path / "GPCI2025.csv", rows))
    assert [str(error) for error in plan.errors] == [
        "Line 4, PW GPCI: “one” is not a number.",
        "Line 4, MP GPCI: There is no number here.",
        (
            "Line 5, Locality Number: “ALA-01” is not a Medicare locality. "
            "Write state and number, such as CA-54."
        ),
        "Line 6, Locality Number: AL-00 stands in line 4 already.",
    ]
