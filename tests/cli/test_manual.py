"""The manual tells the truth: its commands parse, its example files import, its links lead on."""

import re
import shlex

import pytest

from clinicmgr.cli.arguments import parse
from clinicmgr.clinic import opened
from clinicmgr.desktop.pages import PLACES
from clinicmgr.kernel.paths import manual_folder
from clinicmgr.places.records import RoomDraft, SiteDraft
from clinicmgr.reports.catalog import PRINTABLES
from clinicmgr.staff.records import CredentialKindDraft, PositionDraft, SkillDraft

PAGES = {path.name: path.read_text(encoding="utf-8") for path in manual_folder().glob("*.md")}
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


def blocks(page: str, language: str) -> list[str]:
    return [text for kind, text in BLOCK.findall(PAGES[page]) if kind == language]


def commands() -> list[str]:
    lines = [line for page in PAGES for text in blocks(page, "sh") for line in text.splitlines()]
    return [line for line in lines if line]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.id)
def test_f1_finds_a_page_for_every_place_in_the_window(place):
    assert f"{place.manual}.md" in PAGES


@pytest.mark.parametrize("page", PAGES)
def test_each_page_has_a_title_and_no_link_leads_nowhere(page):
    assert PAGES[page].startswith("# ")
    for target in LINK.findall(PAGES[page]):
        assert target in PAGES


def test_every_page_is_reached_from_the_first_one():
    assert set(LINK.findall(PAGES["index.md"])) == PAGES.keys() - {"index.md"}


@pytest.mark.parametrize("line", commands())
def test_each_command_of_the_manual_is_one(line):
    program, *words = shlex.split(line)
    assert program == "clinicmgr"
    assert parse(words).run


def test_every_document_is_described():
    for each in PRINTABLES:
        assert f"`{each.name}`" in PAGES["reports.md"]
        assert each.title in PAGES["reports.md"]


def test_the_example_files_can_be_imported_as_they_stand(
    run, practice_file, clock, actor, tmp_path
):
    with opened(practice_file, clock, actor) as clinic:
        for name, code in (("Nurse", "RN"), ("Medical assistant", "MA"), ("Front desk", "FD")):
            clinic.staff.add_position(PositionDraft(name, code))
        clinic.staff.add_skill(SkillDraft("Spanish"))
        clinic.staff.add_credential_kind(CredentialKindDraft("CPR card"))
        site = clinic.places.add_site(SiteDraft("Main Street", "M"))
        clinic.places.add_room(RoomDraft(site, "Exam 1", "EX1"))
    files = blocks("import-export.md", "csv")
    for kind, text in zip(("staff", "shifts", "demand"), files, strict=True):
        path = tmp_path / f"{kind}.csv"
        path.write_text(text, encoding="utf-8")
        answer = run("import", kind, path, "--practice", practice_file, "--json").json
        assert answer["errors"] == []
        assert answer["notes"] == []
        assert answer["counts"]["new"] == len(text.splitlines()) - 1
