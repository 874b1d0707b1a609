"""report: every printable in every form, read back by a program that is not ours."""

import csv

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from clinicmgr.reports.catalog import PRINTABLES

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
        assert each.group in line
        assert each.title in line
        assert "--paper" in line


def test_the_list_says_what_each_report_takes(run):
    reports = {each["name"]: each for each in run("report", "list", "--json").json["reports"]}
    roster = {each["option"]: each for each in reports["week-roster"]["options"]}
    assert {"--period", "--from", "--to", "--position", "--paper"} <= roster.keys()
    assert roster["--period"]["default"] == "four-weeks"
    assert "last-month" in roster["--period"]["choices"]
    slip = [each["option"] for each in reports["roster-slip"]["options"]]
    assert "--staff" in slip
    assert reports["roster-slip"]["group"] == "Schedule"


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


def written(run, demo_file, target, *words):
    """Write a report of the demo practice; return what is on its pages."""
    made = run("report", *words, "--out", target, "--practice", demo_file)
    assert (made.code, made.err) == (0, "")
    return " ".join(page.extract_text() for page in PdfReader(target).pages)


def test_each_report_has_a_period_of_its_own_and_takes_another(run, demo_file, tmp_path):
    target = tmp_path / "a.pdf"
    own = run("report", "week-roster", "--out", target, "--practice", demo_file, "--json").json
    assert (own["first"], own["last"]) == ("2026-11-16", "2026-12-13")
    words = written(run, demo_file, target, "leave-calendar", "--period", "last-month")
    assert "October 2026" in words
    begun = ("report", "gaps", "--out", target, "--practice", demo_file, "--json")
    alone = run(*begun, "--from", "2026-11-30").json
    assert (alone["first"], alone["last"]) == ("2026-11-30", "2026-12-27")
    both = run(*begun, "--from", "2026-11-30", "--period", "this-week")
    assert both.code == 1
    assert "either --period, or --from and --to" in both.json["error"]


def test_a_report_of_one_day_takes_the_first_of_a_period(run, demo_file, tmp_path):
    target = tmp_path / "a.pdf"
    assert "As of Nov 9, 2026" in written(
        run, demo_file, target, "directory", "--from", "2026-11-09", "--to", "2026-11-20"
    )
    assert "As of Nov 20, 2026" in written(
        run, demo_file, target, "directory", "--day", "2026-11-20"
    )
    assert "2025" in written(
        run, demo_file, target, "maintenance-calendar", "--period", "last-year"
    )


def test_one_person_is_meant_by_name_or_number(run, demo_file, tmp_path):
    target = tmp_path / "slip.pdf"
    for words in ("Marek Nowak", "nowak", "MAR"):
        said = written(run, demo_file, target, "roster-slip", "--staff", words)
        assert "Roster of Marek Nowak" in said
        assert "Kwame" not in said
    slip = ("report", "roster-slip", "--out", target, "--practice", demo_file, "--staff")
    several = run(*slip, "a").sentence
    assert "could be" in several
    assert "Ali Rahman" in several
    assert "Did you mean Marek Nowak" in run(*slip, "Mark Novak").sentence
    assert "Nobody here is called “Zzz”" in run(*slip, "Zzz").sentence


def test_options_of_a_report_change_what_it_says(run, demo_file, tmp_path):
    target = tmp_path / "a.pdf"
    assert "555-0110" not in written(run, demo_file, target, "directory", "--contacts", "no")
    assert "Bethany Cole" in written(run, demo_file, target, "credentials", "--all")
    medicaid = written(run, demo_file, target, "fee-list", "--payer", "State Medicaid")
    assert "State Medicaid" in medicaid
    log = written(run, demo_file, target, "asset-log", "--asset", "e-001")
    assert "Vaccine fridge (E-001)" in log
    assert "E-002" not in log


def test_what_a_report_does_not_take_is_refused_with_what_it_takes(run, demo_file, tmp_path):
    to = ("--out", tmp_path / "a.pdf", "--practice", demo_file)
    sentence = run("report", "gaps", "--staff", "Ann", *to).sentence
    assert sentence == ("gaps does not take --staff. It takes --period, --from, --to, --paper.")
    unknown = run("report", "gaps", "--color", "red", *to)
    assert unknown.code == 2
    assert "gaps does not take --color. It takes --period" in unknown.err
    maybe = run("report", "directory", "--hours", "maybe", *to).sentence
    assert "is neither yes nor no" in maybe
    assert "Did you mean Nurse" in run("report", "directory", "--position", "Nurze", *to).sentence
    assert list(tmp_path.glob("a.*")) == []


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
