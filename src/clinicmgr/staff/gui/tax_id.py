"""The tax id of a person: masked, shown when asked for by somebody who may see it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.editors import mark_invalid
from clinicmgr.staff.service import Staff


class TaxIdLine(QWidget):
    """Shows "•••-••-1234"; "Show" passes the gate, then it can be read and changed."""

    def __init__(self, staff: Staff, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._staff, self._desk = staff, desk
        self._member_id = 0
        self.line = QLineEdit(self)
        self.line.setAccessibleName(_("Tax id"))
        self.line.setPlaceholderText("123-45-6789")
        self.line.returnPressed.connect(self.save)
        self.show_button = buttons.quiet(_("Show"), self._show_or_save, icon="eye", parent=self)
        self.error = labels.label(pixels=tokens.LABEL, tone="danger", parent=self)
        self.error.setWordWrap(True)
        self._is_clear = False
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(labels.label(_("Tax id"), pixels=tokens.LABEL, weight=600, parent=self))
        column.addLayout(row)
        column.addWidget(self.error)

    @property
    def is_dirty(self) -> bool:
        """Whether another id was typed and not kept yet."""
        return self._is_clear and self.line.isModified()

    def show_member(self, member_id: int) -> None:
        """Show the masked id of this member, also if another one's was clear before."""
        if member_id == self._member_id and self.is_dirty:
            return
        self._member_id = member_id
        self._hide()

    def save(self) -> None:
        """Keep the id that was typed and mask it again."""
        if not self._is_clear:
            return
        try:
            self._staff.set_tax_id(self._member_id, self.line.text())
        except UserError as error:
            self._say(error.sentence)
            return
        if self.line.isModified():
            self._desk.toast(_("Tax id kept"), undo=True)
        self._hide()

    def _show_or_save(self) -> None:
        if self._is_clear:
            self.save()
            return
        try:
            tax_id = self._staff.tax_id(self._member_id)
        except UserError as error:
            self._say(error.sentence)
            return
        self._is_clear = True
        self._say("")
        self.line.setText(tax_id)
        self.line.setReadOnly(False)
        self.line.setFocus()
        self.show_button.setText(_("Keep"))

    def _hide(self) -> None:
        self._is_clear = False
        self._say("")
        self.line.setText(self._staff.masked_tax_id(self._member_id) or _("none on record"))
        self.line.setModified(False)
        self.line.setReadOnly(True)
        self.show_button.setText(_("Show"))

    def _say(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        mark_invalid(self.line, bool(sentence))
