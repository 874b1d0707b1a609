"""The cost of a roster as it is shown, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.money import format_money
from clinicmgr.schedule.rules.words import hours_text

_NO_CENTS = re.compile(r"[.,]00(?=\D*$)")
_THOUSAND = 100_000


@dataclass(frozen=True, slots=True)
class DayCost:
    """Cents of a day; `unknown` counts shifts of people without a pay rate."""

    regular_cents: int = 0
    overtime_cents: int = 0
    unknown: int = 0

    @property
    def cents(self) -> int:
        """All of it."""
        return self.regular_cents + self.overtime_cents


@dataclass(frozen=True, slots=True)
class PersonCost:
    """Cents of a person in the period, and minutes of overtime."""

    regular_cents: int = 0
    overtime_cents: int = 0
    unknown: int = 0
    overtime_minutes: int = 0


@dataclass(frozen=True, slots=True)
class CostView:
    """The cost by day and person; the sums are those of the people, as on a payroll."""

    days: Mapping[date, DayCost] = field(default_factory=dict)
    people: Mapping[int, PersonCost] = field(default_factory=dict)
    budget_cents: int | None = None
    currency: str = "USD"
    locale: str = "en_US"

    @property
    def whole(self) -> DayCost:
        """Everything together."""
        own = self.people.values()
        return DayCost(
            sum(one.regular_cents for one in own),
            sum(one.overtime_cents for one in own),
            sum(one.unknown for one in own),
        )

    @property
    def is_known(self) -> bool:
        """Whether anybody's cost is known."""
        return any(not one.unknown for one in self.people.values())

    @property
    def over_budget(self) -> int:
        """Cents above the budget; 0 where there is none."""
        return max(0, self.whole.cents - self.budget_cents) if self.budget_cents is not None else 0

    def money(self, cents: int) -> str:
        """An amount in whole units: "$3,120"."""
        whole = (abs(cents) + 50) // 100 * 100 * (-1 if cents < 0 else 1)
        return _NO_CENTS.sub("", format_money(whole, self.currency, self.locale))

    def brief(self, cents: int) -> str:
        """An amount where there is little room: "3.1k"."""
        if cents < _THOUSAND:
            return str((cents + 50) // 100)
        return f"{(cents + 5_000) // 10_000 / 10:g}k"

    def tip(self, member_id: int) -> str:
        """What is said of a person's row; empty where nothing is known."""
        one = self.people.get(member_id)
        if one is None:
            return ""
        if one.unknown:
            return _("Cost: no pay rate on some days")
        words = _("Cost {amount}").format(amount=self.money(one.regular_cents + one.overtime_cents))
        if not one.overtime_minutes:
            return words
        return _("{cost}, of it {amount} for {hours} of overtime").format(
            cost=words,
            amount=self.money(one.overtime_cents),
            hours=hours_text(one.overtime_minutes),
        )

    def day_sentence(self, name: str, cost: DayCost) -> str:
        """The cost of a day in words."""
        words = _("{day}: {total} ({regular} regular, {overtime} overtime)").format(
            day=name,
            total=self.money(cost.cents),
            regular=self.money(cost.regular_cents),
            overtime=self.money(cost.overtime_cents),
        )
        return words + self._unknown(cost)

    def sentence(self) -> str:
        """The cost of the period in words, with what is left of the budget."""
        cost = self.whole
        words = self.day_sentence(_("Cost"), cost)
        if self.budget_cents is None:
            return words
        left = self.budget_cents - cost.cents
        text = (
            _("{words}; {left} left of the budget of {budget}")
            if left >= 0
            else _("{words}; {left} above the budget of {budget}")
        )
        budget = self.money(self.budget_cents)
        return text.format(words=words, left=self.money(abs(left)), budget=budget)

    def _unknown(self, cost: DayCost) -> str:
        if not cost.unknown:
            return ""
        words = ngettext(
            "without {count} shift that has no pay rate",
            "without {count} shifts that have no pay rate",
            cost.unknown,
        )
        return ", " + words.format(count=cost.unknown)
