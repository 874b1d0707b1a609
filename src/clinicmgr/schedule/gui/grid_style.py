"""The measures of a roster grid in logical pixels: a week with room for words, a month of codes."""

from __future__ import annotations

from dataclasses import dataclass

from clinicmgr.qtkit import theme


@dataclass(frozen=True, slots=True)
class GridStyle:
    """How a grid is laid out. `codes`: chips show codes only, rows are lower, names shorter."""

    codes: bool
    head_width: int
    narrow_head: int
    header_height: int
    least_column: int
    group_height: int
    comfortable: int
    compact: int

    @property
    def row_height(self) -> int:
        """The height of a person's row in the density in use."""
        return self.compact if theme.current().density == "compact" else self.comfortable

    def head(self, width: int) -> int:
        """The width of the names in a grid of this width."""
        return self.head_width if width >= 800 else self.narrow_head


WEEK = GridStyle(
    codes=False,
    head_width=206,
    narrow_head=164,
    header_height=46,
    least_column=74,
    group_height=26,
    comfortable=44,
    compact=32,
)
MONTH = GridStyle(
    codes=True,
    head_width=176,
    narrow_head=150,
    header_height=42,
    least_column=24,
    group_height=24,
    comfortable=32,
    compact=26,
)
