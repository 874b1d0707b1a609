"""The problems of a period in groups: the worst first, then by rule and day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from clinicmgr.kernel.i18n import _
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Strength, Violation
from clinicmgr.schedule.rules.catalog import BY_ID
from clinicmgr.schedule.rules.inforce import usual_lines
from clinicmgr.schedule.rules.lines import said


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """One rule with what breaks it; approved ones stand in groups of their own, at the end."""

    title: str
    strength: Strength
    approved: bool
    problems: tuple[Violation, ...]


def grouped(material: RosterMaterial) -> tuple[ProblemGroup, ...]:
    """All that the rules found, also what is only nice to have and what was approved."""
    checker = material.checker
    return (*_groups(checker.violations), *_groups(checker.approved))


def _groups(found: tuple[Violation, ...]) -> Iterator[ProblemGroup]:
    by_rule: dict[tuple[Strength, str], list[Violation]] = {}
    for one in found:
        by_rule.setdefault((one.strength, one.rule), []).append(one)
    for (strength, rule), problems in by_rule.items():
        approved = bool(problems[0].approved)
        name = _(BY_ID[rule].name)
        words = _("Approved: {rule} ({count})") if approved else _("{rule} ({count})")
        title = words.format(rule=name, count=len(problems))
        yield ProblemGroup(title, strength, approved, tuple(problems))


def people_of(material: RosterMaterial, one: Violation) -> str:
    """The names of those a problem is about; empty where it is about nobody."""
    people = material.facts.people
    return ", ".join(people[key].name for key in one.member_ids if key in people)


def rule_of(material: RosterMaterial, one: Violation) -> str:
    """The rule as it stands for everybody, and how much it matters."""
    facts = material.facts
    lines = usual_lines(facts.limits) if facts.book is None else facts.book.lines
    general = next(
        (line for line in lines if line.rule == one.rule and not line.scope.weight), None
    )
    words = _(BY_ID[one.rule].name)
    if general is not None:
        words = said(general, facts.type_names, {key: each.name for key, each in
                                                 facts.positions.items()})  # fmt: skip
    return _("{rule} ({strength})").format(rule=words.rstrip("."), strength=one.strength.label)
