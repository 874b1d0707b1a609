"""What a command answers: text for a person, plain values for a script."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Any, TextIO


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a command; with problems found the exit code is 1."""

    text: str
    values: Mapping[str, Any] = field(default_factory=dict)
    found_problems: bool = False


def write(answer: Answer, *, as_json: bool, to: TextIO) -> None:
    """Print the answer in the form that was asked for, as far as anybody reads it."""
    text = answer.text.rstrip("\n")
    if as_json:
        text = json.dumps(plain(answer.values), indent=2, ensure_ascii=False)
    if not text:
        return
    try:
        to.write(text + "\n")
        to.flush()
    except BrokenPipeError:
        # Whoever read has seen enough (`… | head`); Python would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), to.fileno())


def plain(value: Any) -> Any:
    """Return `value` made of what JSON knows: records become objects, days ISO texts."""
    match value:
        case Enum():
            return value.name.lower()
        case str() | int() | float() | None:
            return value
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case Path():
            return str(value)
        case Mapping():
            return {str(key): plain(item) for key, item in value.items()}
        case _ if is_dataclass(value) and not isinstance(value, type):
            return plain(asdict(value))
        case _:
            return [plain(item) for item in value]
