"""The colors and typefaces of the roster, taken from the theme once and kept until it changes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetrics

from clinicmgr.kernel.colors import category
from clinicmgr.qtkit import theme
from clinicmgr.qtkit.tokens import Tokens, mixed


class Inks:
    """Colors by role, and those of the categories."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.dark = tokens.mode == "dark"
        roles = [role for role in tokens.__dataclass_fields__ if role != "mode"]
        self._colors = {role: QColor(tokens.color(role)) for role in roles}
        mix = {
            "today": mixed(tokens.surface, tokens.accent_soft, 0.42),
            "weekend": mixed(tokens.surface, tokens.surface_2, 0.6),
            "closed": mixed(tokens.surface, tokens.surface_2, 1.0),
            "band": mixed(tokens.surface_2, tokens.window, 0.3),
            "line": mixed(tokens.surface, tokens.hairline, 0.85),
            "hatch": mixed(tokens.surface, tokens.border, 0.32),
            "corner": mixed(tokens.surface, tokens.border, 0.75),
            "head_today": mixed(tokens.surface_2, tokens.accent_soft, 0.75),
        }
        self._colors |= {role: QColor(color) for role, color in mix.items()}

    def __getitem__(self, role: str) -> QColor:
        return self._colors[role]

    def strong(self, color: int) -> QColor:
        """The stripe of a category."""
        shade = category(color)
        return _qcolor(shade.dark_strong if self.dark else shade.strong)

    def fill(self, color: int) -> QColor:
        """The ground of a category's chip."""
        shade = category(color)
        return _qcolor(shade.dark_fill if self.dark else shade.fill)

    def text(self, color: int) -> QColor:
        """What is written on that ground."""
        shade = category(color)
        return _qcolor(shade.dark_text if self.dark else shade.text)


@lru_cache(maxsize=64)
def _qcolor(name: str) -> QColor:
    return QColor(name)


@lru_cache(maxsize=16)
def font(pixels: int, weight: int = 400) -> QFont:
    """Our typeface in a size and weight."""
    return theme.font(pixels, weight)


@lru_cache(maxsize=16)
def metrics(pixels: int, weight: int = 400) -> QFontMetrics:
    """How wide text is in it."""
    return QFontMetrics(font(pixels, weight))


def elided(text: str, room: int, pixels: int, weight: int = 400) -> str:
    """The text, cut with "…" where it does not fit into `room` pixels."""
    from PySide6.QtCore import Qt

    measure = metrics(pixels, weight)
    if measure.horizontalAdvance(text) <= room:
        return text
    return measure.elidedText(text, Qt.TextElideMode.ElideRight, room)
