"""Small made-up files in the layouts of CMS: titles, stacked headings, footnotes."""

import csv
import io
from pathlib import Path

import xlsxwriter

STACKED = {  # heading by heading, the words of each from top to bottom
    "HCPCS": ("", "", "", "", "HCPCS"),
    "MOD": ("", "", "", "", "MOD"),
    "DESCRIPTION": ("", "", "", "", "DESCRIPTION"),
    "STATUS CODE": ("", "", "", "STATUS", "CODE"),
    "NOT USED": ("", "NOT USED", "FOR", "MEDICARE ", "PAYMENT"),
    "WORK RVU": ("", "", "", "WORK", "RVU"),
    "NON-FAC PE RVU": ("", "", "", "NON-FAC", "PE RVU"),
    "NON-FAC NA": ("", "", "NON-FAC", "NA", "INDICATOR"),
    "FACILITY PE RVU": ("", "", "", "FACILITY", "PE RVU"),
    "FACILITY NA": ("", "", "FACILITY ", "NA", "INDICATOR"),
    "MP RVU": ("", "", "", "MP", "RVU"),
    "NON-FACILITY TOTAL": ("", "", "", "NON-FACILITY", "TOTAL"),
    "FACILITY TOTAL": ("", "", "", "FACILITY", "TOTAL"),
    "TEAM SURG": ("", "", "", "TEAM", "SURG"),
    "PRIC IND": ("", "", "", "PRIC", "IND"),
    "ENDO BASE": ("", "", "", "ENDO", "BASE"),
    "CONV FACTOR": ("", "", "", "CONV", "FACTOR"),
    "NON-FAC OPPS": ("NON-FACILITY", "PE USED", "FOR OPPS", "PAYMENT", "AMOUNT"),
    "FAC OPPS": ("FACILITY", "PE USED", "FOR OPPS", "PAYMENT", "AMOUNT"),
    "MP OPPS": ("", "MP USED", "FOR OPPS", "PAYMENT", "AMOUNT"),
}
# code, modifier, description, status, work, office pe, facility pe, malpractice
LINES = (
    ("A0021", "", "Outside state ambulance serv", "I", "0.00", "0.00", "0.00", "0.00"),
    ("G0101", "", "Ca screen;pelvic/breast exam", "A", "0.45", "0.66", "0.30", "0.06"),
    ("G0104", "", "Ca screen; flexi sigmoidscope", "A", "0.84", "4.44", "0.57", "0.11"),
    ("G0104", "53", "Ca screen; flexi sigmoidscope", "A", "0.42", "2.22", "0.29", "0.06"),
    ("G0438", "", "Ppps, “initial” visit", "A", "2.60", "2.38", "1.04", "0.17"),
)


def rvu_rows(
    year: int = 2025, month: str = "October", factor: str = "32.3465", lines=LINES, *, title=True
) -> list[list[str]]:
    """The cells of a Relative Value File; from 2026 on it has the column PRIC IND."""
    headings = [each for each in STACKED if each != "PRIC IND" or year >= 2026]
    width = len(headings)
    rows = []
    if title:
        titles = (
            f"{year} National Physician Fee Schedule Relative Value File {month} Release",
            f"CPT codes and descriptions only are copyright {year - 1} American Medical Assoc.",
            " ",
            f"RELEASED 09/11/{year}",
        )
        rows += [["", "", words, *[""] * (width - 3)] for words in titles]
    rows += [[STACKED[each][at] for each in headings] for at in range(5)]
    for code, modifier, text, status, work, office, facility, malpractice in lines:
        values = dict.fromkeys(headings, "9") | {
            "HCPCS": code,
            "MOD": modifier,
            "DESCRIPTION": text,
            "STATUS CODE": status,
            "NOT USED": "",
            "WORK RVU": work,
            "NON-FAC PE RVU": office,
            "NON-FAC NA": "",
            "FACILITY PE RVU": facility,
            "FACILITY NA": "NA" if code == "G0438" else "",
            "MP RVU": malpractice,
            "CONV FACTOR": factor,
        }
        rows.append([values[each] for each in headings])
    return rows


def gpci_rows(year: int = 2025, places=None, *, short: bool = False) -> list[list[str]]:
    """The cells of a GPCI file; `short` has lost the leading zeros."""
    places = places or (
        ("10112", "AL", "00", "ALABAMA", "1", "0.869", "0.575"),
        ("02102", "AK", "01", "ALASKA*", "1.5", "1.081", "0.592"),
        ("01112", "CA", "54", "BAKERSFIELD", "1.017", "1.093", "0.662"),
        ("01112", "CA", "05", "SAN FRANCISCO-OAKLAND", "1.088", "1.419", "0.445"),
        ("06202", "MN", "00", "MINNESOTA", "1", "1.02", "0.325"),
        ("03602", "WY", "21", "WYOMING**", "1", "1", "0.739"),
    )
    head = ["Medicare Administrative Contractor (MAC)", "State", "Locality Number", "Locality Name"]
    head += [f"{year} PW GPCI (with 1.0 Floor)", f"{year} PE GPCI", f"{year} MP GPCI"]
    rows = [
        [f"ADDENDUM E. FINAL CY {year} GEOGRAPHIC PRACTICE COST INDICES (GPCIs)", *[""] * 6],
        [""] * 7,
        head,
    ]
    if short:
        places = [
            (mac.lstrip("0"), state, number.lstrip("0") or "0", *rest)
            for mac, state, number, *rest in places
        ]
    rows += map(list, places)
    notes = ("MAC Assignments as of November 22, 2023", "", "*Work GPCI reflects a 1.5 floor")
    rows += [[note, *[""] * 6] for note in notes]
    return rows


def csv_file(
    path: Path, rows: list[list[str]], end: str = "\r\n", encoding: str = "cp1252"
) -> Path:
    """Write cells as CMS does: Windows-1252, lines that end with CR LF, or with CR alone."""
    text = io.StringIO()
    csv.writer(text, lineterminator=end).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def xlsx_file(path: Path, rows: list[list[str]], numbers_from: int = 4) -> Path:
    """Write the same as a workbook in which numbers are numbers."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Addendum")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if column >= numbers_from and cell.replace(".", "", 1).isdigit():
                    sheet.write_number(number, column, float(cell))
                elif cell:
                    sheet.write_string(number, column, cell)
    return path
