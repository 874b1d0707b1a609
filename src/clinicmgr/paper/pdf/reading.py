"""Right-to-left writing: letters as they stand on paper, from left to right."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PAIRS = str.maketrans("()[]{}<>«»", ")(][}{><»«")


@lru_cache(maxsize=4096)
def in_reading_order(line: str) -> str:
    """Return one line in the order and the shapes in which it is printed.

    A short form of the Unicode bidirectional algorithm (UAX 9) for a left-to-right page: each
    right-to-left stretch is turned round, numbers inside it are not, Arabic letters are joined.
    """
    if line.isascii() or not any(_rtl(letter) for letter in line):
        return line
    return "".join(_turned(text) if rtl else text for text, rtl in _stretches(_joined(line)))


def _rtl(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in {"R", "AL"}


def _stretches(line: str) -> list[tuple[str, bool]]:
    """Split into stretches; what stands between two right-to-left letters goes with them."""
    places = [place for place, letter in enumerate(line) if _rtl(letter)]
    parts: list[tuple[str, bool]] = []
    done = place = 0
    while place < len(places):
        first = last = place
        while last + 1 < len(places) and not _latin(line[places[last] : places[last + 1]]):
            last += 1
        parts.append((line[done : places[first]], False))
        done = places[last] + 1
        parts.append((line[places[first] : done], True))
        place = last + 1
    return [*parts, (line[done:], False)]


def _latin(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) == "L" for letter in text)


def _turned(text: str) -> str:
    turned, number = "", ""
    for letter in text:
        if unicodedata.bidirectional(letter) in {"EN", "AN"}:
            number += letter
            continue
        turned, number = letter.translate(_PAIRS) + number + turned, ""
    return number + turned


def _joined(line: str) -> str:
    """Replace Arabic letters by the presentation form that fits their neighbors."""
    letters = list(line)
    for place, letter in enumerate(line):
        forms = _FORMS.get(letter)
        if forms is None:
            continue
        before = place > 0 and "initial" in _FORMS.get(line[place - 1], {})
        after = place + 1 < len(line) and line[place + 1] in _FORMS and "initial" in forms
        name = {(True, True): "medial", (True, False): "final", (False, True): "initial"}.get(
            (before and "final" in forms, after), "isolated"
        )
        letters[place] = forms.get(name, letter)
    return "".join(letters)


def _presentation_forms() -> dict[str, dict[str, str]]:
    """Letter -> form -> character, from the Unicode data (Arabic Presentation Forms-B)."""
    found: dict[str, dict[str, str]] = {}
    for code in range(0xFE80, 0xFEF5):
        form, _sep, letters = unicodedata.decomposition(chr(code)).partition("> ")
        if letters and " " not in letters:
            found.setdefault(chr(int(letters, 16)), {})[form.strip("<")] = chr(code)
    return found


_FORMS = _presentation_forms()
