"""What a page may ask of the window around it, without knowing the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from clinicmgr.kernel.clock import Clock
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.news import Changed
from clinicmgr.qtkit import dialog, theme
from clinicmgr.qtkit.dialog import Dialog
from clinicmgr.qtkit.jobs import Jobs
from clinicmgr.qtkit.shortcuts import Commands
from clinicmgr.qtkit.theme import Theme
from clinicmgr.qtkit.toast import ToastHost

if TYPE_CHECKING:
    from clinicmgr.paper import Document

_REFUSAL_SECONDS = 12.0
Chosen = Callable[[Path], object]


@runtime_checkable
class Reachable(Protocol):
    """A page that can show one of its records: `Desk.go_to` hands it the reference."""

    def go_to(self, ref: object) -> None:
        """Show and select what `ref` stands for."""
        ...


@runtime_checkable
class Keyed(Protocol):
    """A page with keys of its own, in a grid for example, for the keyboard sheet."""

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return (keys, what they do), the most useful first."""
        ...


class Files(Protocol):
    """Asks the user for a file; a test answers in its place."""

    def ask_open(self, title: str, pattern: str, done: Chosen) -> None:
        """Ask for a file that is there."""
        ...

    def ask_save(self, title: str, suggested: str, pattern: str, done: Chosen) -> None:
        """Ask where to write a file."""
        ...


class FileDialogs:
    """The file dialogs of this system, opened beside the event loop."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def ask_open(self, title: str, pattern: str, done: Chosen) -> None:
        """Ask for a file that is there; `pattern` is Qt's, such as "Excel (*.xlsx)"."""
        self._open(QFileDialog(self._window, title, "", pattern), done)

    def ask_save(self, title: str, suggested: str, pattern: str, done: Chosen) -> None:
        """Ask where to write; a name without an ending gets that of `suggested`."""
        asked = QFileDialog(self._window, title, "", pattern)
        asked.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asked.selectFile(suggested)
        asked.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
        self._open(asked, done)

    def _open(self, asked: QFileDialog, done: Chosen) -> None:
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.fileSelected.connect(lambda name: done(Path(name)))
        asked.open()


class Desk(QObject):
    """Jobs, messages, questions and the way to other pages.

    `changed` carries the news of each committed change (`kernel.news.Changed`); the window marks
    its pages stale by itself, so a page needs it only for more than that.
    """

    changed = Signal(Changed)
    went = Signal(str, object)
    paper_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(
        self,
        window: QWidget,
        clock: Clock,
        *,
        commands: Commands | None = None,
        files: Files | None = None,
    ) -> None:
        """`window` is what dialogs and messages stand over; a test may pass any widget."""
        super().__init__(window)
        self._window = window
        self.clock = clock
        self.jobs = Jobs(self)
        self.commands = commands or Commands(window)
        self.files: Files = files or FileDialogs(window)
        self._toasts = ToastHost(window)

    @property
    def theme(self) -> Theme:
        """The appearance in use."""
        return theme.current()

    # Messages

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say what was done; with `undo` a button takes it back."""
        self._toasts.say(text, undo=self.undo_wanted.emit if undo else None)

    def warn(self, sentence: str) -> None:
        """Say why something was not done; it stays longer than a toast."""
        self._toasts.say(sentence, seconds=_REFUSAL_SECONDS)

    def hide_toast(self) -> None:
        """Take the message away now."""
        self._toasts.hide()

    def attempt(
        self,
        verb: Callable[[], object],
        *,
        refused: Callable[[UserError], object] | None = None,
    ) -> bool:
        """Run a verb and tell whether it was carried out.

        A `UserError` goes to `refused` (a form shows it beside its field), or is said as a message.
        """
        try:
            verb()
        except UserError as error:
            if refused is None:
                self.warn(error.sentence)
            else:
                refused(error)
            return False
        return True

    # Questions

    def confirm(
        self,
        question: str,
        sentence: str,
        button: str,
        done: Callable[[], object],
        *,
        danger: bool = False,
    ) -> Dialog:
        """Ask before something is done; `done` runs if the button is pressed, and may refuse."""
        kind = "danger" if danger else "primary"
        return dialog.ask(self._window, question, sentence, button, done, kind=kind)

    def ask_open(self, title: str, pattern: str, done: Chosen) -> None:
        """Ask for a file to read; `pattern` is Qt's, such as "Excel (*.xlsx);;CSV (*.csv)"."""
        self.files.ask_open(title, pattern, done)

    def ask_save(self, title: str, suggested: str, pattern: str, done: Chosen) -> None:
        """Ask where to write a file; `suggested` is its name."""
        self.files.ask_save(title, suggested, pattern, done)

    # Elsewhere

    def go_to(self, page: str, ref: object = None) -> None:
        """Show a page by its id, and there the record that `ref` stands for."""
        self.went.emit(page, ref)

    def show_paper(self, document: Document) -> None:
        """Open the preview of a document, from where it is printed or saved."""
        self.paper_wanted.emit(document)
