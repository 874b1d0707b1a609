"""The house style that no linter knows: sizes, places, and tests that wait without sleeping."""

import ast
import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES_IN_A_FILE = 350
MOST_LINES_IN_A_FUNCTION = 60
NOT_OURS = {"__pycache__", "demo-out", "build", "dist"}

# Written in pieces, so that this file does not find itself.
SLEEPS = re.compile(r"qtbot\.(?:wait)\(|\btime\.(?:sleep)\(|QTest\.(?:qWait|qSleep)\(")
PLACES = re.compile(
    r"(?<![\w.])/(?:home|Users|root|work|tmp|opt/wheels|private)/\w"
    r"|[A-Z]:\\+Users\\"
    r"|(?:pypi|pythonhosted|npmjs|deb\.debian)\.(?:org|com)"
)
WORDS_OF_NO_NAME = ("Manager", "Helper", "Util", "Utils")


def _ours() -> list[Path]:
    """Every file of the project: as git sees it, or without git all but what tools made."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if (ROOT / ".git").exists() and listed.returncode == 0:
        files = [ROOT / name for name in listed.stdout.split("\0") if name]
        return sorted(path for path in files if path.is_file())
    return sorted(_walked())


def _walked() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name == ".ci" or not (name in NOT_OURS or name.startswith("."))
        ]
        found += [Path(folder, name) for name in names if not name.endswith(".pyc")]
    return found


OURS = _ours()
MODULES = [path for path in OURS if path.suffix == ".py"]
SOURCES = [path for path in MODULES if path.is_relative_to(ROOT / "src")]
TESTS = [path for path in MODULES if path.is_relative_to(ROOT / "tests")]


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _text(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(_text(path), str(path)) for path in MODULES}


def test_no_file_outgrows_its_page():
    sizes = {_name(path): len(_text(path).splitlines()) for path in MODULES}
    assert {name: size for name, size in sizes.items() if size > MOST_LINES_IN_A_FILE} == {}


def test_no_function_outgrows_its_screen(trees):
    long = {}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                size = (node.end_lineno or node.lineno) - node.lineno + 1
                if size > MOST_LINES_IN_A_FUNCTION:
                    long[f"{_name(path)}:{node.lineno} {node.name}"] = size
    assert long == {}


def test_every_module_says_what_it_is_for(trees):
    silent = [_name(path) for path in SOURCES if not ast.get_docstring(trees[path])]
    assert silent == []


def test_names_say_what_a_thing_is(trees):
    vague = [
        f"{_name(path)}:{node.lineno} {node.name}"
        for path in SOURCES
        for node in ast.walk(trees[path])
        if isinstance(node, ast.ClassDef) and node.name.endswith(WORDS_OF_NO_NAME)
    ]
    assert vague == []


def test_qt_is_imported_by_name(trees):
    starred = [
        f"{_name(path)}:{node.lineno}"
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("PySide6")
        and any(alias.name == "*" for alias in node.names)
    ]
    assert starred == [], "a star import loads every class of the module at start"


def test_no_test_sleeps():
    sleepy = [_name(path) for path in TESTS if SLEEPS.search(_text(path))]
    assert sleepy == [], "wait for a signal or a condition instead"


def test_no_file_knows_a_machine_or_a_registry():
    found = []
    for path in OURS:
        try:
            lines = _text(path).splitlines()
        except UnicodeDecodeError:
            continue  # a picture or a practice file
        found += [
            f"{_name(path)}:{number} {hit.group()}"
            for number, line in enumerate(lines, 1)
            if (hit := PLACES.search(line))
        ]
    assert found == []
