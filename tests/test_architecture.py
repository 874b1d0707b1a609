"""The order that the contracts in pyproject.toml keep covers all that there is."""

import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "clinicmgr"
# Where a record, a table or a service is kept, there a domain is.
DOMAIN_FILES = ("records", "tables", "service")
# These know no clinic words and stand below every domain.
FOUNDATIONS = ("kernel", "exchange", "paper", "qtkit", "migrations")


def _contracts():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {rule["name"]: rule for rule in settings["tool"]["importlinter"]["contracts"]}


def _folders():
    return sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))


def _domains():
    return [
        folder
        for folder in _folders()
        if folder not in FOUNDATIONS
        and any(
            (PACKAGE / folder / name).is_dir() or (PACKAGE / folder / f"{name}.py").is_file()
            for name in DOMAIN_FILES
        )
    ]


def test_every_domain_keeps_the_order_of_files():
    ordered = _contracts()["One order of files in every domain"]["containers"]
    assert {f"clinicmgr.{name}" for name in _domains()} <= set(ordered)


def test_the_tables_of_every_domain_are_private():
    private = _contracts()["Tables are private to services"]["protected_modules"]
    kept = [
        f"clinicmgr.{name}.tables"
        for name in _domains()
        if (PACKAGE / name / "tables.py").exists() or (PACKAGE / name / "tables").is_dir()
    ]
    assert set(kept) <= set(private)


@pytest.mark.parametrize("folder", FOUNDATIONS)
def test_foundations_know_no_clinic_words(folder):
    words = ("staff", "shift", "roster", "credential", "hygienist", "nurse")
    named = [
        f"{path.relative_to(PACKAGE).as_posix()}: {word}"
        for path in (PACKAGE / folder).rglob("*.py")
        for word in words
        if word in path.stem.lower()
    ]
    assert named == []


def test_every_package_has_tests_of_its_name():
    tests = ROOT / "tests"
    tested = {path.name for path in tests.iterdir() if path.is_dir()}
    tested |= {path.stem.removeprefix("test_") for path in tests.glob("test_*.py")}
    untested = [name for name in _folders() if name not in tested]
    assert untested == []
