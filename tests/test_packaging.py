"""What gets installed is named exactly, and from nowhere in particular."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13")


def _project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def _pins():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def _required():
    project = _project()
    return [Requirement(text) for text in project["dependencies"]] + [
        Requirement(text) for text in project["optional-dependencies"]["dev"]
    ]


def test_constraints_name_exact_versions_and_no_place():
    for pin in _pins():
        assert pin.url is None
        assert re.fullmatch(r"==[\w.]+", str(pin.specifier)), f"not an exact version: {pin}"


def test_each_python_gets_one_version_within_the_bounds():
    for python in PYTHONS:
        here = {"python_version": python, "python_full_version": python + ".0"}
        pinned = {}
        for pin in _pins():
            if pin.marker is None or pin.marker.evaluate(here):
                name = canonicalize_name(pin.name)
                assert name not in pinned, f"{name} is pinned twice for Python {python}"
                pinned[name] = str(pin.specifier).removeprefix("==")
        for needed in _required():
            if needed.marker is None or needed.marker.evaluate(here):
                version = pinned[canonicalize_name(needed.name)]
                assert needed.specifier.contains(version), f"{needed} is pinned to {version}"


def test_one_version_number():
    import clinicmgr

    assert _project()["version"] == clinicmgr.__version__


def test_the_wheel_carries_resources_and_manual():
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    sources = wheel["targets"]["wheel"]["sources"]
    assert sources["resources"] == "clinicmgr/resources"
    assert sources["docs/manual"] == "clinicmgr/manual"
    assert all((ROOT / folder).is_dir() for folder in sources)
