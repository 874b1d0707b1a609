"""The readings of today in one strip: type a value, press Enter, and the next one waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.equipment import rules
from clinicmgr.equipment.gui.readings_tab import say
from clinicmgr.equipment.records import Asset, ReadingDraft, Slot
from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.periods import format_time
from clinicmgr.qtkit import labels
from clinicmgr.qtkit.card import Card
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.editors import mark_invalid

_COLUMNS = 4
_LEAST = 140  # pixels for a box, so that its limits can be read
Key = tuple[int, int]


class SlotBox(QWidget):
    """One value to be read: which asset, when, between which limits."""

    entered = Signal(object)

    def __init__(self, slot: Slot, asset: Asset, locale: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.slot, self.asset = slot, asset
        time = format_time(slot.time, locale)
        name = f"{asset.name} {asset.tag}"
        title = labels.ElidedLabel(name, self)
        title.setFont(labels.strong().font())
        limits = rules.limits_text(slot.point)
        words = ", ".join(part for part in (slot.point.name, time) if part)
        self.note = labels.ElidedLabel(words, self)
        self.note.setFont(labels.secondary().font())
        self.note.setProperty("tone", "secondary")
        self._words = words
        self.value = QLineEdit(self)
        self.value.setPlaceholderText(limits)
        self.value.setAccessibleName(f"{name}, {words}")
        self.value.setAccessibleDescription(limits)
        self.value.returnPressed.connect(lambda: self.entered.emit(self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (title, self.note, self.value):
            column.addWidget(part)
        self.take(slot)

    @property
    def is_open(self) -> bool:
        """Whether the value is still to be read."""
        return self.slot.reading is None

    def take(self, slot: Slot) -> None:
        """Show the slot as it is now; a half-typed value stays."""
        had = self.slot.reading
        self.slot = slot
        self.value.setReadOnly(not self.is_open)
        if slot.reading is None:
            if had is not None:
                self.value.clear()
            self._say(self._words, "secondary")
            return
        self.value.setText(rules.show_value(slot.reading.value, slot.point))
        within = slot.point.is_within(slot.reading.value)
        self._say(_("✓ within limits") if within else _("▲ out of limits"),
                  "success" if within else "danger")  # fmt: skip

    def show_error(self, sentence: str) -> None:
        """Say why the value is not taken."""
        self._say(sentence, "danger")
        mark_invalid(self.value, True)
        self.value.setAccessibleDescription(sentence)
        self.value.selectAll()

    def _say(self, text: str, tone: str) -> None:
        mark_invalid(self.value, False)
        self.note.setText(text)
        labels.set_tone(self.note, tone)


class ReadingStrip(Card):
    """All readings of today that are due by now; Enter keeps one and moves on."""

    finished = Signal()

    def __init__(
        self, equipment: Equipment, desk: Desk, locale: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._equipment, self._desk, self._locale = equipment, desk, locale
        self.by = QLineEdit(self)
        self.by.setPlaceholderText(_("Initials"))
        self.by.setAccessibleName(_("Read by"))
        self.by.setMaximumWidth(90)
        self.by.returnPressed.connect(self.focus_next)
        self.boxes: dict[Key, SlotBox] = {}
        self._columns = _COLUMNS
        self.header.addWidget(labels.secondary(_("Read by"), self))
        self.header.addWidget(self.by)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self.body.addLayout(self._grid)
        self.hide()

    def reload(self) -> None:
        """Read which values are due today; what is half typed stays."""
        now = self._desk.clock.now()
        minutes = now.hour * 60 + now.minute + rules.GRACE_MINUTES
        due = [
            slot
            for slot in self._equipment.slots(now.date(), now.date())
            if slot.reading is not None or slot.time <= minutes
        ]
        keys = [(slot.point.id, slot.time) for slot in due]
        if keys == list(self.boxes):
            for key, slot in zip(keys, due, strict=True):
                self.boxes[key].take(slot)
        else:
            self._rebuild(due)
        self._count()

    def focus_next(self) -> bool:
        """Put the cursor into the next value that is still to be read; False if there is none."""
        for box in self.boxes.values():
            if box.is_open and not box.value.hasFocus():
                box.value.setFocus(Qt.FocusReason.OtherFocusReason)
                box.value.selectAll()
                return True
        return False

    def _rebuild(self, due: Sequence[Slot]) -> None:
        for box in self.boxes.values():
            box.hide()
            self._grid.removeWidget(box)
            box.deleteLater()
        assets = {each.id: each for each in self._equipment.assets()}
        self.boxes = {}
        for slot in due:
            box = SlotBox(slot, assets[slot.point.asset_id], self._locale, self)
            box.entered.connect(self._enter)
            self.boxes[slot.point.id, slot.time] = box
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitting() != self._columns:
            self._arrange()

    def _fitting(self) -> int:
        return max(1, min(_COLUMNS, self._grid.geometry().width() // _LEAST))

    def _arrange(self) -> None:
        self._columns = self._fitting()
        for box in self.boxes.values():
            self._grid.removeWidget(box)
        for at, box in enumerate(self.boxes.values()):
            self._grid.addWidget(box, at // self._columns, at % self._columns)
        for at in range(_COLUMNS):
            self._grid.setColumnStretch(at, int(at < self._columns))

    def _count(self) -> None:
        left = sum(box.is_open for box in self.boxes.values())
        words = ngettext("{count} reading to take now", "{count} readings to take now", left)
        done = _("All readings of today are in so far")
        self.set_title(words.format(count=left) if left else done)
        self.setVisible(bool(self.boxes))

    def _enter(self, box: SlotBox) -> None:
        if not box.is_open:
            self.focus_next()
            return
        slot = box.slot
        try:
            value = rules.parse_value(box.value.text(), slot.point)
            draft = ReadingDraft(slot.point.id, slot.day, self._moment(slot), value, self.by.text())
            done = self._equipment.record(draft)
        except UserError as error:
            box.show_error(error.sentence)
            self._desk.warn(error.sentence)  # where the box is too narrow for all of it
            return
        say(self._desk, done.sentence, beyond=done.work_id is not None)
        if not self.focus_next():
            self.finished.emit()

    def _moment(self, slot: Slot) -> int:
        """Return now, if that is nearest to the slot's own time; else the slot's time."""
        now = self._desk.clock.now()
        minutes = now.hour * 60 + now.minute
        nearest = min(slot.point.times, key=lambda time: abs(time - minutes))
        return minutes if nearest == slot.time else slot.time
