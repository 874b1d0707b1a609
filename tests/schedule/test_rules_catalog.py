"""Every rule can be shown to a manager."""

import pytest

from clinicmgr.schedule.records import Limits, Strength
from clinicmgr.schedule.rules import RULES, AnyRule
from clinicmgr.schedule.rules.inforce import usual_line
from clinicmgr.schedule.rules.lines import said


def test_every_rule_has_an_id_of_its_own_a_name_and_a_sentence() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) == 29
    assert all(rule.name and rule.sentence.endswith(".") for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_sentence_of_a_rule_says_all_its_numbers(rule: AnyRule) -> None:
    sentence = said(usual_line(rule, Limits()), {}, {})

    assert "{" not in sentence
    assert all("{" + field.name + "}" in rule.sentence for field in rule.numbers)


def test_a_new_practice_has_the_rules_it_always_had() -> None:
    standing = {rule.id for rule in RULES if usual_line(rule, Limits()).strength is not None}

    assert standing == {
        *("demand_minimum", "demand_skill", "demand_ideal", "out_of_service", "room"),
        *("employment", "position", "leave", "credential", "availability", "closure"),
        *("double_booking", "rest", "overtime", "contract_hours"),
    }


def test_strengths_are_said_in_the_managers_words() -> None:
    assert [strength.label for strength in Strength] == ["Never", "Avoid", "Nice to have"]
