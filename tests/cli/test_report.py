"""report: every printable in every form, read back by a program that is not ours."""

import csv

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from clinicmgr.reports import PRINTABLES

WEEK = ("--from", "2026-11-16", "--to", "2026-11-22")
SAYS = {
    "week-roster": ("Tessa Lind", "Marek Nowak"),
    "gaps": ("Front desk", "Tomás Vargas", "contract 30 h"),
    "directory": ("Hannah Müller", "(218) 555-0110"),
    "credentials": ("Tessa Lind", "CPR card"),
}


def test_the_list_names_every_report(run, paths):
    listed = run("report", "list", "--json")
    assert listed.code == 0, "it needs no practice"
    names = [each["name"] for each in listed.json["reports"]]
    assert names == [each.name for each in PRINTABLES]
    assert set(SAYS) <= set(names)
    for line, each in zip(run("report", "list").out.splitlines(), PRINTABLES, strict=True):
        assert line.startswith(each.name)


@pytest.mark.parametrize("name", [each.name for each in PRINTABLES])
def test_each_report_says_the_same_on_paper_and_in_a_sheet(run, demo_file, tmp_path, name):
    said = {}
    for ending in ("pdf", "csv", "xlsx"):
        target = tmp_path / f"{name}.{ending}"
        written = run("report", name, "--out", target, *WEEK, "--practice", demo_file, "--json")
        assert (written.code, written.err) == (0, "")
        assert (written.json["report"], written.json["file"]) == (name, str(target))
        said[ending] = target
    pdf = PdfReader(said["pdf"])
    paper = " ".join(" ".join(page.extract_text() for page in pdf.pages).split())
    with said["csv"].open(encoding="utf-8-sig", newline="") as file:
        sheet = "\n".join(" ".join(line) for line in csv.reader(file))
    book = CalamineWorkbook.from_path(said["xlsx"])
    cells = [
        str(c) for s in book.sheet_names for r in book.get_sheet_by_name(s).to_python() for c in r
    ]
    assert "Lakeside Family Practice" in paper
    for words in SAYS.get(name, ()):
        assert words in paper
        assert words in sheet
        assert words in "\n".join(cells)


@pytest.mark.parametrize(
    "paper, size", [("letter", {612, 792}), ("a4", {595, 842}), ("legal", {612, 1008})]
)
def test_the_paper_is_the_one_that_was_asked_for(run, demo_file, tmp_path, paper, size):
    target = tmp_path / "directory.pdf"
    run("report", "directory", "--out", target, "--paper", paper, "--practice", demo_file)
    box = PdfReader(target).pages[0].mediabox
    assert {round(float(box.width)), round(float(box.height))} == size


def test_a_wall_roster_has_a_page_for_each_week(run, demo_file, tmp_path):
    target = tmp_path / "roster.pdf"
    period = ("--from", "2026-11-16", "--to", "2026-11-29")
    run("report", "week-roster", "--out", target, *period, "--practice", demo_file)
    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert len(pages) >= 2
    assert "page 1 of" in " ".join(pages[0].split()).lower()


@pytest.mark.parametrize("name", [each.name for each in PRINTABLES])
def test_an_empty_practice_prints_too(run, practice_file, tmp_path, name):
    target = tmp_path / "empty.pdf"
    written = run("report", name, "--out", target, "--practice", practice_file)
    assert written.code == 0
    assert len(PdfReader(target).pages) >= 1


def test_a_report_that_cannot_be_made_is_refused_in_one_sentence(run, demo_file, tmp_path):
    practice = ("--practice", demo_file)
    unknown = run("report", "salaries", "--out", tmp_path / "a.pdf", *practice).sentence
    assert "week-roster" in unknown
    assert "--out FILE" in run("report", "gaps", *practice).sentence
    wrong = run("report", "gaps", "--out", tmp_path / "a.doc", *WEEK, *practice).sentence
    assert "a.doc" in wrong
    nowhere = run("report", "gaps", "--out", tmp_path / "no" / "a.pdf", *WEEK, *practice).sentence
    assert "folder" in nowhere
    assert list(tmp_path.glob("a.*")) == []
