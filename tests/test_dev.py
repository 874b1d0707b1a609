"""dev.py: a developer types one command and it works, or says in a sentence what to do."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
import dev_environment
from dev_environment import not_found, plan, python_refusal

WANTED = {"python": "3.11.7", "folder": "/here", "packages": "abc"}


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_supported_pythons_are_taken(version):
    assert python_refusal(version) is None


@pytest.mark.parametrize("version", [(3, 7), (3, 10), (3, 14), (4, 0)])
def test_other_pythons_are_refused_with_what_to_do(version):
    refusal = python_refusal(version)
    assert refusal is not None
    assert ".".join(map(str, version)) in refusal
    assert "python3.12 dev.py" in refusal


def test_an_environment_as_wanted_is_kept():
    assert plan(WANTED, {**WANTED, "libraries": "complete"}) == "keep"


def test_changed_packages_are_installed_over_the_old_ones():
    assert plan(WANTED, {**WANTED, "packages": "unfinished"}) == "update"


@pytest.mark.parametrize(
    "found",
    [{}, {**WANTED, "python": "3.12.1"}, {**WANTED, "folder": "/elsewhere"}],
    ids=["half made", "another Python", "copied from elsewhere"],
)
def test_an_environment_that_cannot_be_trusted_is_rebuilt(found):
    assert plan(WANTED, found) == "rebuild"


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_a_damaged_note_counts_as_half_made(text, tmp_path, monkeypatch):
    note = tmp_path / "ready.json"
    note.write_text(text, "utf-8")
    monkeypatch.setattr(dev_environment, "READY", note)
    assert dev_environment.found_state() == {}


def test_an_environment_whose_python_is_gone_counts_as_half_made(tmp_path, monkeypatch):
    note = tmp_path / "ready.json"
    note.write_text('{"python": "3.11.7"}', "utf-8")
    monkeypatch.setattr(dev_environment, "READY", note)
    monkeypatch.setattr(dev_environment, "PYTHON", tmp_path / "bin" / "python")
    assert dev_environment.found_state() == {}


def test_editing_the_constraints_changes_the_wanted_state(tmp_path, monkeypatch):
    for name in ("pyproject.toml", "constraints.txt"):
        (tmp_path / name).write_text("one\n", "utf-8")
    monkeypatch.setattr(dev_environment, "ROOT", tmp_path)
    before = dev_environment.wanted_state()
    (tmp_path / "constraints.txt").write_text("two\n", "utf-8")
    after = dev_environment.wanted_state()
    assert before["packages"] != after["packages"]
    assert plan(after, before) == "update"


def test_missing_libraries_are_named_once():
    listing = """
        linux-vdso.so.1 (0x00007ffd)
        libxcb-icccm.so.4 => not found
        libQt6Gui.so.6 => /usr/lib/libQt6Gui.so.6 (0x00007f)
        libxcb-keysyms.so.1 => not found
        libxcb-icccm.so.4 => not found
    """
    assert not_found(listing) == ["libxcb-icccm.so.4", "libxcb-keysyms.so.1"]


@pytest.mark.parametrize(
    "environment, platform, seen",
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_a_screen_is_needed_only_on_linux(environment, platform, seen):
    assert dev.has_screen(environment, platform) is seen


def test_tests_look_the_same_on_each_pc(monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    environment = dev_environment.quiet_environment()
    assert environment["QT_QPA_PLATFORM"] == "offscreen"
    assert environment["LANG"] == "C.UTF-8"
    assert "LC_ALL" not in environment


def test_the_template_of_texts_carries_no_date():
    template = 'msgid ""\n"POT-Creation-Date: 2026-11-18 09:00+0000\\n"\n"Language: \\n"\n'
    assert dev.without_dates(template) == 'msgid ""\n"Language: \\n"\n'


def test_an_unknown_command_is_refused_with_those_there_are(capsys):
    assert dev.main(["fly"]) == 2
    said = capsys.readouterr().err
    assert "'fly'" in said
    assert all(name in said for name in dev.COMMANDS)


def test_help_names_every_command(capsys):
    assert dev.main(["help"]) == 0
    said = capsys.readouterr().out
    assert all(f"    {name}" in said for name in dev.COMMANDS)


def test_dev_needs_nothing_but_the_standard_library():
    root = Path(dev.__file__).parent
    done = subprocess.run(
        [
            sys.executable,
            "-I",
            "-S",
            "-c",
            f"import sys; sys.path.append({str(root)!r}); import dev",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
