"""The rulebook as a list of records: each rule for everybody, and its exceptions below it."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.schedule.gui.setup.rules_fields import draft_of, key, numbers_of, values_of
from clinicmgr.schedule.records import RuleLine, Scope, Strength
from clinicmgr.schedule.rules import AnyRule
from clinicmgr.schedule.rules.catalog import BY_ID
from clinicmgr.schedule.rules.lines import said
from clinicmgr.schedule.service import Schedule
from clinicmgr.staff.service import Staff

_FEW = 3


@dataclass(frozen=True, slots=True)
class ListedRule:
    """A line of the book as the list shows it."""

    line: RuleLine
    sentence: str
    whom: str
    place: int

    @property
    def id(self) -> Hashable:
        """The line's number; for the line of everybody the rule's own name."""
        return self.line.rule if self.is_general else self.line.id

    @property
    def is_general(self) -> bool:
        """Whether this is what holds for everybody, which is reset and not removed."""
        return not self.line.scope.weight and not self.rule.several

    @property
    def rule(self) -> AnyRule:
        """The rule of the line."""
        return BY_ID[self.line.rule]

    @property
    def name(self) -> str:
        """The name of the rule; an exception is set in a little."""
        return _(self.rule.name) if self.is_general or self.rule.several else self.indented

    @property
    def indented(self) -> str:
        """The name as it stands below the line for everybody."""
        return f"    {_(self.rule.name)}"


class RuleShelf:
    """The lines of the rulebook; `strength` is what a new line gets."""

    def __init__(
        self, schedule: Schedule, staff: Staff, places: Places, settings: ClinicSettings
    ) -> None:
        self._schedule, self._staff, self._places = schedule, staff, places
        self._locale = settings.locale
        self.strength: Strength | None = Strength.AVOID

    def records(self) -> Sequence[ListedRule]:
        """Return all lines in the order of the book."""
        types = {one.id: one.name for one in self._schedule.shift_types()}
        positions = {one.id: one.name for one in self._staff.positions()}
        people = {one.id: one.name for one in self._staff.members()}
        sites = {one.id: one.name for one in self._places.sites()}
        names = (people, positions, sites)
        return [
            ListedRule(line, said(line, types, positions), self._whom(line.scope, names), place)
            for place, line in enumerate(self._schedule.rulebook.lines())
        ]

    def name(self, record: ListedRule) -> str:
        """Return the rule's name, with whom it is about."""
        name = _(record.rule.name)
        return name if record.is_general else f"{name} – {record.whom}"

    def values(self, record: ListedRule) -> Mapping[str, object]:
        """Return the values of the form."""
        return values_of(record.line)

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: the rule is chosen first."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a line to the book."""
        rule = BY_ID.get(values["rule"] or "")
        if rule is None:
            raise UserError(_("Choose the rule first."), field="rule")
        with _beside(rule):
            return self._schedule.rulebook.add_rule(draft_of(rule, self.strength, values))

    def change(self, record: ListedRule, values: Mapping[str, Any]) -> Hashable:
        """Give a line other numbers or another scope."""
        book, rule = self._schedule.rulebook, record.rule
        with _beside(rule):
            if record.is_general:
                book.set_rule(rule.id, record.line.strength, **numbers_of(rule, values))
            else:
                book.change_rule(record.line.id, draft_of(rule, record.line.strength, values))
        return record.id

    def set_strength(self, record: ListedRule, strength: Strength | None) -> None:
        """Say how much a line matters."""
        book, line = self._schedule.rulebook, record.line
        if record.is_general:
            book.set_rule(line.rule, strength)
        else:
            book.change_rule(line.id, replace(line.draft(), strength=strength))

    def remove(self, record: ListedRule) -> None:
        """Remove an exception; what holds for everybody goes back to what is usual."""
        if record.is_general:
            self._schedule.rulebook.reset_rule(record.line.rule)
        else:
            self._schedule.rulebook.remove_rule(record.line.id)

    def warning(self, record: ListedRule) -> str:
        """Return what is to be known before."""
        if record.is_general:
            return _("It stands again as in a new practice. Exceptions stay.")
        return _("What holds for everybody holds here again.")

    def _whom(self, scope: Scope, names: Sequence[Mapping[int, str]]) -> str:
        """Say whom, where and when in a few words."""
        parts = [
            _few([known.get(one, "?") for one in ids])
            for ids, known in zip(
                (scope.member_ids, scope.position_ids, scope.site_ids), names, strict=True
            )
            if ids
        ]
        days = [
            words.format(day=format_day(day, "short", self._locale))
            for words, day in ((_("from {day}"), scope.from_day), (_("to {day}"), scope.to_day))
            if day is not None
        ]
        return "; ".join((*parts, *([" ".join(days)] if days else ()))) or _("Everybody")


def _few(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_FEW])
    more = len(names) - _FEW
    return _("{names} and {count} more").format(names=shown, count=more) if more > 0 else shown


@contextmanager
def _beside(rule: AnyRule) -> Iterator[None]:
    """Say what is wrong with a number beside its own field of the form."""
    try:
        yield
    except UserError as error:
        if error.field in {field.name for field in rule.numbers}:
            raise UserError(error.sentence, field=key(rule.id, error.field or "")) from error
        raise
