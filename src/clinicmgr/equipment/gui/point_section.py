"""What is read on an asset: names, units, limits and times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from clinicmgr.equipment import rules
from clinicmgr.equipment.records import POINT_FIELDS, Point, PointDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection


class PointSection(EntrySection):
    """The points of one asset."""

    def __init__(
        self, equipment: Equipment, desk: Desk, settings: ClinicSettings, parent: QWidget
    ) -> None:
        super().__init__(_("What is read"), _("Add"), POINT_FIELDS, self._add, settings, parent)
        self._equipment, self._desk, self._locale = equipment, desk, settings.locale
        self._asset_id = 0

    def show_points(self, asset_id: int, points: Sequence[Point]) -> None:
        """Show these points of an asset."""
        self._asset_id = asset_id
        self.show_entries(
            [self._entry(point) for point in points],
            _("Nothing is read here. A vaccine fridge, for example, is read twice a day."),
        )

    def open_new(self, values: Mapping[str, object] | None = None) -> None:
        """Open the form for something that is read from today on."""
        super().open_new({"from_day": self._desk.clock.today(), **(values or {})})

    def _entry(self, point: Point) -> Entry:
        parts = (rules.limits_text(point), rules.show_times(point.times, self._locale))
        return Entry(
            point.name,
            "; ".join(part for part in parts if part),
            verbs=(
                Verb("edit", _("Change"), lambda: self._open(point)),
                Verb("trash", _("Remove"), lambda: self._remove(point)),
            ),
            faint=point.ended is not None and point.ended <= self._desk.clock.today(),
        )

    def _add(self, values: Mapping[str, Any]) -> None:
        self._equipment.add_point(self._draft(values))
        self._desk.toast(_("Added; it is asked for on this page"), undo=True)

    def _open(self, point: Point) -> None:
        values: dict[str, object] = {
            field.name: getattr(point, field.name) for field in POINT_FIELDS
        }
        for name in ("low", "high"):
            limit = getattr(point, name)
            values[name] = "" if limit is None else rules.show_value(limit, point, unit=False)
        values["times"] = rules.show_times(point.times, self._locale)
        self.open_form(_("Change"), values, lambda typed: self._change(point.id, typed))

    def _change(self, point_id: int, values: Mapping[str, Any]) -> None:
        self._equipment.change_point(point_id, self._draft(values))
        self._desk.toast(_("Changed"), undo=True)

    def _remove(self, point: Point) -> None:
        if self._desk.attempt(lambda: self._equipment.remove_point(point.id)):
            self._desk.toast(_("Removed"), undo=True)

    def _draft(self, values: Mapping[str, Any]) -> PointDraft:
        kept = dict(values)
        low, high = kept.pop("low"), kept.pop("high")
        times = rules.parse_times(kept.pop("times"))
        draft = PointDraft(asset_id=self._asset_id, times=times, **kept)
        return replace(
            draft,
            low=rules.parse_value(low, draft, field="low") if low else None,
            high=rules.parse_value(high, draft, field="high") if high else None,
        )
