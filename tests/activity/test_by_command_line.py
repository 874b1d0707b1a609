"""Activity without a window: counts in and out, and every printable."""

import json

import pytest

from clinicmgr.cli import main
from clinicmgr.cli.exchange_commands import EXPORTS, IMPORTS

HEADER = "Date,Provider,Service line,Payer class,Done,Cancelled,No-shows\n"


@pytest.fixture
def run(capsys, clock, paths, clinic, office, practice_file):
    clinic.close()

    def command(*words):
        capsys.readouterr()
        of = ("--practice", practice_file, "--json")
        code = main([*map(str, (*words, *of))], clock=clock, paths=paths)
        return code, json.loads(capsys.readouterr().out)

    return command


@pytest.mark.skipif("activity" not in {*IMPORTS} & {*EXPORTS}, reason="not wired yet")
def test_counts_come_in_and_out(run, tmp_path):
    path, out = tmp_path / "counts.csv", tmp_path / "out.csv"
    path.write_text(HEADER + "11/16/2026,Ana Ruiz,Office visit,Medicare,12,2,1\n")
    code, told = run("import", "activity", path)
    assert (code, told["counts"]["new"]) == (0, 1)
    code, told = run("export", "activity", out, "--from", "2026-11-01", "--to", "2026-11-18")
    assert (code, told["count"]) == (0, 1)
    code, told = run("import", "activity", out)
    assert (code, told["counts"]["same"]) == (0, 1)


@pytest.mark.skipif("activity" not in IMPORTS, reason="not wired yet")
def test_a_file_with_errors_tells_each_line(run, tmp_path):
    path = tmp_path / "counts.csv"
    path.write_text(HEADER + "11/16/2026,Ana Ruis,Office visit,,x,,\n")
    code, told = run("import", "activity", path)
    assert (code, told["imported"]) == (1, False)
    assert [(error["line"], error["column"]) for error in told["errors"]] == [
        (2, "Provider"), (2, "Done"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["activity-summary", "utilization", "tally-sheet"])
def test_every_printable_comes_as_a_file(run, tmp_path, name):
    path = tmp_path / f"{name}.pdf"
    code, _told = run("report", name, "--out", path, "--from", "2026-11-02", "--to", "2026-11-06")
    assert code == 0
    assert path.read_bytes().startswith(b"%PDF")
