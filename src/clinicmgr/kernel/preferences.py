"""What this person likes on this PC; kept beside the program, not in the practice.

The very first picture needs them, so reading them costs nothing that it would have to wait for.
"""

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

Theme = Literal["light", "dark", "system"]
Density = Literal["comfortable", "compact"]
REMEMBERED = 8

_CHOICES: dict[str, tuple[str, ...]] = {"theme": get_args(Theme), "density": get_args(Density)}


@dataclass(frozen=True, slots=True)
class Preferences:
    """The preferences of this PC; `recent` holds the practices opened last, newest first."""

    theme: Theme = "system"
    density: Density = "comfortable"
    language: str = ""
    recent: tuple[str, ...] = ()
    window: str = ""
    page: str = ""
    reduced_motion: bool = False
    reports: str = ""
    """What was asked of each report last; `reports.catalog.remembered` reads and writes it."""

    def opened(self, practice: Path) -> "Preferences":
        """Return the same with `practice` as the last one opened."""
        path = str(practice.resolve())
        others = tuple(name for name in self.recent if name != path)
        return dataclasses.replace(self, recent=(path, *others)[:REMEMBERED])


def load_preferences(path: Path) -> Preferences:
    """Read the preferences; a file or a value in disorder counts as none."""
    if not path.exists():
        return Preferences()
    import tomllib

    try:
        found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    values: dict[str, Any] = {}
    for field in dataclasses.fields(Preferences):
        value = found.get(field.name)
        if isinstance(value, list):
            value = tuple(map(str, value))
        if type(value) is type(field.default) and value in _CHOICES.get(field.name, (value,)):
            values[field.name] = value
    return Preferences(**values)


def save_preferences(path: Path, preferences: Preferences) -> None:
    """Write the preferences, whole or not at all."""
    lines = [
        # JSON's strings, lists and flags are TOML's too.
        f"{name} = {json.dumps(value, ensure_ascii=False)}"
        for name, value in dataclasses.asdict(preferences).items()
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new")
    new.write_text("\n".join(lines) + "\n", encoding="utf-8")
    new.replace(path)
