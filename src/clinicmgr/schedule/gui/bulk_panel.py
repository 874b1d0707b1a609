"""The panel that changes many shifts at once, and says beforehand what that breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.form import Form
from clinicmgr.qtkit.icon_label import IconLabel
from clinicmgr.schedule.gui.bulk_change import BulkChange, changed, parse_step
from clinicmgr.schedule.gui.bulk_fields import EXAMPLES, HALVES, bulk_fields
from clinicmgr.schedule.gui.bulk_preview import Preview, preview
from clinicmgr.schedule.gui.roster_hands import RosterHands
from clinicmgr.schedule.gui.roster_material import RosterMaterial
from clinicmgr.schedule.records import Shift, ShiftDraft, Strength, Violation
from clinicmgr.schedule.rules import check_shift

_MOST = 6
_PAUSE = 120  # milliseconds after the last key before the preview is made
_CLOCKS = {"move": False, "start": True, "end": True, "pause": False}
Line = tuple[str, str, str]


class BulkPanel(QWidget):
    """Fields that are empty leave the shifts as they are; the selection may change meanwhile."""

    kept = Signal()

    def __init__(
        self,
        hands: RosterHands,
        material: RosterMaterial,
        ids: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hands = hands
        self._material = material
        self._ids = tuple(ids)
        self.preview = Preview()
        self.form = Form(bulk_fields(material), halves=HALVES, parent=self)
        for name, words in EXAMPLES.items():
            cast("QLineEdit", self.form.editor(name)).setPlaceholderText(_(words))
        self._summary = labels.secondary("", self)
        self._summary.setWordWrap(True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 18, 12)
        column.setSpacing(12)
        column.addWidget(self._summary)
        column.addWidget(self.form)
        column.addLayout(self._lines)
        column.addStretch(1)
        self.save_button = buttons.primary(_("Change"), self.save)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self.look)
        self.form.edited.connect(lambda _name: self._later.start())
        self.form.submitted.connect(self.save)
        self.look()

    @property
    def title(self) -> str:
        """How many shifts it changes."""
        count = len(self._shifts())
        return ngettext("Change {count} shift", "Change {count} shifts", count).format(count=count)

    @property
    def is_dirty(self) -> bool:
        """Whether something was said that is not kept."""
        return self.form.is_dirty

    def take(self, ids: Sequence[int]) -> None:
        """Change these shifts instead; what was said stays."""
        if tuple(ids) != self._ids:
            self._ids = tuple(ids)
            self.look()

    def renew(self, material: RosterMaterial) -> None:
        """The roster has changed elsewhere."""
        self._material = material
        self.look()

    def foot(self) -> tuple[QPushButton, ...]:
        """The buttons that stand below the panel."""
        return (self.save_button,)

    # What it would do

    def look(self) -> None:
        """Say what the change would do and break; nothing is changed."""
        self.form.clear_errors()
        try:
            change = self.change()
        except UserError as error:
            self._show((), 0)
            self.form.show_error(error)
            return
        self.preview = preview(self._material, change)
        self._show(tuple(_lines(self.preview)) if change else (), len(change))

    def change(self) -> dict[int, ShiftDraft]:
        """The shifts as they would be; UserError with the first thing that is wrong."""
        types = {one.id: one for one in self._material.types}
        said = self._said()
        made = changed(self._shifts(), said, types, self._material.facts.rooms)
        for draft in made.values():
            check_shift(draft)
        return made

    def save(self) -> None:
        """Change the shifts in one step; what is refused is said in the form."""
        try:
            change = self.change()
            if not change:
                return
            count = len(change)
            title = ngettext("Change {count} shift", "Change {count} shifts", count)
            self._hands.change_many(change, title.format(count=count))
        except UserError as error:
            self.form.show_error(error)
            return
        self.form.set_values({})
        self.look()
        self.kept.emit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._fit()
        elif event.type() == QEvent.Type.Show:
            QTimer.singleShot(0, self, self._fit)
        return done

    def _fit(self) -> None:
        """Be as high as the wrapped lines need; a scroll area asks for no height for a width.

        Not before the panel is seen: what is asked for its size earlier remembers a wrong one.
        """
        layout = self.layout()
        if layout is not None and self.isVisible():
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _said(self) -> BulkChange:
        raw = self.form.values()
        steps = {}
        for name, clock in _CLOCKS.items():
            try:
                steps[name] = parse_step(str(raw[name] or ""), clock=clock)
            except UserError as error:
                raise UserError(error.sentence, field=name) from error
        how, note = str(raw["note_how"] or ""), str(raw["note"] or "").strip()
        return BulkChange(
            type_id=cast("int | None", raw["type_id"]),
            **steps,
            position_id=cast("int | None", raw["position_id"]),
            room_id=cast("int | None", raw["room_id"]),
            note_how=how or ("replace" if note else ""),
            note=note,
            locked={"lock": True, "unlock": False}.get(str(raw["locked"])),
        )

    def _shifts(self) -> list[Shift]:
        return self._material.some(self._ids)

    def _show(self, lines: Sequence[Line], count: int) -> None:
        self._summary.setText(self._words(count))
        while self._lines.count():
            item = self._lines.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for sign, role, sentence in lines:
            self._lines.addWidget(_line(sign, role, sentence, self))
        self.save_button.setEnabled(bool(count) and not self._hands.refusal())
        words = ngettext("Change {count} shift", "Change {count} shifts", count)
        self.save_button.setText(words.format(count=count) if count else _("Change"))
        self._fit()

    def _words(self, count: int) -> str:
        locked = sum(one.locked for one in self._shifts())
        said = []
        if not self._shifts():
            said.append(_("Select shifts in the grid."))
        elif not count:
            said.append(_("What you leave empty stays as it is."))
        else:
            words = ngettext("{count} shift comes out otherwise.",
                             "{count} shifts come out otherwise.", count)  # fmt: skip
            said.append(words.format(count=count))
        if locked:
            words = ngettext("{count} locked shift stays as it is.",
                             "{count} locked shifts stay as they are.", locked)  # fmt: skip
            said.append(words.format(count=locked))
        return " ".join(said)


def _lines(found: Preview) -> Iterator[Line]:
    for one in found.broken[:_MOST]:
        yield (*_sign(one), one.sentence)
    more = len(found.broken) - _MOST
    if more > 0:
        words = ngettext("… and {count} more", "… and {count} more", more)
        yield "warning", "warning", words.format(count=more)
    if not found.broken:
        yield "check-circle", "success", _("No rule is newly broken.")
    if found.mended:
        count = len(found.mended)
        words = ngettext("{count} problem is solved: {first}",
                         "{count} problems are solved, the first: {first}", count)  # fmt: skip
        yield "check-circle", "success", words.format(count=count, first=found.mended[0].sentence)


def _sign(found: Violation) -> tuple[str, str]:
    return ("error", "danger") if found.strength is Strength.NEVER else ("warning", "warning")


def _line(sign: str, role: str, sentence: str, parent: QWidget) -> QWidget:
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(IconLabel(sign, role, 16, made), 0, Qt.AlignmentFlag.AlignTop)
    words = labels.label(sentence, pixels=13, parent=made)
    words.setWordWrap(True)
    row.addWidget(words, 1)
    return made
