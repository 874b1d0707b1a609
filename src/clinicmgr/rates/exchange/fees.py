"""Prices from a file: code, modifier, price, and if it says so the schedule and the day."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import cast

from clinicmgr.exchange import ImportPlan, PlannedRow, carry_out, plan_file
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.rates import rules
from clinicmgr.rates.records import PRICE_FIELDS, code_text
from clinicmgr.rates.service import Rates


@dataclass(frozen=True, slots=True)
class FeeLine:
    """One line of a file of prices; no schedule is our own fees, no day is today.

    The code is as written there; `name` is what it is compared by.
    """

    code: str
    modifier: str
    cents: int
    schedule: str
    from_day: date | None

    @property
    def name(self) -> tuple[str, str]:
        """Code and modifier as services have them."""
        return rules.tidy_code(self.code), rules.tidy_code(self.modifier)


class FeeImporter:
    """Lets the prices of a file hold from their day on, all of them or none.

    A code that is not among the services is an error of its line, so that all are listed.
    """

    def __init__(
        self, rates: Rates, today: date, *, schedule: str = "", from_day: date | None = None
    ) -> None:
        """`schedule` and `from_day` stand in where the file names none."""
        self._rates = rates
        self._schedule, self._from_day = schedule, from_day or today
        self._services = {(each.code, each.modifier): each.id for each in rates.services()}
        self._schedules = _by_name(rates)
        own = rates.own_schedule()
        self._own = own.id if own is not None else 0
        self._prices: dict[tuple[int, date], dict[int, int]] = {}
        self._known: list[FeeLine] = []
        self._places: dict[Hashable, int] = {}

    @property
    def fields(self) -> Sequence[Field]:
        """The columns of a file of prices."""
        return PRICE_FIELDS

    def draft(self, **values: object) -> FeeLine:
        """Return the line with those values."""
        return FeeLine(
            str(values["code"]),
            str(values["modifier"]),
            cast("int", values["cents"]),
            str(values["schedule"]),
            cast("date | None", values["from_day"]),
        )

    def key(self, draft: FeeLine) -> Hashable:
        """Return what may stand once in a file."""
        return (self._place(draft), self._day(draft), draft.name)

    def match(self, draft: FeeLine) -> int | None:
        """Return the place of the line as it is on record, where the code has a price that day."""
        service = self._services.get(draft.name)
        before = None if service is None else self._before(draft).get(service)
        if before is None:
            return None
        key = self.key(draft)
        if key not in self._places:
            self._places[key] = len(self._known)
            self._known.append(replace(draft, cents=before))
        return self._places[key]

    def current(self, record_id: int) -> FeeLine:
        """Return that line as it is on record."""
        return self._known[record_id]

    def check(self, draft: FeeLine) -> Iterable[UserError]:
        """Yield everything that is wrong with one line."""
        if draft.name not in self._services:
            yield UserError(
                _("{code} is not among the services. Add it there, or take this line out.").format(
                    code=code_text(*draft.name)
                ),
                field="code",
            )
        if self._place(draft) is None:
            yield UserError(
                _("There is no fee schedule or payer “{name}”.").format(name=draft.schedule),
                field="schedule",
            )
        try:
            rules.check_cents(draft.cents)
        except UserError as error:
            yield error

    def check_all(self, rows: Sequence[PlannedRow[FeeLine]]) -> Iterable[tuple[int, UserError]]:
        """Yield nothing: prices do not depend on each other."""
        return ()

    def apply(self, new: Sequence[FeeLine], changed: Sequence[tuple[int, FeeLine]]) -> None:
        """Write all prices in one change, a version for each schedule and day."""
        lines = [*new, *(line for _id, line in changed)]
        grouped: dict[tuple[int, date], dict[int, int | None]] = {}
        for line in lines:
            place = (self._place(line) or 0, self._day(line))
            grouped.setdefault(place, {})[self._services[line.name]] = line.cents
        title = ngettext("Import {count} price", "Import {count} prices", len(lines))
        self._rates.set_all_prices(grouped, title.format(count=len(lines)))

    def _place(self, draft: FeeLine) -> int | None:
        name = draft.schedule.strip() or self._schedule
        return self._schedules.get(name.casefold()) if name else self._own

    def _day(self, draft: FeeLine) -> date:
        return draft.from_day or self._from_day

    def _before(self, draft: FeeLine) -> dict[int, int]:
        place = (self._place(draft) or 0, self._day(draft))
        if place not in self._prices:
            self._prices[place] = self._rates.prices(*place) if place[0] else {}
        return self._prices[place]


def plan_fees(rates: Rates, path: Path, today: date, locale: str = "en_US") -> ImportPlan[FeeLine]:
    """Return what importing the file would do, with every error in it; writes nothing.

    UserError where the file cannot be read or lacks a required column.
    """
    return plan_file(path, FeeImporter(rates, today), locale)


def import_fees(
    rates: Rates, path: Path, today: date, locale: str = "en_US", *, dry_run: bool = False
) -> ImportPlan[FeeLine]:
    """Let the prices of a file hold, in one change, and return what was done."""
    plan = plan_fees(rates, path, today, locale)
    return carry_out(plan, FeeImporter(rates, today), dry_run=dry_run)


def _by_name(rates: Rates) -> dict[str, int]:
    """Return the schedules by their own name and by that of their payer."""
    schedules = rates.schedules()
    payers = {payer.id: payer.name for payer in rates.payers()}
    named = {
        payers[each.payer_id].casefold(): each.id for each in schedules if each.payer_id is not None
    }
    return named | {each.name.casefold(): each.id for each in schedules}
