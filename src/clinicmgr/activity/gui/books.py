"""Service lines and payer classes as lists with a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from clinicmgr.activity.records import (
    CLASS_FIELDS,
    LINE_FIELDS,
    PayerClass,
    PayerClassDraft,
    ServiceLine,
    ServiceLineDraft,
)
from clinicmgr.activity.service import Activity
from clinicmgr.equipment.rules import room_labels
from clinicmgr.kernel.fields import Choices, Field
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.places.service import Places
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_book import RecordBook
from clinicmgr.qtkit.record_shelf import BookWords
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.staff.service import Staff


class LineShelf:
    """What is counted."""

    def __init__(self, activity: Activity, staff: Staff) -> None:
        self._activity, self._staff = activity, staff
        self.position_names: dict[int, str] = {}
        self.asset_names: dict[int, str] = {}

    def records(self) -> Sequence[ServiceLine]:
        """Return all lines by rank."""
        self.position_names = {each.id: each.name for each in self._staff.positions()}
        self.asset_names = {each.id: each.title for each in self._activity.assets()}
        return self._activity.lines()

    def name(self, record: ServiceLine) -> str:
        """Return the name."""
        return record.name

    def values(self, record: ServiceLine) -> Mapping[str, object]:
        """Return the values of the form."""
        return asdict(record.draft())

    def fresh(self) -> Mapping[str, object]:
        """Return a line in use, behind the others."""
        ranks = [each.rank for each in self._activity.lines()]
        return {"active": True, "rank": max(ranks, default=0) + 1}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a line."""
        return self._activity.add_line(_line(values))

    def change(self, record: ServiceLine, values: Mapping[str, Any]) -> int:
        """Give a line other words."""
        self._activity.change_line(record.id, _line(values))
        return record.id

    def remove(self, record: ServiceLine) -> None:
        """Remove a line; refused once something was counted."""
        self._activity.remove_line(record.id)

    def warning(self, record: ServiceLine) -> str:
        """Return what is to be known before."""
        return _("It can only be removed while nothing was counted; else take it out of use.")


class ClassShelf:
    """Who pays."""

    def __init__(self, activity: Activity) -> None:
        self._activity = activity

    def records(self) -> Sequence[PayerClass]:
        """Return all classes by rank."""
        return self._activity.payer_classes()

    def name(self, record: PayerClass) -> str:
        """Return the name."""
        return record.name

    def values(self, record: PayerClass) -> Mapping[str, object]:
        """Return the values of the form."""
        return asdict(record.draft())

    def fresh(self) -> Mapping[str, object]:
        """Return a class in use, behind the others."""
        ranks = [each.rank for each in self._activity.payer_classes()]
        return {"active": True, "rank": max(ranks, default=0) + 1}

    def add(self, values: Mapping[str, Any]) -> int:
        """Add a class."""
        return self._activity.add_payer_class(PayerClassDraft(**_numbered(values)))

    def change(self, record: PayerClass, values: Mapping[str, Any]) -> int:
        """Give a class other words."""
        self._activity.change_payer_class(record.id, PayerClassDraft(**_numbered(values)))
        return record.id

    def remove(self, record: PayerClass) -> None:
        """Remove a class; refused once something was counted."""
        self._activity.remove_payer_class(record.id)

    def warning(self, record: PayerClass) -> str:
        """Return what is to be known before."""
        return _("It can only be removed while nothing was counted; else take it out of use.")


class LineBook(RecordBook):
    """Service lines with their kind, minutes, and who does them where."""

    def __init__(
        self,
        activity: Activity,
        staff: Staff,
        places: Places,
        desk: Desk,
        settings: ClinicSettings,
    ) -> None:
        shelf = LineShelf(activity, staff)
        columns: tuple[Column[ServiceLine], ...] = (
            Column("name", _("Name"), lambda each: each.name, 200, strong=True, stretch=True),
            Column("code", _("Code"), lambda each: each.code, 80),
            Column("kind", _("Counts as"), lambda each: each.kind.label, 110),
            Column("minutes", _("Minutes"), lambda each: str(each.minutes or ""), 90, "right",
                   sort=lambda each: each.minutes),
            Column("positions", _("Done by"), lambda each: _names(each.position_ids,
                   shelf.position_names) or _("Anybody"), 160),
            Column("asset", _("Needs"),
                   lambda each: shelf.asset_names.get(each.asset_id or 0, ""), 170),
            Column("active", _("In use"), lambda each: _in_use(each.active), 80),
        )  # fmt: skip
        words = BookWords(
            _("Service lines"),
            _("Add service line"),
            _("New service line"),
            _line_fields(activity, staff, places),
            frozenset(("code", "kind", "minutes", "rank")),
            frozenset(("minutes", "positions", "asset")),
        )
        table = RecordTable(columns, words.title)
        super().__init__(shelf, table, words, desk, settings)
        sentence = _(
            "A service line is a kind of work that you count, such as office visits or X-rays, "
            "with the minutes one takes. The tally has a row for each provider and line."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("activity", _("No service lines yet"), sentence, add))


class ClassBook(RecordBook):
    """Payer classes."""

    def __init__(self, activity: Activity, desk: Desk, settings: ClinicSettings) -> None:
        columns: tuple[Column[PayerClass], ...] = (
            Column("name", _("Name"), lambda each: each.name, 240, strong=True, stretch=True),
            Column("code", _("Code"), lambda each: each.code, 90),
            Column("active", _("In use"), lambda each: _in_use(each.active), 90),
        )
        words = BookWords(
            _("Payer classes"),
            _("Add payer class"),
            _("New payer class"),
            CLASS_FIELDS,
            frozenset(("code", "rank")),
        )
        table = RecordTable(columns, words.title)
        super().__init__(ClassShelf(activity), table, words, desk, settings)
        sentence = _(
            "Count by who pays, in a handful of classes such as Commercial, Medicare and "
            "Self-pay. Without any the tally has one number for each line and day."
        )
        add = buttons.primary(words.add, self.add, icon="add")
        table.set_empty(EmptyState("money", _("No payer classes yet"), sentence, add))


def _line_fields(activity: Activity, staff: Staff, places: Places) -> list[Field]:
    def positions() -> Choices:
        return [(each.id, each.name) for each in staff.positions()]

    def rooms() -> Choices:
        return list(room_labels(places.rooms(), places.sites()).items())

    def assets() -> Choices:
        today = activity.clock.today()
        return [(each.id, each.title) for each in activity.assets() if not each.is_retired(today)]

    choices = {"position_ids": positions, "room_ids": rooms, "asset_id": assets}
    return [
        field.choosing(choices[field.name]) if field.name in choices else field
        for field in LINE_FIELDS
    ]


def _line(values: Mapping[str, Any]) -> ServiceLineDraft:
    return ServiceLineDraft(**_numbered({**values, "minutes": values["minutes"] or 0}))


def _numbered(values: Mapping[str, Any]) -> dict[str, Any]:
    """A rank that is left empty is 0."""
    return {**values, "rank": values["rank"] or 0}


def _names(ids: Sequence[int], names: Mapping[int, str]) -> str:
    return ", ".join(names[each] for each in ids if each in names)


def _in_use(active: bool) -> str:
    return _("yes") if active else _("no")
