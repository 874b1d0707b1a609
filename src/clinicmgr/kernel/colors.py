"""The eight category colors, chosen to differ for color-blind eyes and in gray print."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CategoryColor:
    """One category: its colors as "#RRGGBB" in light and dark, and its pattern in black-and-white.

    `strong` is the stripe and the chart color, `fill` the chip's ground, `text` what is written on
    `fill`. Color never carries meaning alone, so `code` is always printed with it.
    """

    code: str
    strong: str
    fill: str
    text: str
    dark_strong: str
    dark_fill: str
    dark_text: str
    pattern: str


PATTERNS = ("solid", "diagonal", "dots", "horizontal", "cross", "vertical", "grid", "blank")
"""Names of the black-and-white print patterns, one for each category."""

# The strong colors keep a CIE76 distance of at least 24 (light) and 22 (dark) in normal vision and
# in simulated protanopia, deuteranopia and tritanopia (Machado 2009); their lightness steps differ.
CATEGORY: tuple[CategoryColor, ...] = (
    CategoryColor(
        "PR", "#553190", "#ECE1F7", "#43305C", "#8B7CD3", "#363244", "#E4E0EF", PATTERNS[0]
    ),
    CategoryColor(
        "RN", "#0489E0", "#DAE6FC", "#003B66", "#93BCE8", "#2D3640", "#D9E3F1", PATTERNS[1]
    ),
    CategoryColor(
        "MA", "#48D99A", "#D2EBDD", "#004328", "#60EA9F", "#26392D", "#D6E6DC", PATTERNS[2]
    ),
    CategoryColor(
        "FD", "#E69D4A", "#F6E2D0", "#51320D", "#8C7A00", "#3A3423", "#E8E2D3", PATTERNS[3]
    ),
    CategoryColor(
        "HY", "#631831", "#F3DCEB", "#5A1F45", "#D193A5", "#403135", "#F2DDE3", PATTERNS[4]
    ),
    CategoryColor(
        "TE", "#BE4643", "#FFE3D1", "#6A2A12", "#F06C61", "#462F2C", "#F3DEDB", PATTERNS[5]
    ),
    CategoryColor(
        "AD", "#8C9BAB", "#E1E6EB", "#2F3A45", "#D6E5EC", "#323537", "#D3E5EF", PATTERNS[6]
    ),
    CategoryColor(
        "TF", "#2A5B77", "#DBE7F1", "#173D52", "#357491", "#29373E", "#D4E5F0", PATTERNS[7]
    ),
)


def category(index: int) -> CategoryColor:
    """The category color of any whole number; after the eighth the colors start again."""
    return CATEGORY[index % len(CATEGORY)]
