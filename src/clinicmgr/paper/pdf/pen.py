"""A pen on one page: points, measured from the left and from the top."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, TypedDict, Unpack

from clinicmgr.kernel.paths import FontStyle
from clinicmgr.paper.pdf.fonts import runs
from clinicmgr.paper.pdf.lines import Lines, Type
from clinicmgr.paper.pdf.operators import Operators, Point
from clinicmgr.paper.pdf.reading import in_reading_order
from clinicmgr.paper.wording import printable

Align = Literal["left", "center", "right"]
_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}
INK, QUIET, HAIR, TINT = "#16191c", "#4a545c", "#b4bcc2", "#eff2f4"
ACCENT, DANGER = "#0f6b7a", "#a01c15"


UNNUMBERED = "*"
"""The mark of a footnote that does not stand at the foot of its page."""


class Look(TypedDict, total=False):
    """How a line looks: its color "#rrggbb", points of weight, dashes; no color draws no line."""

    color: str
    weight: float
    dash: Sequence[float]


@dataclass(frozen=True, slots=True)
class Place:
    """A heading: the name of its place in the file and the number of its page."""

    key: str
    page: int


def place_key(number: int) -> str:
    """Return the name of the place of the n-th bookmark of a file."""
    return f"place-{number}"


def raised(face: Type) -> Type:
    """Return the letters of a footnote's number after a text of that face."""
    return Type("Semibold", max(face.size * 0.62, 5.5), INK)


def mark_room(footnote: str, face: Type) -> float:
    """Return the points to leave free for the number of a footnote."""
    return raised(face).width("00") + 2 if footnote else 0


class Pen:
    """Draws on a ReportLab canvas; every text goes letter by letter, never as markup.

    ``places`` are the headings of the document in order, ``footnotes`` those of this page.
    """

    def __init__(self, canvas: Any, page_height: float, places: Sequence[Place] = ()) -> None:
        self.places = places
        self.footnotes: tuple[str, ...] = ()
        self._canvas = canvas
        self._height = page_height
        self._on = Operators(page_height)
        self._file = canvas._doc  # noqa: SLF001 - fonts are subset for a file, named only there
        self._codes: dict[tuple[str, FontStyle], Sequence[tuple[str, str]]] = {}
        self._outlined = -1
        self._marks = 0

    def finish_page(self) -> None:
        """Put what was drawn on the page and begin the next."""
        self._canvas.addLiteral(self._on.taken())
        self._canvas.showPage()

    def text(self, x: float, baseline: float, text: str, face: Type) -> None:
        """Write one line."""
        self._on.fill_with(face.color)
        if parts := self._coded(text, face.style):
            self._on.letters(x, baseline, face.size, parts)

    def aligned(
        self, x: float, baseline: float, text: str, face: Type, room: float, align: Align
    ) -> None:
        """Write one line at the left, center or right of ``room`` points."""
        if text:
            share = _SHARE[align]
            self.text(x + ((room - face.width(text)) * share if share else 0), baseline, text, face)

    def slanted(self, x: float, baseline: float, text: str, face: Type, degrees: float) -> None:
        """Write one line that rises to the right and ends at x and baseline."""
        turn, wide = math.radians(degrees), face.width(text)
        start = (x - wide * math.cos(turn), baseline + wide * math.sin(turn))
        self._on.fill_with(face.color)
        if parts := self._coded(text, face.style):
            self._on.letters(*start, face.size, parts, turn)

    def lines(
        self, x: float, top: float, lines: Lines, room: float = 0, align: Align = "left"
    ) -> None:
        """Write lines from ``top`` down."""
        face = lines.type
        for line in lines.lines:
            self.aligned(x, top + face.baseline, line, face, room, align)
            top += face.leading

    def mark(self, x: float, baseline: float, footnote: str, face: Type) -> None:
        """Write the raised number of a footnote of this page after a text of that face."""
        if footnote:
            found = footnote in self.footnotes
            said = str(self.footnotes.index(footnote) + 1) if found else UNNUMBERED
            self.text(x + 1, baseline - face.size * 0.34, said, raised(face))

    def line(self, x1: float, y1: float, x2: float, y2: float, **look: Unpack[Look]) -> None:
        """Draw a straight line."""
        self.strokes(((x1, y1, x2, y2),), **look)

    def strokes(
        self, segments: Iterable[tuple[float, float, float, float]], **look: Unpack[Look]
    ) -> None:
        """Draw straight lines x1, y1, x2, y2 that look alike."""
        self._stroke(look)
        self._on.segments(segments)

    def box(
        self,
        x: float,
        top: float,
        wide: float,
        high: float,
        *,
        fill: str | None = None,
        radius: float = 0,
        **look: Unpack[Look],
    ) -> None:
        """Draw a rectangle; without a color it has no frame."""
        framed = self._stroke(look)
        if fill:
            self._on.fill_with(fill)
        if radius:
            self._on.rounded((x, top, wide, high), radius, stroke=framed, fill=bool(fill))
        else:
            self._on.rectangle(x, top, wide, high, stroke=framed, fill=bool(fill))

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle."""
        self.box(x - radius, y - radius, 2 * radius, 2 * radius, fill=fill, radius=radius)

    def path(
        self, points: Sequence[Point], *, fill: str | None = None, **look: Unpack[Look]
    ) -> None:
        """Draw a line through points, or fill the shape they enclose."""
        framed = self._stroke(look)
        if fill:
            self._on.fill_with(fill)
        self._on.polygon(points, stroke=framed, fill=bool(fill))

    def inside(
        self, x: float, top: float, wide: float, high: float
    ) -> AbstractContextManager[None]:
        """Draw only inside a rectangle (for patterns; text is never cut)."""
        return self._on.clipped(x, top, wide, high)

    def bookmark(self, text: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to this place; no level is left out."""
        level = self._outlined = min(level, self._outlined + 1)
        self._marks += 1
        key = place_key(self._marks)
        self._canvas.bookmarkHorizontal(key, 0, self._height - top)
        self._canvas.addOutlineEntry(printable(text).replace("\n", " "), key, level)

    def link(self, key: str, x: float, top: float, wide: float, high: float) -> None:
        """Let a click into a rectangle lead to a place; nothing is drawn."""
        low = self._height - top - high
        area = (x, low, x + wide, low + high)
        self._canvas.linkAbsolute("", key, area, Border="[0 0 0]")

    def _stroke(self, look: Look) -> bool:
        if "color" not in look:
            return False
        self._on.stroke_with(look["color"], look.get("weight", 0.5), look.get("dash", ()))
        return True

    def _coded(self, text: str, style: FontStyle) -> Sequence[tuple[str, str]]:
        """The fonts of a line and the codes of its letters in the subsets that are embedded."""
        if (text, style) not in self._codes:
            from reportlab.pdfbase.pdfmetrics import getFont

            found: list[tuple[str, str]] = []
            for run in runs(in_reading_order(printable(text)), style):
                font: Any = getFont(run.font)
                for subset, codes in font.splitString(run.text, self._file):
                    found.append((font.getSubsetInternalName(subset, self._file), codes.hex()))
            self._codes[text, style] = found
        return self._codes[text, style]
