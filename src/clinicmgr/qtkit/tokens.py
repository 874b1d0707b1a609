"""The design in numbers: colors for light and dark, spaces, radii and type sizes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colors of one appearance as "#RRGGBB"; `mode` is "light" or "dark"."""

    mode: str
    window: str
    surface: str
    surface_2: str
    hairline: str
    border: str
    text: str
    text_2: str
    accent: str
    on_accent: str
    accent_soft: str
    danger: str
    danger_soft: str
    warning: str
    warning_soft: str
    success: str
    success_soft: str

    def color(self, role: str) -> str:
        """The color of a role by its field name, for example "text_2"; KeyError if unknown."""
        if role == "mode" or role not in self.__dataclass_fields__:
            raise KeyError(role)
        value: str = getattr(self, role)
        return value


LIGHT: Final = Tokens(
    mode="light",
    window="#F4F7F8",
    surface="#FFFFFF",
    surface_2="#EEF2F4",
    hairline="#D9E0E4",
    border="#7E919D",
    text="#1B2730",
    text_2="#51606B",
    accent="#0F6B7A",
    on_accent="#FFFFFF",
    accent_soft="#DCEEF0",
    danger="#B3261E",
    danger_soft="#FBE4E1",
    warning="#8A5200",
    warning_soft="#FCEFD6",
    success="#1F7A4D",
    success_soft="#DDF1E6",
)

DARK: Final = Tokens(
    mode="dark",
    window="#12171B",
    surface="#1B2227",
    surface_2="#232C32",
    hairline="#35414A",
    border="#6F808C",
    text="#E6EBEE",
    text_2="#A9B6BF",
    accent="#5CC3D1",
    on_accent="#0B2A30",
    accent_soft="#17383E",
    danger="#FF9A90",
    danger_soft="#44201D",
    warning="#F0B95B",
    warning_soft="#3D2E14",
    success="#6FCF97",
    success_soft="#17382A",
)

# Spaces in logical pixels, on a grid of four.
SPACE: Final = 4
GAP: Final = 12
PAGE_MARGIN: Final = 24
CARD_PADDING: Final = 16
CONTROL_HEIGHT: Final = 32

RADIUS_CHIP: Final = 5
RADIUS_CONTROL: Final = 6
RADIUS_RAIL: Final = 8
RADIUS_CARD: Final = 10

# Type in pixels at 100 %. Source Sans Pro runs small, so the body is 14.
FAMILY: Final = "Source Sans Pro"
TITLE: Final = 22
SECTION: Final = 16
BODY: Final = 14
LABEL: Final = 13
CAPTION: Final = 12
FIGURE: Final = 28

ICON: Final = 18
ROW_HEIGHT: Final = {"comfortable": 44, "compact": 32}


def _luminance(color: str) -> float:
    """Relative luminance of "#RRGGBB", 0 to 1 (WCAG 2.2)."""

    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two "#RRGGBB" colors, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """The color `share` (0 to 1) of the way from `one` to `other`, channel by channel."""
    channels = (
        round(int(one[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in channels)
