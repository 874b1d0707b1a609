"""The readings of an asset: a chart with limits, the latest values, and what is read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from clinicmgr.equipment import rules
from clinicmgr.equipment.gui.point_section import PointSection
from clinicmgr.equipment.gui.reading_chart import ReadingChart
from clinicmgr.equipment.records import READING_FIELDS, Point, Reading, ReadingDraft
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import format_day, format_time
from clinicmgr.kernel.settings import ClinicSettings
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.entry_list import Entry, Verb
from clinicmgr.qtkit.entry_section import EntrySection

_DAYS = 30
_FEW = 8
_FIELDS = tuple(field for field in READING_FIELDS if field.name not in {"tag", "name"})


class ReadingsTab(QWidget):
    """One point at a time; a reading entered here may be of any time."""

    def __init__(
        self, equipment: Equipment, desk: Desk, settings: ClinicSettings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk, self._locale = equipment, desk, settings.locale
        self._asset_id = 0
        self._points: list[Point] = []
        self.choice = QComboBox(self)
        self.choice.setAccessibleName(_("What is read"))
        self.chart = ReadingChart(settings.locale, self)
        self.values = EntrySection(
            _("Readings"), _("Add reading"), _FIELDS, self._record, settings, self
        )
        self.points = PointSection(equipment, desk, settings, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.choice, self.chart, self.values, self.points):
            column.addWidget(part)
        column.addStretch()
        self.choice.activated.connect(lambda _at: self._show_point())

    @property
    def is_dirty(self) -> bool:
        """Whether something is half typed."""
        return self.values.is_dirty or self.points.is_dirty

    def let_go(self) -> None:
        """Close all forms; what was typed is let go."""
        self.values.close_form()
        self.points.close_form()

    def show_record(self, asset_id: int) -> None:
        """Show what is read on this asset; a half-typed entry of the same asset stays."""
        if asset_id != self._asset_id:
            self._asset_id = asset_id
            self.let_go()
            self.choice.clear()
        at = max(self.choice.currentIndex(), 0)
        self._points = self._equipment.points(asset_id)
        self.choice.clear()
        self.choice.addItems([point.name for point in self._points])
        self.choice.setCurrentIndex(min(at, len(self._points) - 1))
        self.choice.setVisible(len(self._points) > 1)
        self.points.show_points(asset_id, self._points)
        self.chart.setVisible(bool(self._points))
        self.values.setVisible(bool(self._points))
        self._show_point()

    @property
    def _point(self) -> Point | None:
        at = self.choice.currentIndex()
        return self._points[at] if 0 <= at < len(self._points) else None

    def _show_point(self) -> None:
        point = self._point
        if point is None:
            return
        last = self._desk.clock.today()
        first = last - timedelta(days=_DAYS)
        readings = self._equipment.readings(first, last, [point.id])
        self.chart.show_readings(point, readings, first, last)
        limits = rules.limits_text(point)
        nothing = _("No readings in the last month. Allowed: {limits}.").format(limits=limits)
        latest = readings[::-1][:_FEW]
        self.values.show_entries([self._entry(point, each) for each in latest], nothing)

    def _entry(self, point: Point, reading: Reading) -> Entry:
        day = format_day(reading.day, "short", self._locale)
        when = f"{day}, {format_time(reading.time, self._locale)}"
        within = point.is_within(reading.value)
        pill = ("", "") if within else (_("Out of limits"), "danger")
        note = ", ".join(part for part in (when, reading.by, reading.note) if part)
        return Entry(
            rules.show_value(reading.value, point),
            note,
            pill,
            (
                Verb("edit", _("Correct"), lambda: self._open(point, reading)),
                Verb("trash", _("Remove"), lambda: self._remove(reading)),
            ),
        )

    # Verbs

    def _record(self, values: Mapping[str, Any]) -> None:
        point = self._point
        if point is not None:
            done = self._equipment.record(_draft(point, values))
            say(self._desk, done.sentence, beyond=done.work_id is not None)

    def _open(self, point: Point, reading: Reading) -> None:
        values = {field.name: getattr(reading, field.name) for field in _FIELDS}
        values["value"] = rules.show_value(reading.value, point, unit=False)
        self.values.open_form(
            _("Correct the reading"), values, lambda typed: self._correct(point, reading.id, typed)
        )
        self.values.form.focus_field("value")

    def _correct(self, point: Point, reading_id: int, values: Mapping[str, Any]) -> None:
        done = self._equipment.correct_reading(reading_id, _draft(point, values))
        say(self._desk, done.sentence, beyond=done.work_id is not None)

    def _remove(self, reading: Reading) -> None:
        if self._desk.attempt(lambda: self._equipment.remove_reading(reading.id)):
            self._desk.toast(_("Reading removed"), undo=True)


def say(desk: Desk, sentence: str, *, beyond: bool) -> None:
    """Say what came of a reading; what is beyond the limits stays longer."""
    if beyond:
        desk.warn(sentence)
    else:
        desk.toast(sentence, undo=True)


def _draft(point: Point, values: Mapping[str, Any]) -> ReadingDraft:
    value = rules.parse_value(values["value"], point)
    return ReadingDraft(
        point.id, values["day"], values["time"], value, values["by"], values["note"]
    )
