"""A file of CMS on its way in: what it is, what is wrong with it, and one button to keep it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.exchange import Fate, RowError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.qtkit import buttons, labels, tokens
from clinicmgr.qtkit.banner import Banner
from clinicmgr.qtkit.column import Column
from clinicmgr.qtkit.desk import Desk
from clinicmgr.qtkit.empty_state import EmptyState
from clinicmgr.qtkit.record_table import RecordTable
from clinicmgr.rates.exchange import CmsPlan


class CmsPanel(QWidget):
    """Shows the lines with errors, or that there are none."""

    closed = Signal()

    def __init__(
        self,
        file: str,
        plan: CmsPlan[object],  # type: ignore[type-var]  # either of the two
        keep: Callable[[], object],
        desk: Desk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.plan, self._keep, self._desk, self._file = plan, keep, desk, file
        title = labels.section(_("Import {file}").format(file=file), self)
        self.import_button = buttons.primary("", self.accept, icon="import", parent=self)
        self.cancel_button = buttons.quiet(_("Cancel"), self.closed.emit, parent=self)
        self.banner = Banner("info", self, wraps=True)
        self.table = RecordTable(
            _columns(), _("Lines with errors"), id_of=lambda error: (error.line, error.column),
            parent=self,
        )  # fmt: skip
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(title, 1)
        top.addWidget(self.cancel_button)
        top.addWidget(self.import_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.GAP)
        column.addLayout(top)
        column.addWidget(self.banner)
        column.addWidget(self.table, 1)
        self._show()

    def _show(self) -> None:
        counts = self.plan.counts
        wrong, good = counts[Fate.ERROR], counts[Fate.NEW]
        self.table.set_empty(
            EmptyState(
                "check-circle",
                _("No line has an error"),
                _("Import keeps the whole file as one step, which undo takes back."),
            )
        )
        self.table.set_records(self.plan.errors)
        self.import_button.setEnabled(bool(self.plan.new))
        words = ngettext("Import {count} line", "Import {count} lines", good)
        self.import_button.setText(words.format(count=f"{good:,}"))
        if wrong:
            count = ngettext("{count} line has errors.", "{count} lines have errors.", wrong)
            text = _("Nothing is imported. Download the file again, or mend these lines in it.")
            self.banner.say(count.format(count=wrong), text, tone="danger")
        elif self.plan.known:
            self.banner.say("", _("This very file is on record already."), tone="info")
        else:
            count = _("Everything can be imported.")
            self.banner.say(count, " ".join(self.plan.notes), tone="success")

    def accept(self) -> None:
        """Keep the file in one change."""
        if self.import_button.isEnabled() and self._desk.attempt(self._keep):
            self._desk.toast(_("Imported {what}").format(what=self._file), undo=True)
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _columns() -> tuple[Column[RowError], ...]:
    return (
        Column("line", _("Line"), lambda error: str(error.line), 70, "right",
               sort=lambda error: error.line),
        Column("column", _("Column"), lambda error: error.column, 160),
        Column("value", _("Value"), lambda error: str(error.value or ""), 160),
        Column("why", _("Why"), lambda error: error.sentence, 400, tone=lambda _error: "danger",
               stretch=True),
    )  # fmt: skip
