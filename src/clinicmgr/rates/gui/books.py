"""Services, payers and fee schedules as lists with a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.rates.records import (
    PAYER_FIELDS,
    SERVICE_FIELDS,
    Payer,
    PayerDraft,
    Service,
    ServiceDraft,
)
from clinicmgr.rates.service import Rates


class ServiceShelf:
    """What can be billed."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates

    def records(self) -> Sequence[Service]:
        """Return all services by code."""
        return self._rates.services()

    def name(self, record: Service) -> str:
        """Return the code."""
        return record.name

    def values(self, record: Service) -> Mapping[str, object]:
        """Return the values of the form."""
        return asdict(record.draft())

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a service begins empty."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a service."""
        return self._rates.add_service(ServiceDraft(**values))

    def change(self, record: Service, values: Mapping[str, Any]) -> int:
        """Give a service other words."""
        self._rates.change_service(record.id, ServiceDraft(**values))
        return record.id

    def remove(self, record: Service) -> None:
        """Remove a service; refused while it has prices."""
        self._rates.remove_service(record.id)

    def warning(self, record: Service) -> str:
        """Return what is to be known before."""
        return _("It can only be removed while no fee schedule has a price for it.")


class PayerShelf:
    """Insurers and self-pay classes."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self.schedule_names: dict[int, str] = {}

    def records(self) -> Sequence[Payer]:
        """Return all payers by name."""
        self.schedule_names = {
            each.payer_id: each.name
            for each in self._rates.schedules()
            if each.payer_id is not None
        }
        return self._rates.payers()

    def name(self, record: Payer) -> str:
        """Return the name."""
        return record.name

    def values(self, record: Payer) -> Mapping[str, object]:
        """Return the values of the form."""
        return {"name": record.name, "kind": record.kind, "note": record.note}

    def fresh(self) -> Mapping[str, object]:
        """Return nothing: a payer begins as an insurer."""
        return {}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a payer."""
        return self._rates.add_payer(PayerDraft(**values))

    def change(self, record: Payer, values: Mapping[str, Any]) -> int:
        """Give a payer other words."""
        self._rates.change_payer(record.id, PayerDraft(**values))
        return record.id

    def remove(self, record: Payer) -> None:
        """Remove a payer; refused while it has a fee schedule."""
        self._rates.remove_payer(record.id)

    def warning(self, record: Payer) -> str:
        """Return what is to be known before."""
        return _("It can only be removed once it has no fee schedule.")


class ServiceBook(RecordBook):
    """Services with their category, minutes and days."""

    def __init__(self, rates: Rates, desk: Desk, settings: ClinicSettings) -> None:
        def day(value: Any) -> str:
            return "" if value is None else format_day(value, "short", settings.locale)

        columns: tuple[Column[Service], ...] = (
            Column("code", _("Code"), lambda each: each.name, 110, strong=True),
            Column("description", _("Description"), lambda each: each.description, 260,
                   stretch=True),
            Column("category", _("Category"), lambda each: each.category, 150),
            Column("minutes", _("Minutes"), lambda each: str(each.minutes or ""), 90, "right",
                   sort=lambda each: each.minutes),
            Column("first", _("From"), lambda each: day(each.first), 100, "right",
                   sort=lambda each: each.first),
            Column("last", _("Until"), lambda each: day(each.last), 100, "right",
                   sort=lambda each: each.last),
        )  # fmt: skip
        halves = frozenset(("code", "modifier", "category"))
        less = frozenset(("minutes", "first", "last"))
        words = BookWords(
            _("Services"), _("Add service"), _("New service"), SERVICE_FIELDS, halves, less
        )
        table = RecordTable(columns, words.title)
        super().__init__(ServiceShelf(rates), table, words, desk, settings)
        sentence = _(
            "A service is something you bill: a code with your own words, such as OV-20 Office "
            "visit 20 min. Import the list you have, or add services one by one."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("rates", _("No services yet"), sentence, add))


class PayerBook(RecordBook):
    """Payers with their kind and fee schedule."""

    def __init__(self, rates: Rates, desk: Desk, settings: ClinicSettings) -> None:
        shelf = PayerShelf(rates)
        columns: tuple[Column[Payer], ...] = (
            Column("name", _("Name"), lambda each: each.name, 240, strong=True),
            Column("kind", _("Kind"), lambda each: each.kind.label, 120),
            Column("schedule", _("Fee schedule"),
                   lambda each: shelf.schedule_names.get(each.id, ""), 220, stretch=True),
        )  # fmt: skip
        words = BookWords(_("Payers"), _("Add payer"), _("New payer"), PAYER_FIELDS)
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        sentence = _(
            "A payer is an insurer or a self-pay class. What it pays stands in its fee schedule."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("money", _("No payers yet"), sentence, add))
