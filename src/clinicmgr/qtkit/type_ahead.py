"""Finding a row by typing the beginning of a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QElapsedTimer

from clinicmgr.qtkit.plain_text import plain

_PAUSE = 1000  # milliseconds after which typing starts a new word


class TypeAhead:
    """Collects what is typed in quick succession and looks for it from the current row on."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    def find(
        self, key: str, current: int, count: int, texts: Iterable[Callable[[int], str]]
    ) -> int | None:
        """The row to go to after this key, None if none fits; `texts` are functions of the row.

        The first column is searched in all rows before the second one.
        """
        if not self._since.isValid() or self._since.elapsed() > _PAUSE:
            self._typed = ""
        self._since.restart()
        self._typed += plain(key)
        start = max(current, 0) + (1 if len(self._typed) == 1 and current >= 0 else 0)
        rows: tuple[int, ...] = (*range(start, count), *range(min(start, count)))
        for text in texts:
            for row in rows:
                words = plain(text(row))
                if words.startswith(self._typed) or f" {self._typed}" in words:
                    return row
        return None
