"""What was asked of each printable last: kept as one text, relative periods stay relative."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from clinicmgr.kernel.fields import Field
from clinicmgr.reports.catalog.asks import Answers

MOST_PRACTICES = 8
MOST_USED = 3


class Remembered:
    """The answers of one practice on this PC, and which printables were printed last.

    The text holds those of other practices too, as ids mean other people there. A text or a value
    in disorder counts as none.
    """

    def __init__(self, text: str, practice: str, keep: Callable[[str], object]) -> None:
        """`keep` takes the whole text whenever something changed."""
        self._keep = keep
        self._practice = practice
        self._all = _objects(text)
        own = self._all.pop(practice, {})
        self._used = [each for each in _list(own.get("used")) if isinstance(each, str)]
        self._answers = {
            name: given
            for name, given in _dict(own.get("answers")).items()
            if isinstance(given, dict)
        }

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the printables that were printed or saved last, the latest first."""
        return tuple(self._used)

    def answers(self, name: str, fields: Iterable[Field]) -> dict[str, object]:
        """Return what was answered last time, as far as it can still be answered."""
        given = self._answers.get(name, {})
        found: dict[str, object] = {}
        for field in fields:
            value = _value(field, given.get(field.name))
            if value is not None:
                found[field.name] = value
        return found

    def keep(self, name: str, fields: Iterable[Field], answers: Answers) -> None:
        """Remember these answers, but none that nobody changed."""
        told = {
            field.name: _plain(answers[field.name])
            for field in fields
            if field.name in answers and answers[field.name] not in _untold(field)
        }
        if told != self._answers.get(name, {}):
            self._answers[name] = told
            self._write()

    def note_use(self, name: str) -> None:
        """Remember that this one was printed or saved."""
        used = [name, *(each for each in self._used if each != name)][:MOST_USED]
        if used != self._used:
            self._used = used
            self._write()

    def _write(self) -> None:
        answers = {name: given for name, given in self._answers.items() if given}
        others = dict(list(self._all.items())[: MOST_PRACTICES - 1])
        own = {"used": self._used, "answers": answers}
        self._keep(json.dumps({self._practice: own, **others}, ensure_ascii=False))


def _untold(field: Field) -> tuple[object, ...]:
    return (field.empty,) if field.default is None else (field.default,)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _value(field: Field, given: object) -> object:
    """Return a kept value as the field has it; None if it is of another kind by now."""
    own = {value for value, _label in field.options()}
    match field.kind, given:
        case "day", str(text):
            return _day(text)
        case "choices", list(values):
            kept = tuple(each for each in values if isinstance(each, int | str) and each in own)
            return kept or None
        case "choice", int() | str():
            return given if given in own else None
        case "flag", bool():
            return given
        case "whole" | "money" | "hours" | "time", int():
            return given
        case "text" | "long_text", str():
            return given
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _objects(text: str) -> dict[str, dict[str, Any]]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {key: own for key, own in _dict(found).items() if isinstance(own, dict)}


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
