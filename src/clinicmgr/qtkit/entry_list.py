"""A short list inside a record: entries with their pill and their verbs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.qtkit import buttons, labels
from clinicmgr.qtkit.pill import Pill


@dataclass(frozen=True, slots=True)
class Verb:
    """Something that can be done with an entry: an icon, the name read aloud, and the doing."""

    icon: str
    name: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is shown; `pill` is a word and its tone, `faint` says it is over."""

    text: str
    note: str = ""
    pill: tuple[str, str] = ("", "")
    verbs: tuple[Verb, ...] = ()
    faint: bool = False


class EntryRow(QFrame):
    """An entry with its pill and verbs in one row."""

    def __init__(self, entry: Entry, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(", ".join(filter(None, (entry.text, entry.note, entry.pill[0]))))
        words = QVBoxLayout()
        words.setSpacing(0)
        text = labels.label(
            entry.text,
            weight=400 if entry.faint else 600,
            tone="secondary" if entry.faint else "",
            parent=self,
        )
        text.setWordWrap(True)
        words.addWidget(text)
        if entry.note:
            note = labels.secondary(entry.note, self)
            note.setWordWrap(True)
            words.addWidget(note)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(4)
        row.addLayout(words, 1)
        if entry.pill[0]:
            row.addWidget(Pill(*entry.pill, self), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addSpacing(4)
        for verb in entry.verbs:
            name = f"{verb.name}: {entry.text}"
            row.addWidget(buttons.bare(verb.icon, name, verb.run, parent=self))


class EntryList(QWidget):
    """Entries below each other with a line between them, or a sentence when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nothing = labels.secondary(parent=self)
        self._nothing.setWordWrap(True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)

    def show_entries(self, entries: Sequence[Entry], nothing: str = "") -> None:
        """Show these entries; `nothing` is the sentence when there are none."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for at, entry in enumerate(entries):
            if at:
                line = QFrame(self)
                line.setFixedHeight(1)
                line.setProperty("kind", "line")
                self._rows.addWidget(line)
            row = EntryRow(entry, self)
            self._rows.addWidget(row)
            row.show()
        self._nothing.setText(nothing)
        self._nothing.setVisible(not entries and bool(nothing))
