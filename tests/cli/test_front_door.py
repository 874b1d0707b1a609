"""Which practice, which form, which exit code: what every command has in common."""

import sqlite3
from contextlib import closing

import pytest

from clinicmgr.clinic import opened
from clinicmgr.kernel.practice import SCHEMA_VERSION
from clinicmgr.kernel.preferences import Preferences, save_preferences

COMMANDS = (
    ("info",),
    ("verify",),
    ("backup", "copy.clinic"),
    ("import", "staff", "staff.csv"),
    ("export", "shifts", "shifts.csv"),
    ("roster", "check"),
    ("roster", "explain"),
    ("roster", "generate"),
    ("report", "directory", "--out", "directory.pdf"),
)


def test_practice_and_json_may_stand_before_or_after_the_command(run, small):
    answers = [
        run("--practice", small, "--json", "info"),
        run("info", "--practice", small, "--json"),
        run("--json", "info", "--practice", small),
        run("--practice", small, "info", "--json"),
    ]
    assert {answer.code for answer in answers} == {0}
    assert all(answer.json == answers[0].json for answer in answers)
    later = run("--practice", "elsewhere.clinic", "info", "--practice", small, "--json")
    assert later.json == answers[0].json


def test_options_may_stand_before_a_command_of_two_words(run, small):
    before = run("--json", "--practice", small, "roster", "check")
    assert before.json == run("roster", "check", "--json", "--practice", small).json


def test_without_a_name_it_is_the_practice_that_was_opened_last(run, small, paths):
    assert "Name one with --practice FILE" in run("info").sentence
    save_preferences(paths.preferences, Preferences().opened(small))
    assert run("info", "--json").json["practice"] == str(small)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_is_no_practice_is_refused_in_one_sentence(run, tmp_path, command):
    file = tmp_path / "list.clinic"
    file.write_text("First name,Last name\n" * 300)
    assert "is not a practice file" in run(*command, "--practice", file).sentence
    refused = run(*command, "--practice", file, "--json")
    assert refused.code == 1
    assert "is not a practice file" in refused.json["error"]
    assert [each.name for each in tmp_path.iterdir()] == ["list.clinic"]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_practice_that_is_open_in_a_window_is_left_alone(run, small, clock, actor, command):
    with opened(small, clock, actor):
        told = run(*command, "--practice", small).sentence
    assert "is open in another window" in told
    assert run("info", "--practice", small).code == 0


def test_an_open_practice_is_not_restored_over(run, small, clock, actor, tmp_path):
    copy = tmp_path / "copy.clinic"
    run("backup", copy, "--practice", small)
    with opened(small, clock, actor):
        assert "is open in another window" in run("restore", copy, "--practice", small).sentence


def test_missing_folder_newer_and_read_only_each_have_their_sentence(run, small, tmp_path):
    assert "There is no file" in run("info", "--practice", tmp_path / "no.clinic").sentence
    assert "is a folder" in run("info", "--practice", tmp_path).sentence
    small.chmod(0o444)
    assert "is read-only" in run("info", "--practice", small).sentence
    small.chmod(0o644)
    with closing(sqlite3.connect(small)) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = small.read_bytes()
    assert "newer ClinicMgr" in run("info", "--practice", small).sentence
    assert small.read_bytes() == before


@pytest.mark.parametrize(
    "words, hint",
    [
        ((), "COMMAND"),
        (("inform",), "inform"),
        (("roster",), "VERB"),
        (("new", "a.clinic"), "--name"),
        (("import", "patients", "a.csv"), "patients"),
        (("export", "shifts"), "file"),
        (("roster", "check", "--from", "11/16/2026"), "“11/16/2026” is not a day"),
        (("roster", "generate", "--seconds", "soon"), "soon"),
        (("report", "gaps", "--paper", "napkin"), "napkin"),
    ],
)
def test_what_is_no_command_ends_with_2_and_says_what_was_meant(run, words, hint):
    refused = run(*words)
    assert (refused.code, refused.out) == (2, "")
    assert hint in refused.err


@pytest.mark.parametrize("seconds", ["0", "-3", "nan"])
def test_a_time_limit_is_a_time(run, small, seconds):
    refused = run("roster", "generate", f"--seconds={seconds}", "--practice", small)
    assert refused.code == 2
    assert seconds in refused.err


def test_help_and_version_are_no_errors(run):
    assert run("--help").code == 0
    assert run("roster", "generate", "--help").code == 0
    assert run("--version").out.startswith("ClinicMgr ")


def test_a_period_that_ends_before_it_begins_is_refused(run, small):
    backwards = ("--from", "2026-11-20", "--to", "2026-11-16", "--practice", small)
    assert "ends before it begins" in run("roster", "check", *backwards).sentence


def test_a_period_is_four_weeks_from_monday_unless_it_is_named(run, small):
    def period(*words):
        answer = run("roster", "check", "--practice", small, "--json", *words).json
        return answer["from"], answer["to"]

    assert period() == ("2026-11-16", "2026-12-13")
    assert period("--from", "2026-12-01") == ("2026-12-01", "2026-12-28")
    assert period("--to", "2026-11-22") == ("2026-11-16", "2026-11-22")
