"""The rulebook on record: rules with strength, numbers and scope, presets, and approvals."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.journal import Journal
from clinicmgr.kernel.periods import add_months
from clinicmgr.kernel.rows import added, existing, overwrite
from clinicmgr.kernel.settings import Settings
from clinicmgr.schedule.records import (
    EDIT_ROSTER,
    EDIT_RULES,
    Approval,
    Before,
    Limits,
    Number,
    Preset,
    Rulebook,
    RuleChange,
    RuleDraft,
    RuleLine,
    Strength,
    Tally,
    Violation,
)
from clinicmgr.schedule.records.rulebook import canonical
from clinicmgr.schedule.rules import CARRY_IN, RULES
from clinicmgr.schedule.rules.approvals import matter_of
from clinicmgr.schedule.rules.catalog import BY_ID
from clinicmgr.schedule.rules.hours import OVERTIME
from clinicmgr.schedule.rules.inforce import FROM_LIMITS, InForce, usual_line
from clinicmgr.schedule.rules.lines import check_line, check_numbers, line_of
from clinicmgr.schedule.rules.presets import PRESETS
from clinicmgr.schedule.rules.succession import REST
from clinicmgr.schedule.service.reading import shifts_by_id
from clinicmgr.schedule.service.rulebook_reading import (
    approvals_between,
    columns_of,
    days_worked,
    line_of_row,
    tallies,
)
from clinicmgr.schedule.tables import OverrideRow, RuleRow

DAY = timedelta(days=1)
MONTHS_OF_SHARES = 12
Holidays = Callable[[date, date], Mapping[date, str]]


class RuleBook:
    """What is allowed in the roster, as the manager set it.

    Each rule has one line for everybody (but those that need naming what they are about) and as
    many narrower ones as there are exceptions. What nobody has written stands as it does in every
    practice. Verbs are one named change each.
    """

    def __init__(self, journal: Journal, settings: Settings, holidays: Holidays) -> None:
        self._journal = journal
        self._settings = settings
        self._holidays = holidays

    # Questions

    def lines(self) -> tuple[RuleLine, ...]:
        """Return the whole book in the order of the rules, for everybody before exceptions."""
        limits = self._limits()
        written: dict[str, list[RuleLine]] = {}
        for line in self._written():
            written.setdefault(line.rule, []).append(line)
        found: list[RuleLine] = []
        for rule in RULES:
            own = written.get(rule.id, [])
            if rule.several:
                found += own
                continue
            usual = usual_line(rule, limits)
            general = next((one for one in own if not one.scope.weight), usual)
            found.append(_with_limits(general, usual))
            found += [one for one in own if one.scope.weight]
        return tuple(found)

    def line(self, line_id: int) -> RuleLine:
        """Return one line that somebody wrote; UserError where it is gone."""
        with self._journal.read() as db:
            return line_of_row(existing(db, RuleRow, line_id))

    def general(self, rule: str) -> RuleLine:
        """Return the line of a rule that holds for everybody."""
        return next(one for one in self.lines() if one.rule == rule and not one.scope.weight)

    def book(self, first: date, last: date) -> Rulebook:
        """Return the lines and what was approved about the days from first to last."""
        return Rulebook(self.lines(), self.approvals(first, last))

    def approvals(self, first: date, last: date) -> tuple[Approval, ...]:
        """Return what was approved about these days, by whom and when, also where it is over."""
        with self._journal.read() as db:
            return approvals_between(db, first, last)

    def ledger(self, before: date) -> Mapping[int, Tally]:
        """Return what of the unpopular work fell to whom in the twelve months before a day."""
        first, last = add_months(before, -MONTHS_OF_SHARES), before - DAY
        holidays = self._holidays(first, last)
        with self._journal.read() as db:
            return tallies(db, first, last, holidays)

    def before(self, first: date, rules: InForce) -> Before:
        """Return what the rules in force carry over from before the shifts they are given."""
        shares = self.ledger(first) if rules.shares else {}
        known, reach = first - CARRY_IN, first - timedelta(days=rules.reach)
        if reach >= known:
            return Before({}, shares)
        with self._journal.read() as db:
            return Before(days_worked(db, reach, known - DAY), shares)

    # Verbs

    def set_rule(self, rule: str, strength: Strength | None, **numbers: Number) -> None:
        """Say how much a rule matters to everybody (None: off), and change some of its numbers."""
        wanted = replace(self.general(rule), strength=strength)
        self._set(self._title(_("Set rule {name}"), rule), [_with_numbers(wanted, numbers)])

    def reset_rule(self, rule: str) -> None:
        """Let a rule stand for everybody as it does in a new practice; exceptions stay."""
        usual = usual_line(BY_ID[rule], Limits())
        self._set(self._title(_("Reset rule {name}"), rule), [usual])

    def add_rule(self, draft: RuleDraft) -> int:
        """Add a line for some people, positions, sites or dates; return its id."""
        line = check_line(draft, self.lines())
        with self._journal.change(self._title(_("Add rule {name}"), draft.rule), EDIT_RULES) as db:
            return added(db, RuleRow(**columns_of(line)))

    def change_rule(self, line_id: int, draft: RuleDraft) -> None:
        """Give a line that was added another strength, other numbers or another scope."""
        line = check_line(draft, (one for one in self.lines() if one.id != line_id))
        title = self._title(_("Change rule {name}"), draft.rule)
        with self._journal.change(title, EDIT_RULES) as db:
            overwrite(existing(db, RuleRow, line_id), columns_of(line))

    def remove_rule(self, line_id: int) -> None:
        """Remove a line that was added."""
        title = self._title(_("Remove rule {name}"), self.line(line_id).rule)
        with self._journal.change(title, EDIT_RULES) as db:
            db.delete(existing(db, RuleRow, line_id))

    def preset_changes(self, preset: Preset) -> tuple[RuleChange, ...]:
        """Return what a preset would change of the rules for everybody; nothing else changes."""
        wanted = PRESETS[preset]
        return tuple(
            RuleChange(line, after)
            for line in self.lines()
            if line.rule in wanted and not line.scope.weight
            for strength, numbers in (wanted[line.rule],)
            if (after := _with_numbers(replace(line, strength=strength), numbers)) != line
        )

    def apply_preset(self, preset: Preset, title: str) -> int:
        """Set the rules of a preset as one change named so; return how many rules changed."""
        changes = self.preset_changes(preset)
        self._set(title, [one.after for one in changes])
        return len(changes)

    def approve(self, violation: Violation, reason: str) -> int:
        """Accept a violation as it stands, for a reason; return the approval's id.

        It holds until a shift that matters changes.
        """
        if not reason.strip():
            raise UserError(_("Say why this is accepted."), field="reason")
        title = self._title(_("Approve: {name}"), violation.rule)
        with self._journal.change(title, EDIT_ROSTER) as db:
            row = OverrideRow(
                rule=violation.rule,
                member_ids=json.dumps(violation.member_ids, separators=(",", ":")),
                day=violation.day,
                reason=reason.strip(),
                matter=matter_of(violation, shifts_by_id(db, violation.shift_ids)),
            )
            return added(db, row)

    def withdraw(self, approval_id: int) -> None:
        """Take an approval back: the violation is a problem again."""
        with self._journal.read() as db:
            title = self._title(_("Withdraw: {name}"), existing(db, OverrideRow, approval_id).rule)
        with self._journal.change(title, EDIT_ROSTER) as db:
            db.delete(existing(db, OverrideRow, approval_id))

    # Inside

    def _limits(self) -> Limits:
        settings = self._settings.current()
        return Limits(settings.max_weekly_minutes, settings.min_rest_minutes)

    def _written(self) -> list[RuleLine]:
        with self._journal.read() as db:
            return [
                line_of_row(row)
                for row in db.scalars(select(RuleRow).order_by(RuleRow.id))
                if row.rule in BY_ID
            ]

    def _set(self, title: str, lines: Iterable[RuleLine]) -> None:
        with self._journal.change(title, EDIT_RULES) as db:
            for line in lines:
                check_numbers(line)
                self._keep_limits(line)
                self._keep_general(db, line)

    def _keep_general(self, db: Session, line: RuleLine) -> None:
        rows = db.scalars(select(RuleRow).where(RuleRow.rule == line.rule))
        row = next((one for one in rows if not line_of_row(one).scope.weight), None)
        if replace(line, id=0) == usual_line(BY_ID[line.rule], self._limits()):
            if row is not None:
                db.delete(row)
        elif row is None:
            db.add(RuleRow(**columns_of(line)))
        else:
            overwrite(row, columns_of(line))

    def _keep_limits(self, line: RuleLine) -> None:
        settings = self._settings.current()
        if line.rule == OVERTIME.id:
            settings = replace(settings, max_weekly_minutes=line.number("limit"))
        elif line.rule == REST.id:
            settings = replace(settings, min_rest_minutes=line.number("minimum"))
        else:
            return
        self._settings.change(settings)

    @staticmethod
    def _title(words: str, rule: str) -> str:
        return words.format(name=_(BY_ID[rule].name))


def _with_numbers(line: RuleLine, numbers: Mapping[str, Number]) -> RuleLine:
    draft = line.draft()
    given = line_of(replace(draft, numbers={**draft.numbers, **numbers}), line.id)
    return replace(given, numbers=canonical(given.numbers))


def _with_limits(line: RuleLine, usual: RuleLine) -> RuleLine:
    """The line with those of its numbers that the settings keep."""
    kept = (name for rule, name in FROM_LIMITS if rule == line.rule)
    numbers = dict(line.numbers) | {name: usual.number(name) for name in kept}
    return replace(line, numbers=canonical(numbers.items()))
