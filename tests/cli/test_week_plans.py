"""roster plans, roster apply: a week plan from the command line."""

from datetime import date

import pytest

from clinicmgr.clinic import opened
from clinicmgr.schedule.records.week_plans import WeekPlanDraft

MON = date(2026, 11, 16)
NEXT = ("--from", "2026-12-02", "--weeks", "2")


@pytest.fixture
def planned(demo_file, clock, actor):
    with opened(demo_file, clock, actor) as clinic:
        clinic.schedule.week_plans.keep_weeks(MON, WeekPlanDraft("Usual"))
    return demo_file


def test_the_plans_are_listed(run, planned):
    listed = run("roster", "plans", "--practice", planned)
    assert listed.code == 0
    assert "Usual: 1 week, 1" in listed.out


def test_a_dry_run_says_what_a_plan_would_do_and_changes_nothing(run, planned):
    tried = run(
        "roster", "apply", "usual", *NEXT, "--dry-run", "--practice", planned, "--json"
    ).json
    again = run(
        "roster", "apply", "usual", *NEXT, "--dry-run", "--practice", planned, "--json"
    ).json
    assert tried == again
    assert not tried["applied"]
    assert tried["weeks"] == ["2026-11-30", "2026-12-07"]
    assert tried["added"] > 100
    assert {"person", "day", "cause", "reason"} == tried["skipped"][0].keys()


def test_a_plan_is_applied_once_and_not_twice(run, planned):
    done = run("roster", "apply", "Usual", *NEXT, "--replace", "--practice", planned, "--json").json
    assert done["applied"]
    told = run("roster", "apply", "Usual", *NEXT, "--replace", "--practice", planned)
    assert told.code == 0
    assert told.out.startswith("Nothing was changed.")
    assert "on leave" in told.out


def test_an_unknown_plan_is_answered_with_those_there_are(run, planned):
    refused = run("roster", "apply", "Summer", *NEXT, "--practice", planned)
    assert refused.code == 1
    assert "There is no week plan Summer. There are: " in refused.err
    assert "Usual" in refused.err
