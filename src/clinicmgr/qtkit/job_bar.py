"""The place in the status line where running work shows its progress."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.jobs import Jobs


class JobBar(QWidget):
    """Title, slim bar and a button to cancel; takes no room while nothing takes long."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._title = ""
        self._words = labels.secondary(parent=self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._cancel = buttons.bare("close", _("Cancel"), jobs.cancel, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        jobs.shown.connect(self._show)
        jobs.progressed.connect(self._progress)
        jobs.hidden.connect(self.hide)
        self.hide()

    def _show(self, title: str) -> None:
        self._title = title
        self._words.setText(title)
        self._bar.setRange(0, 0)
        self.setAccessibleName(title)
        self._bar.setAccessibleName(title)
        self.show()

    def _progress(self, fraction: float, text: str) -> None:
        if self._bar.maximum() == 0:
            self._bar.setRange(0, 1000)
        self._bar.setValue(round(fraction * 1000))
        self._words.setText(" · ".join(part for part in (self._title, text) if part))
