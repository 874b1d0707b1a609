"""roster check, explain, generate: the same rules as in the window, for scripts."""

from datetime import date

import pytest

from clinicmgr.schedule.records import Strength

WEEK = ("--from", "2026-11-16", "--to", "2026-11-22")
NEXT = ("--from", "2026-11-30", "--to", "2026-12-06")
NEXT_MONDAY, NEXT_SUNDAY = date(2026, 11, 30), date(2026, 12, 6)
PLANTED = [
    ("credential", "2026-11-16", ["Tessa Lind"], "CPR card expired on 10/30/2026"),
    ("double_booking", "2026-11-19", ["Grace Kim"], "shifts overlap"),
    ("rest", "2026-11-17", ["Marek Nowak"], "9 h of rest"),
    ("availability", "2026-11-16", ["Sofia Petrova"], "is not available"),
    ("leave", "2026-11-18", ["Rosa Delgado"], "on leave"),
    ("demand_minimum", "2026-11-20", [], "Front desk at Harbor Street: nobody"),
]


@pytest.mark.parametrize("rule, day, people, words", PLANTED, ids=[p[0] for p in PLANTED])
def test_check_names_rule_people_day_and_sentence(run, demo_file, rule, day, people, words):
    checked = run("roster", "check", *WEEK, "--practice", demo_file, "--json")
    assert (checked.code, checked.err) == (1, "")
    (found,) = (
        each
        for each in checked.json["violations"]
        if (each["rule"], each["day"], each["people"]) == (rule, day, people)
    )
    assert words in found["sentence"]
    assert found["strength"] in {"never", "avoid"}
    assert bool(found["shifts"]) == bool(people)


def test_check_says_to_a_person_how_much_each_matters(run, demo_file):
    lines = run("roster", "check", *WEEK, "--practice", demo_file).out.splitlines()
    strengths = [line.split("  ")[0].strip() for line in lines]
    ranks = [["Never", "Avoid", "Nice to have"].index(each) for each in strengths]
    assert ranks == sorted(ranks)
    assert "Tessa Lind: CPR card expired" in lines[0]


def test_check_counts_by_strength(run, demo_file):
    answer = run("roster", "check", *WEEK, "--practice", demo_file, "--json").json
    assert sum(answer["by_strength"].values()) == len(answer["violations"])
    assert set(answer["by_strength"]) == {"never", "avoid", "nice"}


def test_where_nothing_is_wrong_the_answer_is_short(run, small):
    checked = run("roster", "check", "--practice", small)
    assert (checked.code, checked.out) == (0, "No rule is broken.\n")
    explained = run("roster", "explain", "--practice", small)
    assert (explained.code, explained.out) == (0, "Every minimum is covered.\n")


def test_explain_says_of_each_person_why_not(run, demo_file):
    explained = run("roster", "explain", *WEEK, "--practice", demo_file, "--json")
    assert explained.code == 1
    (gap,) = explained.json["gaps"]
    assert (gap["day"], gap["start"], gap["end"], gap["missing"]) == ("2026-11-20", 480, 990, 1)
    assert "Front desk missing at Harbor Street" in gap["sentence"]
    why = {each["name"]: each["sentence"] for each in gap["why"]}
    assert len(why) == 24
    assert why["Hannah Müller"] == "on leave on Fri, Nov 20"
    assert why["Devon Brooks"].startswith("already works on Fri, Nov 20")
    assert why["Tomás Vargas"] == "would reach 31 h, contract 30 h"
    assert why["Mei-Ling Chen"] == "not trained as Front desk"
    assert (
        "    Hannah Müller: on leave"
        in run("roster", "explain", *WEEK, "--practice", demo_file).out
    )


def test_a_proposal_changes_nothing(run, demo_file, trail):
    before = trail(demo_file)
    proposed = run(
        *("roster", "generate", *NEXT, "--seconds", "2", "--dry-run"),
        *("--practice", demo_file, "--json"),
    )
    assert proposed.code == 0
    assert proposed.json["shifts"] > 50
    assert proposed.json["accepted"] is False
    assert trail(demo_file) == before


def test_generate_fills_the_week_as_one_change_and_breaks_no_rule(run, demo_file, look, trail):
    gaps_before = look(demo_file, lambda c: len(c.schedule.gaps(NEXT_MONDAY, NEXT_SUNDAY)))
    before = trail(demo_file)
    filled = run(
        "roster", "generate", *NEXT, "--seconds", "3", "--practice", demo_file, "--json"
    ).json
    assert filled["accepted"] is True
    assert filled["shifts"] > 50
    assert trail(demo_file)[1:] == before
    shifts = look(demo_file, lambda c: c.schedule.shifts(NEXT_MONDAY, NEXT_SUNDAY))
    assert len(shifts) == filled["shifts"]
    broken = look(demo_file, lambda c: c.schedule.check(NEXT_MONDAY, NEXT_SUNDAY))
    worst = {one.rule for one in broken if one.strength is Strength.NEVER}
    assert worst <= {"demand_minimum"}, "a gap may stay, a forbidden shift is never given"
    gaps = look(demo_file, lambda c: c.schedule.gaps(NEXT_MONDAY, NEXT_SUNDAY))
    assert len(gaps) == len(filled["unfilled"]) < gaps_before
    assert all(each["why"] for each in filled["unfilled"])


def test_a_week_that_is_full_stays_as_it_is(run, small, trail):
    before = trail(small)
    filled = run("roster", "generate", *WEEK, "--seconds", "2", "--practice", small)
    assert filled.code == 0
    assert filled.out.startswith("0 shifts given")
    assert trail(small) == before
