"""The form of a rule: its own numbers, of which only those of one rule are shown, and its scope."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _
from clinicmgr.places.service import Places
from clinicmgr.schedule.records import Number, RuleDraft, RuleLine, Scope, Strength
from clinicmgr.schedule.records.rulebook_forms import SCOPE_FIELDS
from clinicmgr.schedule.rules import RULES, AnyRule
from clinicmgr.schedule.rules.lines import SHIFT_TYPE_NUMBERS
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

RULE = Field("rule", N_("Rule"), "choice")
SCOPE_NAMES = tuple(field.name for field in SCOPE_FIELDS)
Options = Callable[[], list[tuple[object, str]]]


def key(rule: str, number: str) -> str:
    """The name of a number's field in the form."""
    return f"{rule}.{number}"


def form_fields(schedule: Schedule, staff: Staff, places: Places) -> tuple[Field, ...]:
    """The rule, the numbers of all rules, and the scope; the choices are the practice's own."""
    people: dict[str, Options] = {
        "member_ids": lambda: [(one.id, one.name) for one in staff.members() if not one.ended],
        "position_ids": lambda: [(one.id, one.name) for one in staff.positions()],
        "site_ids": lambda: [(one.id, one.name) for one in places.sites()],
    }

    def types() -> list[tuple[object, str]]:
        return [(one.id, one.name) for one in schedule.shift_types()]

    def numbers() -> Iterator[Field]:
        for rule in RULES:
            for field in rule.numbers:
                choices = types if field.name in SHIFT_TYPE_NUMBERS else people["position_ids"]
                given = field.choosing(choices) if field.kind == "choices" else field
                # What is missing is said by the rulebook: here a hidden one would be missing.
                yield replace(given, name=key(rule.id, field.name), required=False)

    scope = (
        field.choosing(people[field.name]) if field.name in people else field
        for field in SCOPE_FIELDS
    )
    rules = RULE.choosing(lambda: [(rule.id, _(rule.name)) for rule in RULES])
    return rules, *numbers(), *scope


def shown_fields(rule: AnyRule, *, is_new: bool, is_general: bool) -> frozenset[str]:
    """The fields a form shows for a rule."""
    shown = {key(rule.id, field.name) for field in rule.numbers}
    if is_new:
        shown.add(RULE.name)
    if not is_general:
        shown |= set(SCOPE_NAMES)
    return frozenset(shown)


def values_of(line: RuleLine) -> dict[str, object]:
    """A line as values of the form."""
    values: dict[str, object] = {key(line.rule, name): value for name, value in line.numbers}
    scope = {name: getattr(line.scope, name) for name in SCOPE_NAMES}
    return {RULE.name: line.rule, **values, **scope}


def numbers_of(rule: AnyRule, values: Mapping[str, Any]) -> dict[str, Number]:
    """The numbers of one rule from the values of the form."""
    return {field.name: values[key(rule.id, field.name)] for field in rule.numbers}


def draft_of(rule: AnyRule, strength: Strength | None, values: Mapping[str, Any]) -> RuleDraft:
    """The draft of a line that is added or changed."""
    scope = Scope(**{name: values[name] for name in SCOPE_NAMES})
    return RuleDraft(rule.id, strength, numbers_of(rule, values), scope)
