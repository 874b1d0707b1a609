"""Names as short as they can be told apart: for chips, and to type into rows of a position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clinicmgr.schedule.records import Person

_TITLES = frozenset({"dr.", "dr", "prof.", "mr.", "mrs.", "ms."})


@dataclass(frozen=True, slots=True)
class ShortName:
    """A person's short name, such as "Ann" or "Ann L.", and the initials."""

    name: str
    initials: str


def short_names(people: Iterable[Person]) -> Mapping[int, ShortName]:
    """The first name where nobody else has it, then with the last initial, else the whole name."""
    whole = {one.id: _parts(one.name) for one in people}
    first = Counter(parts[0] for parts in whole.values())
    with_last = Counter(_with_initial(parts) for parts in whole.values())
    made = {}
    for member_id, parts in whole.items():
        name = parts[0]
        if first[name] > 1:
            name = _with_initial(parts)
            if with_last[name] > 1:
                name = " ".join(parts)
        made[member_id] = ShortName(name, "".join(part[:1] for part in (parts[0], *parts[1:][-1:])))
    return made


def _parts(name: str) -> list[str]:
    parts = name.split() or [name]
    return parts[1:] if len(parts) > 1 and parts[0].casefold() in _TITLES else parts


def _with_initial(parts: list[str]) -> str:
    return f"{parts[0]} {parts[-1][:1]}." if len(parts) > 1 else parts[0]
