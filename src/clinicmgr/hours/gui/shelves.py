"""Adjustments, pay rules and differentials as lists with a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from clinicmgr.hours.records import (
    Adjustment,
    AdjustmentDraft,
    Differential,
    DifferentialDraft,
    PayPeriod,
    PayRules,
)
from clinicmgr.hours.service import Hours
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import parse_hours, week_of
from clinicmgr.staff.records.days import day_text, short_day


class AdjustmentShelf:
    """What is paid in a period for days that were locked before."""

    def __init__(self, hours: Hours, period: Callable[[], PayPeriod]) -> None:
        self._hours, self._period = hours, period
        self.names: dict[int, str] = {}

    def records(self) -> Sequence[Adjustment]:
        """Return the adjustments of the period that is shown."""
        self.names = {each.id: each.name for each in self._hours.members()}
        period = self._period()
        return self._hours.adjusting.paid_between(period.first, period.last)

    def name(self, record: Adjustment) -> str:
        """Return whose day it is about."""
        words = _("{name}, {day}")
        return words.format(name=self.names.get(record.member_id, ""), day=short_day(record.day))

    def values(self, record: Adjustment) -> Mapping[str, object]:
        """Return the values of the form."""
        sign = "-" if record.minutes < 0 else ""
        minutes = abs(record.minutes)
        return {
            "member_id": record.member_id,
            "day": record.day,
            "hours": f"{sign}{minutes // 60}:{minutes % 60:02}",
            "kind": record.kind,
            "reason": record.reason,
        }

    def fresh(self) -> Mapping[str, object]:
        """Return the last day that is locked."""
        return {"day": self._hours.paying.locked_until()}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add an adjustment to the next period that is not locked."""
        return self._hours.adjusting.add(_adjustment(values))

    def change(self, record: Adjustment, values: Mapping[str, Any]) -> int:
        """Replace an adjustment that is not paid yet."""
        return self._hours.adjusting.replace(record.id, _adjustment(values))

    def remove(self, record: Adjustment) -> None:
        """Take an adjustment back that is not paid yet."""
        self._hours.adjusting.remove(record.id)

    def warning(self, record: Adjustment) -> str:
        """Return what is to be known before."""
        return _("The hours of {day} are then paid as they were locked.").format(
            day=short_day(record.day)
        )


def _adjustment(values: Mapping[str, Any]) -> AdjustmentDraft:
    text = str(values["hours"]).strip().replace("\u2212", "-")
    try:
        minutes = parse_hours(text.lstrip("+-"))
    except UserError as error:
        raise UserError(error.sentence, field="hours") from error
    return AdjustmentDraft(
        values["member_id"],
        values["day"],
        -minutes if text.startswith("-") else minutes,
        values["reason"],
        values["kind"],
    )


@dataclass(frozen=True, slots=True)
class RulesEntry:
    """Pay rules with the day from which they hold, which is what they are known by."""

    id: date
    rules: PayRules


class RulesShelf:
    """The pay rules, one entry for each day from which they hold."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours

    def records(self) -> Sequence[RulesEntry]:
        """Return all entries, the latest first."""
        entries = self._hours.paying.rules().entries
        return [RulesEntry(day, rules) for day, rules in reversed(entries)]

    def name(self, record: RulesEntry) -> str:
        """Return since when."""
        return _("From {day}").format(day=day_text(record.id))

    def values(self, record: RulesEntry) -> Mapping[str, object]:
        """Return the values of the form."""
        return {"from_day": record.id, **asdict(record.rules)}

    def fresh(self) -> Mapping[str, object]:
        """Return the rules of today, from the next pay period on."""
        today = self._hours.clock.today()
        following = date.fromordinal(self._hours.period_of(today).last.toordinal() + 1)
        return {"from_day": following, **asdict(self._hours.paying.rules_on(today))}

    def add(self, values: Mapping[str, Any]) -> date:
        """Let rules hold from a day on."""
        return self._keep(values)

    def change(self, record: RulesEntry, values: Mapping[str, Any]) -> date:
        """Change rules; with another day they are moved to it in the same step."""
        if values["from_day"] == record.id:
            return self._keep(values)
        self._hours.paying.move_rules(record.id, values["from_day"], _rules(values))
        moved: date = values["from_day"]
        return moved

    def remove(self, record: RulesEntry) -> None:
        """Take rules back that were never paid by."""
        self._hours.paying.remove_rules(record.id)

    def warning(self, record: RulesEntry) -> str:
        """Return what is to be known before."""
        return _("The rules before it then hold longer.")

    def _keep(self, values: Mapping[str, Any]) -> date:
        day: date = values["from_day"]
        self._hours.paying.set_rules(day, _rules(values))
        return day


def _rules(values: Mapping[str, Any]) -> PayRules:
    rest = {name: value for name, value in values.items() if name != "from_day"}
    rest["anchor"] = rest["anchor"] or week_of(values["from_day"])
    return PayRules(**rest)


class DifferentialShelf:
    """Extra pay for some hours of the day or days of the week."""

    def __init__(self, hours: Hours) -> None:
        self._hours = hours

    def records(self) -> Sequence[Differential]:
        """Return all differentials by name."""
        return self._hours.paying.differentials()

    def name(self, record: Differential) -> str:
        """Return the name."""
        return record.name

    def values(self, record: Differential) -> Mapping[str, object]:
        """Return the values of the form; the end is a time of day."""
        draft = record.draft()
        end = draft.end if draft.end <= 1440 else draft.end - 1440
        return {**asdict(draft), "end": end}

    def fresh(self) -> Mapping[str, object]:
        """Return one that begins with the next pay period."""
        today = self._hours.clock.today()
        following = date.fromordinal(self._hours.period_of(today).last.toordinal() + 1)
        return {"from_day": following}

    def add(self, values: Mapping[str, Any]) -> int:
        """Pay more from a day on."""
        return self._hours.paying.add_differential(DifferentialDraft(**values))

    def change(self, record: Differential, values: Mapping[str, Any]) -> int:
        """Change a differential, or end it."""
        self._hours.paying.change_differential(record.id, DifferentialDraft(**values))
        return record.id

    def remove(self, record: Differential) -> None:
        """Remove a differential that was never paid."""
        self._hours.paying.remove_differential(record.id)

    def warning(self, record: Differential) -> str:
        """Return what is to be known before."""
        return _("Hours that are not locked yet are then paid without it.")
