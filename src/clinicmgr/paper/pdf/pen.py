"""A pen on one page: points, measured from the left and from the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any, Literal

from clinicmgr.paper.pdf.fonts import runs
from clinicmgr.paper.pdf.lines import Lines, Type
from clinicmgr.paper.pdf.reading import in_reading_order
from clinicmgr.paper.wording import printable

Align = Literal["left", "center", "right"]
_SHARE = {"left": 0.0, "center": 0.5, "right": 1.0}
INK, QUIET, HAIR, TINT = "#16191c", "#4a545c", "#b4bcc2", "#eff2f4"
ACCENT, DANGER = "#0f6b7a", "#a01c15"


@cache
def _paint(color: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(color)


class Pen:
    """Draws on a ReportLab canvas; every text goes letter by letter, never as markup."""

    def __init__(self, canvas: Any, page_height: float) -> None:
        self.canvas = canvas
        self._height = page_height
        self._outlined = -1
        self._marks = 0

    def text(self, x: float, baseline: float, text: str, face: Type) -> float:
        """Write one line and return its width."""
        self.canvas.setFillColor(_paint(face.color))
        start = x
        for run in runs(in_reading_order(printable(text)), face.style):
            self.canvas.setFont(run.font, face.size)
            self.canvas.drawString(x, self._height - baseline, run.text)
            x += run.width * face.size / 1000
        return x - start

    def aligned(
        self, x: float, baseline: float, text: str, face: Type, room: float, align: Align
    ) -> None:
        """Write one line at the left, center or right of ``room`` points."""
        if text:
            self.text(x + (room - face.width(text)) * _SHARE[align], baseline, text, face)

    def lines(
        self, x: float, top: float, lines: Lines, room: float = 0, align: Align = "left"
    ) -> None:
        """Write lines from ``top`` down."""
        face = lines.type
        for line in lines.lines:
            baseline = top + face.leading * 0.5 + face.size * 0.33
            self.aligned(x, baseline, line, face, room, align)
            top += face.leading

    def line(self, x1: float, y1: float, x2: float, y2: float, **look: Any) -> None:
        """Draw a straight line; ``look``: color, weight, dash."""
        with self._stroke(**look):
            self.canvas.line(x1, self._height - y1, x2, self._height - y2)

    def box(
        self,
        x: float,
        top: float,
        wide: float,
        high: float,
        *,
        fill: str | None = None,
        **look: Any,
    ) -> None:
        """Draw a rectangle; ``look``: color, weight, dash, radius; no color draws no frame."""
        radius = look.pop("radius", 0)
        framed = look.get("color") is not None
        if fill:
            self.canvas.setFillColor(_paint(fill))
        with self._stroke(**look):
            place = (x, self._height - top - high, wide, high)
            if radius:
                self.canvas.roundRect(*place, radius, stroke=int(framed), fill=int(bool(fill)))
            else:
                self.canvas.rect(*place, stroke=int(framed), fill=int(bool(fill)))

    def circle(self, x: float, y: float, radius: float, fill: str) -> None:
        """Draw a filled circle."""
        self.canvas.setFillColor(_paint(fill))
        self.canvas.circle(x, self._height - y, radius, stroke=0, fill=1)

    def path(
        self, points: Sequence[tuple[float, float]], *, fill: str | None = None, **look: Any
    ) -> None:
        """Draw a line through points, or fill the shape they enclose."""
        drawn = self.canvas.beginPath()
        drawn.moveTo(points[0][0], self._height - points[0][1])
        for x, y in points[1:]:
            drawn.lineTo(x, self._height - y)
        if fill:
            drawn.close()
            self.canvas.setFillColor(_paint(fill))
        with self._stroke(**look):
            self.canvas.drawPath(drawn, stroke=int("color" in look), fill=int(bool(fill)))

    @contextmanager
    def inside(self, x: float, top: float, wide: float, high: float) -> Iterator[None]:
        """Draw only inside a rectangle (for patterns; text is never cut)."""
        self.canvas.saveState()
        area = self.canvas.beginPath()
        area.rect(x, self._height - top - high, wide, high)
        self.canvas.clipPath(area, stroke=0, fill=0)
        yield
        self.canvas.restoreState()

    def bookmark(self, text: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to this place; no level is left out."""
        level = self._outlined = min(level, self._outlined + 1)
        self._marks += 1
        key = f"place-{self._marks}"
        self.canvas.bookmarkHorizontal(key, 0, self._height - top)
        self.canvas.addOutlineEntry(printable(text).replace("\n", " "), key, level)

    @contextmanager
    def _stroke(
        self, color: str | None = None, weight: float = 0.5, dash: Sequence[float] = ()
    ) -> Iterator[None]:
        if color is not None:
            self.canvas.setStrokeColor(_paint(color))
            self.canvas.setLineWidth(weight)
        if dash:
            self.canvas.setDash(list(dash))
        yield
        if dash:
            self.canvas.setDash()
