"""Plain text into lines that fit: nothing is ever read as markup, nothing runs out of its box."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from clinicmgr.kernel.paths import FontStyle
from clinicmgr.paper.pdf.fonts import width
from clinicmgr.paper.wording import printable

_WORDS = re.compile(r"[^ ]+?[-\u2013\u2014/](?=[^ ])|[^ ]+| +")
_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Type:
    """A size and weight of letters, in points, with a color "#rrggbb"."""

    style: FontStyle = "Regular"
    size: float = 9.5
    color: str = "#16191c"
    lead: float = 1.24

    @property
    def leading(self) -> float:
        """Distance from line to line in points."""
        return self.size * self.lead

    @property
    def baseline(self) -> float:
        """Distance from the top of a line to its baseline in points."""
        return self.leading * 0.5 + self.size * 0.33

    def width(self, text: str) -> float:
        """Width of one line in points."""
        return width(printable(text), self.style, self.size)


@dataclass(frozen=True, slots=True)
class Lines:
    """Text broken to a width; ``height`` in points."""

    type: Type
    lines: tuple[str, ...] = field(default=())

    @property
    def height(self) -> float:
        """Height of all lines in points."""
        return len(self.lines) * self.type.leading

    def cut(self, first: int, count: int) -> Lines:
        """Return ``count`` of the lines from ``first`` on."""
        return Lines(self.type, self.lines[first : first + count])


def broken(text: str, face: Type, room: float, indent: float = 0) -> Lines:
    """Break text to ``room`` points; the first line is ``indent`` shorter. Empty text: no lines."""
    if not text:
        return Lines(face)
    found = _broken(printable(text), face.style, room / face.size, indent / face.size)
    return Lines(face, found)


def capped(text: str, face: Type, room: float, most: int) -> Lines:
    """Break text for a head, which must leave room for what is below: at most so many lines."""
    found = broken(text, face, room)
    if len(found.lines) <= most:
        return found
    rest = " ".join(found.lines[most - 1 :])
    return Lines(face, (*found.lines[: most - 1], elided(rest, face, room)))


def longest_word(text: str, face: Type) -> float:
    """Return the width of the longest piece that is not broken unless it must."""
    words = _WORDS.findall(printable(text).replace("\n", " "))
    return max((face.width(word) for word in words if not word.isspace()), default=0)


def elided(text: str, face: Type, room: float) -> str:
    """Return one line of at most ``room`` points, for running heads only."""
    line = " ".join(printable(text).split())
    if face.width(line) <= room:
        return line
    while line and face.width(line + _ELLIPSIS) > room:
        line = line[: min(len(line) - 1, int(len(line) * room / face.width(line)) + 1)]
    return line.rstrip() + _ELLIPSIS


@lru_cache(maxsize=20_000)
def _broken(text: str, style: FontStyle, room: float, indent: float) -> tuple[str, ...]:
    """Break at size 1; the same texts come again and again in a table."""
    done: list[str] = []
    for paragraph in text.split("\n"):
        done.extend(_paragraph(paragraph, style, room, indent if not done else 0))
    return tuple(done)


def _paragraph(text: str, style: FontStyle, room: float, indent: float) -> list[str]:
    lines: list[str] = []
    line, used = "", indent
    for word in _WORDS.findall(text):
        wide = width(word, style, 1)
        if used + wide <= room + 1e-6 or (word.isspace() and line):
            line, used = line + word, used + wide
            continue
        if line or used:
            lines.append(line.rstrip(" "))
        line, used = word.lstrip(" "), wide
        while used > room and len(line) > 1:
            head = _that_fits(line, style, room)
            lines.append(line[:head])
            line = line[head:]
            used = width(line, style, 1)
    return [*lines, line.rstrip(" ")]


def _that_fits(word: str, style: FontStyle, room: float) -> int:
    """Return how many letters of a word that is too long go on one line: one at least."""
    used = 0.0
    for count, letter in enumerate(word):
        used += width(letter, style, 1)
        if used > room:
            return max(1, count)
    return len(word)
