"""Whatever program wrote the file: its table is read, or one sentence says why not."""

import io
import os
import random
import struct
import zipfile
from datetime import date, time, timedelta

import pytest
import xlsxwriter

from clinicmgr.exchange import read, sheet_names
from clinicmgr.exchange.delimited import read_delimited
from clinicmgr.exchange.sheets import LARGEST_FILE
from clinicmgr.kernel.errors import UserError

STAFF = "Name;Hours\r\nJosé Müller;37,5\r\nAna;40\r\n"


@pytest.fixture
def file(tmp_path):
    def write(content, name="staff.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def workbook(fill, **options):
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, options)
    fill(book)
    book.close()
    return content.getvalue()


def two_cells(book, row=5, column=3):
    sheet = book.add_worksheet("Staff")
    sheet.write(0, 0, "Name")
    sheet.write(row, column, "Ana")


def refused(path, **choices):
    with pytest.raises(UserError) as caught:
        read(path, **choices)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "Traceback" not in sentence
    return sentence


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_letters_with_accents_come_through_in_every_usual_encoding(file, encoding):
    sheet = read(file(STAFF.encode(encoding)))
    assert sheet.header == ("Name", "Hours")
    assert sheet.rows[0].cells == ("José Müller", "37,5")
    assert sheet.notes == ()


def test_an_old_western_file_is_read_with_a_note(file):
    sheet = read(file(STAFF.encode("cp1252")))
    assert sheet.rows[0].cells == ("José Müller", "37,5")
    assert sheet.notes == ("Read as Windows-1252. Check that accented letters look right.",)


def test_letters_that_cannot_be_decoded_are_not_guessed(file):
    assert "encoding" in refused(file(b"Name,Hours\nJos\x81,1\n"))
    assert "encoding" in refused(file(STAFF.encode("cp1252")), encoding="utf-8")
    assert "encoding" in refused(file(STAFF), encoding="klingon")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_the_separator_and_the_line_ends_are_found(file, delimiter, ending):
    lines = [["Name", "Hours", "Note"], ["Ruiz; Ana", "1,5", "a"], ["", "", ""], ["Bo", "2", ""]]
    text = ending.join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    sheet = read(file(text))
    assert [line.number for line in sheet.lines] == [1, 2, 4]  # empty lines count but are skipped
    assert sheet.rows[0].cells == ("Ruiz; Ana", "1,5", "a")


def test_decimal_commas_do_not_pass_for_separators(file):
    sheet = read(file("Rate;Hours;Bonus\n40,5;30,5;1,2\n41,5;31,5;1,3\n"))
    assert sheet.rows[0].cells == ("40,5", "30,5", "1,2")


def test_the_separator_can_be_announced_or_chosen(file):
    assert read(file("sep=|\na|b,c,d\n1|2,3,4\n")).header == ("a", "b,c,d")
    assert read(file("a;b,c\n1;2,3\n"), delimiter=",").header == ("a;b", "c")


def test_a_text_of_several_lines_keeps_the_line_numbers_right(file):
    sheet = read(file('Name,Note\nAna,"one\ntwo"\nBo,x\n'))
    assert [(line.number, line.cells) for line in sheet.rows] == [
        (2, ("Ana", "one\ntwo")),
        (4, ("Bo", "x")),
    ]


def test_quotes_that_do_not_close_are_named_with_their_line(file):
    assert "from line 3 on" in refused(file('Name,Note\nAna,x\nBo,"never closed\nCy,y\n'))


def test_zero_bytes_are_left_out_with_a_note(file):
    sheet = read(file(b"Name,Hours\nA\0na,40\n"))
    assert sheet.rows[0].cells == ("Ana", "40")
    assert sheet.notes == ("Zero bytes in the file were left out.",)


def test_a_spreadsheet_brings_its_dates_and_numbers_and_line_numbers(file):
    def fill(book):
        sheet = book.add_worksheet("Staff")
        for column, (value, look) in enumerate(
            [
                (date(2026, 11, 18), "yyyy-mm-dd"),
                (time(7, 30), "hh:mm"),
                (timedelta(hours=37, minutes=30), "[h]:mm"),
                (12.5, "0.00"),
                (7, "0"),
                (True, ""),
                ("text", ""),
            ],
            2,
        ):
            sheet.write_string(2, column, f"Column {column}")
            sheet.write(4, column, value, book.add_format({"num_format": look}))

    sheet = read(file(workbook(fill), "staff.xlsx"))
    assert [line.number for line in sheet.lines] == [3, 5]
    assert [cell for cell in sheet.rows[0].cells if cell not in {None, ""}] == [
        date(2026, 11, 18), time(7, 30), timedelta(hours=37, minutes=30), 12.5, 7.0, True, "text",
    ]  # fmt: skip


def test_the_first_sheet_with_anything_in_it_is_read_unless_another_is_chosen(file):
    def fill(book):
        book.add_worksheet("Empty")
        book.add_worksheet("Staff").write(0, 0, "Name")
        book.add_worksheet("Rooms").write(0, 0, "Room")
        hidden = book.add_worksheet("Hidden")
        hidden.write(0, 0, "x")
        hidden.hide()

    path = file(workbook(fill), "practice.xlsx")
    assert sheet_names(path) == ("Empty", "Staff", "Rooms")
    assert read(path).name == "Staff"
    assert read(path, sheet="Rooms").header == ("Room",)
    assert refused(path, sheet="Root").endswith("It has: Empty, Staff, Rooms.")
    assert refused(path, sheet="Empty") == '"practice.xlsx" is empty: it has no table.'


