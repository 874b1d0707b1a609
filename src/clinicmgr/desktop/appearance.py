"""The few preferences that the very first picture needs, read without paying for the database.

`kernel.settings` holds all preferences, but it also holds the practice's settings and so imports
SQLAlchemy; the shell is painted before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

Mode = Literal["light", "dark", "system"]
Density = Literal["comfortable", "compact"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """How the first picture looks, and which practice it is for."""

    theme: Mode = "system"
    density: Density = "comfortable"
    language: str = ""
    window: str = ""
    recent: tuple[str, ...] = ()


def read(preferences: Path) -> Appearance:
    """Read the appearance out of the preferences; a file in disorder counts as none."""
    if not preferences.exists():
        return Appearance()
    import tomllib

    try:
        found = tomllib.loads(preferences.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Appearance()
    return Appearance(
        theme=cast("Mode", _one_of(found, "theme", ("system", "light", "dark"))),
        density=cast("Density", _one_of(found, "density", ("comfortable", "compact"))),
        language=str(found.get("language", "")),
        window=str(found.get("window", "")),
        recent=tuple(map(str, found["recent"])) if isinstance(found.get("recent"), list) else (),
    )


def _one_of(found: dict[str, Any], name: str, allowed: tuple[str, ...]) -> str:
    value = found.get(name)
    return value if value in allowed else allowed[0]
