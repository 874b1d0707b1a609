"""Comparing words the way a person would: case, accents and punctuation do not matter."""

import re
import unicodedata
from collections.abc import Iterable

_NOT_WORD = re.compile(r"[\W_]+")
_NEAR = 70.0  # of 100: "Nurze" is 80 to "Nurse", "Nurse" is 55 to "Purchasing"


def fold(text: str) -> str:
    """Return the letters and figures of `text` in lower case without accents, one space apart."""
    return _NOT_WORD.sub(" ", unaccented(text)).strip()


def unaccented(text: str) -> str:
    """Return `text` in lower case, without accents and with single spaces."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())


def closest(text: str, among: Iterable[str]) -> str | None:
    """Return the entry of `among` that was probably meant; None if nothing comes near."""
    from rapidfuzz import fuzz, process, utils

    found = process.extractOne(
        text, list(among), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_NEAR
    )
    return None if found is None else str(found[0])
