"""What is typed into a day: "8-16:30 b30", "8-12 13-17", "8-?" (not gone yet), "8-16 # why"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from clinicmgr.hours.records.stretches import Stretch
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.periods import (
    format_range,
    parse_time,
    parse_time_range,
    short_range,
    uses_hour12,
)
from clinicmgr.staff.records import Position

_DASH = re.compile(r"\s*[-\u2010-\u2015\u2212]\s*")
_SUFFIX = re.compile(r"(?<=\d)\s+(?=[ap]\.?(?:m\.?)?(?:[\s,;\u2013\u2014-]|$))", re.IGNORECASE)
_SEPARATOR = re.compile(r"[\s,;+/]+")
_BREAK = re.compile(r"b(?:reak)?(\d{1,4})(?:m|min)?", re.IGNORECASE)
_WHY = "#"


@dataclass(frozen=True, slots=True)
class Typed:
    """One stretch as typed: minutes from midnight, no end while somebody is still at work."""

    start: int
    end: int | None
    break_minutes: int = 0
    position_id: int | None = None


@dataclass(frozen=True, slots=True)
class TypedDay:
    """A day as typed, and the reason that stood behind a #."""

    stretches: tuple[Typed, ...]
    reason: str = ""


def parse_day_entry(text: str, positions: Iterable[Position] = ()) -> TypedDay:
    """Read a day; an empty text is a day without work. UserError with what is possible.

    A break (b30) and the code of a position belong to the stretch before them.
    """
    words, _mark, reason = text.partition(_WHY)
    codes = {each.code.casefold(): each.id for each in positions if each.code}
    found: list[Typed] = []
    for word in _words(words):
        if (pause := _BREAK.fullmatch(word)) and found:
            found[-1] = replace(found[-1], break_minutes=int(pause[1]))
        elif word.casefold() in codes and found:
            found[-1] = replace(found[-1], position_id=codes[word.casefold()])
        else:
            found.append(_stretch(word))
    return TypedDay(tuple(found), " ".join(reason.split()))


def day_text_of(
    stretches: Sequence[Stretch], codes: Mapping[int, str], locale: str = "en_US"
) -> str:
    """Return a day as it is typed: "8a–4:30p b30"; `codes` are those of positions to be named."""
    return " ".join(_text(each, codes, locale) for each in stretches)


def _text(one: Stretch, codes: Mapping[int, str], locale: str) -> str:
    words = [_times(one.start, one.end, locale)]
    if one.break_minutes:
        words.append(f"b{one.break_minutes}")
    if one.position_id is not None and one.position_id in codes:
        words.append(codes[one.position_id])
    return " ".join(words)


def _times(start: int, end: int | None, locale: str) -> str:
    """Return "8a–4:30p" or "08:00–16:30"; 1:00–1 would be read as the afternoon."""
    until = start if end is None else end
    if uses_hour12(locale):
        text = short_range(start, until, locale)
    else:
        text = format_range(start, until, locale, hour12=False)
    return text if end is not None else f"{text.partition('–')[0]}–?"


def _words(text: str) -> list[str]:
    joined = _DASH.sub("-", _SUFFIX.sub("", text.strip()))
    # "8- b30": a dash at the end of a word stays there instead of swallowing the next word.
    joined = re.sub(r"-(?=b(?:reak)?\d)", "- ", joined, flags=re.IGNORECASE)
    return [word for word in _SEPARATOR.split(joined) if word]


def _stretch(word: str) -> Typed:
    try:
        if word.endswith(("-", "-?")):
            return Typed(parse_time(word.rstrip("?")[:-1]), None)
        return Typed(*parse_time_range(word))
    except UserError:
        raise UserError(
            _(
                "“{word}” is not a time worked. Type 8-16:30 b30, with b30 for a break of 30 "
                "minutes, 8-? while the end is not known, and # with the reason of a correction."
            ).format(word=word[:40])
        ) from None
