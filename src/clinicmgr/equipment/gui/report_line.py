"""Reporting a fault in one line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from clinicmgr.equipment.service import Equipment
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons
from clinicmgr.qtkit.desk import Desk


class ReportLine(QWidget):
    """Type "E-014 leaks" and press Enter; without a tag it is about the asset that is chosen."""

    def __init__(
        self,
        equipment: Equipment,
        desk: Desk,
        chosen: Callable[[], int | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._equipment, self._desk, self._chosen = equipment, desk, chosen
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(_("Report a fault, such as: E-014 leaks at the door"))
        self.line.setAccessibleName(_("Report a fault"))
        self.line.setClearButtonEnabled(True)
        self.button = buttons.quiet(_("Report"), self.report, icon="warning", parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.report)

    def report(self) -> bool:
        """Report what is typed; the line stays where it is refused."""
        opened: list[int] = []
        text = self.line.text()
        if not self._desk.attempt(
            lambda: opened.append(self._equipment.report_line(text, self._chosen()))
        ):
            return False
        self.line.clear()
        work = self._equipment.work(opened[0])
        asset = self._equipment.asset(work.asset_id)
        words = _("Opened {number} for {asset}: {title}")
        self._desk.toast(
            words.format(number=work.number, asset=asset.title, title=work.title), undo=True
        )
        return True