def test_what_a_file_is_shows_in_its_content(file):
    assert read(file(workbook(two_cells), "staff.csv")).header == ("Name",)
    assert "although it is called one" in refused(file("Name,Hours\n", "staff.xlsx"))
    assert "although it is called one" in refused(file("<html><table>", "staff.xls"))
    assert "holds no text" in refused(file(bytes(range(1, 32)) * 40, "staff.csv"))


def test_files_that_are_not_there_or_no_files_are_named(file, tmp_path):
    assert 'There is no file "nobody.csv"' in refused(tmp_path / "nobody.csv")
    assert "is a folder" in refused(tmp_path)
    assert "is empty" in refused(file(""))
    assert "is empty" in refused(file("\n\n  \n"))
    assert "is empty" in refused(file(";;\n;;\n"))
    assert refused(tmp_path / "a\0b.csv")


def test_a_file_that_may_not_be_read_is_named(file):
    path = file(STAFF)
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("an administrator may read everything")
    assert "cannot be opened" in refused(path)


def test_damaged_spreadsheets_are_refused(file):
    whole = workbook(two_cells)
    for length in (4, 100, len(whole) // 2, len(whole) - 1):
        assert "is damaged" in refused(file(whole[:length], "staff.xlsx"))
    assert "is damaged" in refused(file(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "a.xls"))
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    assert "is damaged" in refused(file(other.getvalue(), "letter.xlsx"))


def test_a_damaged_spreadsheet_never_stops_the_program(file):
    whole = workbook(two_cells)
    chance = random.Random(18)
    for _round in range(200):
        bad = bytearray(whole)
        for _byte in range(8):
            bad[chance.randrange(4, len(bad))] = chance.randrange(256)
        try:
            read(file(bytes(bad), "staff.xlsx"))
        except UserError as error:
            assert "staff.xlsx" in str(error)  # noqa: PT017 - a few of them can still be read


def test_files_beyond_reason_are_refused_before_they_fill_the_memory(file):
    far = workbook(lambda book: two_cells(book, 1_048_575, 16_383))  # 6 KB, 17 billion cells
    assert "too large" in refused(file(far, "far.xlsx"))
    long = io.BytesIO()
    with zipfile.ZipFile(long, "w", zipfile.ZIP_DEFLATED) as packed:
        for part in range(9):
            packed.writestr(f"xl/worksheets/{part}.xml", b" " * (64 * 2**20))
    assert "too large" in refused(file(long.getvalue(), "long.xlsx"))
    huge = file(b"x")
    with huge.open("r+b") as hole:
        hole.truncate(LARGEST_FILE + 1)
    assert "larger than 64 MB" in refused(huge)


def opendocument(rows):
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        packed.writestr(
            "content.xml",
            f"<office:document-content{names}><office:body><office:spreadsheet>"
            f'<table:table table:name="Staff">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return content.getvalue()


def ods_cell(text, repeated=1):
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" '
        f'office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    )


def ods_row(cells, repeated=1):
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_a_libreoffice_sheet_is_read_and_its_endless_empty_rest_is_not(file):
    rest = '<table:table-cell table:number-columns-repeated="16382"/>'
    rows = ods_row(ods_cell("Name") + ods_cell("Room") + rest)
    rows += ods_row(ods_cell("Ana") + ods_cell("2") + rest) + ods_row(rest, 1_048_574)
    sheet = read(file(opendocument(rows), "staff.ods"))
    assert (sheet.name, sheet.header, sheet.rows[0].cells) == (
        "Staff",
        ("Name", "Room"),
        ("Ana", "2"),
    )
    endless = ods_row(ods_cell("x", 16_384), 1_048_576)
    assert "too large" in refused(file(opendocument(endless), "staff.ods"))


def encrypted():
    """Return the shell of an .xlsx with a password: an OLE file with these two empty streams.

    Layout as in [MS-CFB]: a header, a sector that says which sectors follow, a directory.
    """
    free, end, table = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII109I",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        *(0x3E, 3, 0xFFFE, 9, 6),
        *(0, 1, 1, 0, 4096, end, 0, end, 0),
        *(0, *[free] * 109),
    )
    entries = b""
    for name, kind, left, child in [
        ("Root Entry", 5, free, 1),
        ("EncryptedPackage", 2, free, free),
        ("EncryptionInfo", 2, 1, free),
        ("", 0, free, free),
    ]:
        text = name.encode("utf-16-le")
        size = len(text) + 2 if name else 0
        entries += struct.pack("<64sHBBIII", text, size, kind, 1, left, free, child)
        entries += bytes(36) + struct.pack("<IQ", end, 0)
    entries = entries.replace(struct.pack("<I", 1) + bytes(36), struct.pack("<I", 2) + bytes(36), 1)
    sectors = struct.pack("<128I", table, end, *[free] * 126)
    return header[:512] + sectors + entries


def test_a_protected_spreadsheet_is_refused(file):
    assert "is protected by a password" in refused(file(encrypted(), "secret.xlsx"))


def test_a_cell_can_be_corrected(file):
    sheet = read(file(STAFF)).with_cell(3, 1, "41")
    assert sheet.rows[1].cells == ("Ana", "41")
    assert sheet.with_cell(3, 3, "x").rows[1].cells == ("Ana", "41", None, "x")


def test_random_bytes_are_a_table_or_a_sentence():
    chance = random.Random(7)
    for length in range(300):
        content = b"a" + chance.randbytes(length)
        try:
            read_delimited(content, "x.csv", None, None)
        except UserError as error:
            assert "x.csv" in str(error)  # noqa: PT017 - most random bytes are no text
