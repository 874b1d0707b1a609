"""The drawing operators of PDF (ISO 32000-1, 8.4 and 8.5) for one page, from the page's top left.

ReportLab writes each number and each state anew in Python; a wall roster has 20,000 of them. What
is already set is not set again here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, lru_cache

Point = tuple[float, float]
_ROUND = 0.5523
"""Length of the handles of a quarter circle drawn as a Bezier curve, as a share of its radius."""


@cache
def _parts(color: str) -> str:
    return " ".join(f"{int(color[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))


@lru_cache(maxsize=1024)
def _dashed(dash: tuple[float, ...]) -> str:
    return f"[{' '.join(f'{part:.2f}' for part in dash)}] 0 d"


class Operators:
    """Collects operators; distances in points, y downward from the top."""

    def __init__(self, page_height: float) -> None:
        self._height = page_height
        self._written: list[str] = []
        self._set: dict[str, object] = {}

    def taken(self) -> str:
        """Return all operators of a page and begin a new one."""
        text = "\n".join(self._written)
        self._written, self._set = [], {}
        return text

    def fill_with(self, color: str) -> None:
        """Choose the color "#rrggbb" of areas and letters."""
        if self._set.get("fill") != color:
            self._set["fill"] = color
            self._written.append(_parts(color) + " rg")

    def stroke_with(self, color: str, weight: float, dash: Sequence[float]) -> None:
        """Choose the color of lines, how thick they are and their dashes (none: whole)."""
        if self._set.get("stroke") != color:
            self._set["stroke"] = color
            self._written.append(_parts(color) + " RG")
        if self._set.get("weight") != weight:
            self._set["weight"] = weight
            self._written.append(f"{weight:.2f} w")
        if self._set.get("dash", ()) != tuple(dash):
            self._set["dash"] = tuple(dash)
            self._written.append(_dashed(tuple(dash)))

    def letters(
        self,
        x: float,
        y: float,
        size: float,
        parts: Iterable[tuple[str, str]],
        turn: float = 0,
    ) -> None:
        """Write parts (a font and hexadecimal codes of it) one after the other from x, y on.

        ``turn`` raises the line, in radians.
        """
        written = " ".join(f"{font} {size:.2f} Tf <{codes}> Tj" for font, codes in parts)
        at = f"{x:.2f} {self._height - y:.2f}"
        cos, sin = math.cos(turn), math.sin(turn)
        to = f"{cos:.5f} {sin:.5f} {-sin:.5f} {cos:.5f} {at} Tm" if turn else f"{at} Td"
        self._written.append(f"BT {to} {written} ET")

    def segments(self, found: Iterable[tuple[float, float, float, float]]) -> None:
        """Draw straight lines x1, y1, x2, y2 in one stroke."""
        high = self._height
        self._written.append(
            " ".join(
                f"{x1:.2f} {high - y1:.2f} m {x2:.2f} {high - y2:.2f} l" for x1, y1, x2, y2 in found
            )
            + " S"
        )

    def polygon(self, points: Sequence[Point], *, stroke: bool, fill: bool) -> None:
        """Draw a line through points, or the shape they enclose."""
        steps = " l ".join(f"{x:.2f} {self._height - y:.2f}" for x, y in points[1:])
        first = f"{points[0][0]:.2f} {self._height - points[0][1]:.2f} m"
        closed = " h" if fill else ""
        rest = f" {steps} l" if steps else ""
        self._written.append(f"{first}{rest}{closed} {_ending(stroke=stroke, fill=fill)}")

    def rectangle(
        self, x: float, top: float, wide: float, high: float, *, stroke: bool, fill: bool
    ) -> None:
        """Draw a rectangle."""
        base = self._height - top - high
        ending = _ending(stroke=stroke, fill=fill)
        self._written.append(f"{x:.2f} {base:.2f} {wide:.2f} {high:.2f} re {ending}")

    def rounded(
        self, area: tuple[float, float, float, float], radius: float, *, stroke: bool, fill: bool
    ) -> None:
        """Draw a rectangle (x, top, width, height) with round corners."""
        x, top, wide, high = area
        radius = min(radius, wide / 2, high / 2)
        right, up, low = x + wide, self._height - top, self._height - top - high
        r, h = radius, radius * (1 - _ROUND)
        corners = (
            ((x + r, low), (right - r, low), (right - h, low), (right, low + h), (right, low + r)),
            ((), (right, up - r), (right, up - h), (right - h, up), (right - r, up)),
            ((), (x + r, up), (x + h, up), (x, up - h), (x, up - r)),
            ((), (x, low + r), (x, low + h), (x + h, low), (x + r, low)),
        )
        parts = []
        for start, line, one, two, end in corners:
            if start:
                parts.append(f"{_at(start)} m")
            parts.append(f"{_at(line)} l {_at(one)} {_at(two)} {_at(end)} c")
        parts.append(f"h {_ending(stroke=stroke, fill=fill)}")
        self._written.append(" ".join(parts))

    @contextmanager
    def clipped(self, x: float, top: float, wide: float, high: float) -> Iterator[None]:
        """Draw only inside a rectangle."""
        self._written.append("q")
        self.rectangle(x, top, wide, high, stroke=False, fill=False)
        self._written[-1] = self._written[-1].removesuffix("n") + "W n"
        kept = dict(self._set)
        yield
        self._set = kept
        self._written.append("Q")


def _at(point: Sequence[float]) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _ending(*, stroke: bool, fill: bool) -> str:
    if fill:
        return "B" if stroke else "f"
    return "S" if stroke else "n"
