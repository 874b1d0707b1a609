"""The window is there at once: what is heavy is loaded when it is first needed."""

import re
import subprocess
import sys

import pytest

HEAVY = {
    "matplotlib", "numpy", "pandas", "ortools", "reportlab", "xlsxwriter", "openpyxl",
    "alembic", "babel", "holidays",
}  # fmt: skip
LINE = re.compile(r"import time:\s+\d+ \|\s+(\d+) \| (\s*)(\S+)")


def imported_by(statement: str) -> dict[str, int]:
    """Return what a new Python loads for `statement`: module -> microseconds with all below it."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", statement],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return {hit[3]: int(hit[1]) for hit in LINE.finditer(done.stderr)}


def heavy_in(modules: dict[str, int]) -> dict[str, str]:
    found = sorted(name for name in modules if name in HEAVY)
    return {name: f"{modules[name] / 1000:.0f} ms" for name in found}


@pytest.mark.parametrize("module", ["clinicmgr.desktop.app", "clinicmgr.cli"])
def test_neither_front_door_loads_what_it_may_not_need(module):
    assert heavy_in(imported_by(f"import {module}")) == {}


def test_the_command_line_starts_without_qt():
    modules = imported_by("import clinicmgr.cli")
    assert [name for name in modules if name.split(".")[0] == "PySide6"] == []


def test_the_check_itself_finds_a_heavy_module():
    assert "numpy" in heavy_in(imported_by("import numpy"))
