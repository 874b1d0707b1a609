"""Text as it is searched."""

from __future__ import annotations

import unicodedata


def plain(text: str) -> str:
    """The text without case and without accents ("Müller" as "muller").

    Like `kernel.fields.names.unaccented`, but the start of the program does not have to load all
    that reads money and dates, and spaces stay as they are.
    """
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()
