"""Equipment without a window: files in and out, and every printable."""

import json

import pytest

from clinicmgr.cli import main


@pytest.fixture
def run(capsys, clock, paths, demo_file):
    def command(*words):
        capsys.readouterr()
        of = ("--practice", demo_file, "--json")
        code = main([*map(str, (*words, *of))], clock=clock, paths=paths)
        return code, json.loads(capsys.readouterr().out)

    return command


def test_what_is_exported_is_imported_as_the_same(run, tmp_path):
    for kind, count in (("assets", 20), ("readings", None)):
        path = tmp_path / f"{kind}.csv"
        code, told = run("export", kind, path, "--from", "2026-11-01", "--to", "2026-11-18")
        assert (code, told["count"]) == (0, count or told["count"])
        code, told = run("import", kind, path)
        assert (code, told["counts"]["same"]) == (0, count or told["counts"]["same"])
        assert told["counts"]["new"] == told["counts"]["error"] == 0


def test_a_logger_file_with_errors_tells_each_line(run, tmp_path):
    path = tmp_path / "logger.csv"
    path.write_text("Asset,Date,Time,Temp\nE-001,11/18/2026,8:00,4.4\nE-099,11/18/2026,8:00,4\n")
    code, told = run("import", "readings", path)
    assert (code, told["imported"]) == (1, False)
    assert [(error["line"], error["column"]) for error in told["errors"]] == [(3, "Asset")]


@pytest.mark.parametrize("name", ["assets", "asset-log", "readings", "maintenance-calendar"])
def test_every_printable_comes_as_a_file(run, tmp_path, name):
    path = tmp_path / f"{name}.pdf"
    code, _told = run("report", name, "--out", path, "--from", "2026-10-01", "--to", "2026-10-31")
    assert code == 0
    assert path.read_bytes().startswith(b"%PDF")
