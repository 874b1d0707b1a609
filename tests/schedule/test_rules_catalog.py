"""Every rule can be shown to a manager."""

from clinicmgr.schedule.records import Strength
from clinicmgr.schedule.rules import RULES


def test_every_rule_has_an_id_of_its_own_a_name_and_a_sentence() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES) == 15
    assert all(rule.name and rule.sentence.endswith(".") for rule in RULES)


def test_strengths_are_said_in_the_managers_words() -> None:
    assert [strength.label for strength in Strength] == ["Never", "Avoid", "Nice to have"]
