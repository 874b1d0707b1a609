"""The embedded typeface, the widths of its letters, and glyphs borrowed for what it lacks."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

from clinicmgr.kernel.paths import FontStyle, font_file
from clinicmgr.paper.wording import REPLACEMENT

_BORROWED = {
    "Regular": "DejaVuSans.ttf",
    "It": "DejaVuSans-Oblique.ttf",
    "Semibold": "DejaVuSans-Bold.ttf",
    "Bold": "DejaVuSans-Bold.ttf",
}
_CLIENT_NAME = "ClinicMgr-"


@dataclass(frozen=True, slots=True)
class Font:
    """A font that ReportLab knows by ``name``; widths are thousandths of the size."""

    name: str
    widths: dict[int, float]
    glyphs: dict[int, int]


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that follow each other in one font; ``width`` in thousandths of the size."""

    font: str
    text: str
    width: float


@lru_cache(maxsize=50_000)
def runs(text: str, style: FontStyle) -> tuple[Run, ...]:
    """Split printable text into runs of one font each; what no font has becomes a sign."""
    font = _font(style)
    if all(ord(letter) in font.glyphs for letter in text):
        return (_run(font, text),)
    chosen = [_choose(letter, style) for letter in text]
    return tuple(
        _run(found, "".join(letter for _font_of, letter in group))
        for found, group in (
            (members[0][0], members)
            for members in (list(g) for _name, g in groupby(chosen, key=lambda c: c[0].name))
        )
    )


@lru_cache(maxsize=50_000)
def _measure(text: str, style: FontStyle) -> float:
    return sum(run.width for run in runs(text, style))


def width(text: str, style: FontStyle, size: float) -> float:
    """Return the printed width of one line in points."""
    return _measure(text, style) * size / 1000


def initial_font() -> str:
    """Return the name of the font a page starts with, so that no other is named in the file."""
    return _font("Regular").name


def _run(font: Font, text: str) -> Run:
    return Run(font.name, text, sum(font.widths.get(ord(letter), 0) for letter in text))


def _choose(letter: str, style: FontStyle) -> tuple[Font, str]:
    own, borrowed = _font(style), _borrowed(style)
    if ord(letter) in own.glyphs:
        return own, letter
    if borrowed is None:
        return own, "?"
    return borrowed, letter if ord(letter) in borrowed.glyphs else REPLACEMENT


@cache
def _font(style: FontStyle) -> Font:
    return _register(_CLIENT_NAME + style, font_file(style))


@cache
def _borrowed(style: FontStyle) -> Font | None:
    """Return DejaVu Sans, which comes with matplotlib and knows 5,900 characters."""
    found = importlib.util.find_spec("matplotlib")
    if found is None or found.origin is None:
        return None
    file = Path(found.origin).parent / "mpl-data" / "fonts" / "ttf" / _BORROWED[style]
    return _register(_CLIENT_NAME + file.stem, file) if file.is_file() else None


@cache
def _register(name: str, file: Path) -> Font:
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    settings: Any = rl_config
    settings.useA85 = 0  # bytes as they are: files a fifth smaller, a third faster to write
    font: Any = TTFont(name, str(file))
    pdfmetrics.registerFont(font)
    return Font(name, font.face.charWidths, font.face.charToGlyph)
