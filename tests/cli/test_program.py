"""The program itself: what a shell and a task scheduler see."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]


def clinicmgr(*words: object, letters: str = "utf-8") -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "PYTHONIOENCODING": letters}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "clinicmgr", *map(str, words)],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
def test_the_program_answers_with_one_document_and_an_exit_code(small, tmp_path):
    told = clinicmgr("info", "--practice", small, "--json")
    assert (told.returncode, told.stderr) == (0, "")
    assert json.loads(told.stdout)["staff"] == 2
    refused = clinicmgr("info", "--practice", tmp_path / "no.clinic")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert len(refused.stderr.splitlines()) == 1


@pytest.mark.slow
def test_a_pipe_that_knows_few_letters_stops_nothing(small):
    practice = small.rename(small.with_name("Zoë.clinic"))
    told = clinicmgr("info", "--practice", practice, letters="ascii")
    assert (told.returncode, told.stderr) == (0, "")
    assert "Zo?.clinic" in told.stdout
    told = clinicmgr("info", "--practice", practice, "--json", letters="ascii")
    assert json.loads(told.stdout)["practice"] == str(practice)


@pytest.mark.slow
def test_the_headless_demo_leaves_a_practice_and_its_papers(run, tmp_path):
    folder = tmp_path / "demo-out"
    made = run("demo", "--headless", folder, "--today", "2026-11-18", "--json")
    assert made.code == 0
    summary = made.json
    assert json.loads((folder / "summary.json").read_text("utf-8")) == summary
    assert {Path(each).parent for each in (*summary["files"], *summary["screens"])} == {folder}
    for each in map(Path, (*summary["files"], *summary["screens"])):
        assert each.stat().st_size > 500
        if each.suffix == ".pdf":
            assert len(PdfReader(each).pages) >= 1
    assert summary["filled"]["shifts"] > 100
    assert summary["problems_this_week"]["double_booking"] == 1
    assert run("verify", "--practice", summary["practice"]).code == 0


def test_the_demo_never_takes_the_place_of_a_practice_of_its_own(run, small, tmp_path):
    before = small.read_bytes()
    out = tmp_path / "out"
    assert "left alone" in run("demo", "--headless", out, "--practice", small).sentence
    assert small.read_bytes() == before


@pytest.mark.slow
def test_a_reader_who_has_seen_enough_stops_nothing(demo_file):
    command = [sys.executable, "-m", "clinicmgr", "roster", "check", "--json"]
    days = ("--from", "2023-12-01", "--to", "2026-11-30", "--practice", str(demo_file))
    with subprocess.Popen(
        [*command, *days],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as told:
        assert told.stdout is not None
        assert told.stderr is not None
        assert told.stdout.readline() == "{\n"
        told.stdout.close()
        assert told.stderr.read() == ""
    assert told.returncode == 1
