"""Dialogs: a title, content, buttons; opened beside the event loop, never run inside it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.banner import Banner


class Dialog(QDialog):
    """Our frame for the few questions that cannot be asked in a panel; show it with `open()`.

    `on_accept` does the work when the main button is pressed. If it raises a `UserError`, the
    dialog stays open and says the sentence; `refused` may show it beside a field.
    """

    def __init__(
        self,
        title: str,
        accept: str,
        on_accept: Callable[[], object],
        *,
        kind: str = "primary",
        parent: QWidget | None = None,
    ) -> None:
        """`accept` is the text of the main button, `kind` is "primary" or "danger"."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._on_accept = on_accept
        self.refused: Callable[[UserError], object] = self.show_error
        self.banner = Banner("danger", self, wraps=True)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        make = buttons.danger if kind == "danger" else buttons.primary
        self.accept_button: QPushButton = make(accept, self.accept, parent=self)
        self.cancel_button = buttons.quiet(_("Cancel"), self.reject, parent=self)
        safe = self.cancel_button if kind == "danger" else self.accept_button
        safe.setDefault(True)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addStretch()
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        heading = labels.label(title, pixels=18, weight=600, parent=self)
        heading.setWordWrap(True)
        column.addWidget(heading)
        column.addWidget(self.banner)
        column.addLayout(self.body, 1)
        column.addSpacing(4)
        column.addLayout(self.foot)
        self.setMinimumWidth(420)

    def accept(self) -> None:
        """Do the work and close, or stay and say why not."""
        self.banner.clear()
        try:
            self._on_accept()
        except UserError as error:
            self.refused(error)
        else:
            super().accept()

    def show_error(self, error: UserError) -> None:
        """Say in a banner why the work was refused."""
        self.banner.say("", error.sentence)


def ask(
    parent: QWidget,
    title: str,
    sentence: str,
    accept: str,
    on_accept: Callable[[], object],
    *,
    kind: str = "primary",
) -> Dialog:
    """Open a question with one sentence; `on_accept` runs if the main button is pressed."""
    asked = Dialog(title, accept, on_accept, kind=kind, parent=parent)
    words = labels.paragraph(sentence, asked)
    words.setMinimumWidth(372)
    asked.body.addWidget(words)
    asked.open()
    return asked


def tell(parent: QWidget, title: str, sentence: str) -> Dialog:
    """Open a message with one button."""
    told = ask(parent, title, sentence, _("OK"), lambda: None)
    told.cancel_button.hide()
    return told
