"""Reading a choice by its label, and saying what was probably meant."""

import re
from collections.abc import Callable
from decimal import Decimal

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields.field import Field
from clinicmgr.kernel.fields.names import closest, unaccented
from clinicmgr.kernel.i18n import _

_BETWEEN = re.compile(r"\s*([;,|\n])\s*")


class _Lookup:
    """The choices of a field by their labels; exact ones first, then without case and accents."""

    def __init__(self, field: Field) -> None:
        self._field = field
        options = field.options()
        self._own = tuple(value for value, _label in options)
        self._labels = tuple(label for _value, label in options)
        self._exact: dict[str, list[object]] = {}
        self._folded: dict[str, list[object]] = {}
        for value, label in options:
            self._exact.setdefault(label.strip(), []).append(value)
            self._folded.setdefault(unaccented(label), []).append(value)
        for value in self._own:
            if isinstance(value, str):  # an id in words, as other programs write it
                self._folded.setdefault(unaccented(value), [value])

    def is_own(self, value: object) -> bool:
        """Return whether this is a value of one of the choices rather than text or a cell."""
        return not isinstance(value, float | Decimal | bool) and value in self._own

    def knows(self, text: str) -> bool:
        return text in self._exact or unaccented(text) in self._folded

    def value(self, text: str) -> object:
        """Return the choice with that label; UserError names the one that was probably meant."""
        found = self._exact.get(text) or self._folded.get(unaccented(text)) or []
        if len(found) == 1:
            return found[0]
        said = {"label": self._noun(), "text": text[:60]}
        if found:
            raise UserError(_('There are several entries called "{text}".').format(**said))
        meant = closest(text, self._labels)
        if meant is not None:
            raise UserError(
                _("Unknown {label} '{text}'. Did you mean {meant}?").format(meant=meant, **said)
            )
        raise UserError(
            _("Unknown {label} '{text}'. Known are: {known}.").format(
                known=self._first_few() or _("none yet"), **said
            )
        )

    def _noun(self) -> str:
        title = self._field.title
        return title if title[1:2].isupper() else title[:1].lower() + title[1:]

    def _first_few(self, few: int = 6) -> str:
        # Of several labels of a value the last one is what is shown elsewhere, too.
        labels = list(dict(zip(self._own, self._labels, strict=True)).values())
        return ", ".join(labels[:few]) + (", \u2026" if len(labels) > few else "")


def choice_reader(field: Field) -> Callable[[object], object]:
    """Return a function from a label, or a choice's own value, to the value."""
    lookup = _Lookup(field)

    def read(value: object) -> object:
        if lookup.is_own(value):
            return value
        return lookup.value(_as_text(value))

    return read


def choices_reader(field: Field) -> Callable[[object], object]:
    """Return a function from labels with ; or , between them, or values, to a tuple of values."""
    lookup = _Lookup(field)

    def read(value: object) -> object:
        if isinstance(value, list | tuple | set | frozenset):
            parts = list(value)
        else:
            parts = list(_labels_in(_as_text(value), lookup))
        chosen = (part if lookup.is_own(part) else lookup.value(_as_text(part)) for part in parts)
        return tuple(dict.fromkeys(chosen))

    return read


def _labels_in(text: str, lookup: _Lookup) -> list[str]:
    """Return the labels in a list; a label may itself contain the marks between labels."""
    pieces = _BETWEEN.split(text.strip())  # label, mark, label, mark, label
    labels, start = [], 0
    while start < len(pieces):
        end = len(pieces)
        while end > start + 1 and not lookup.knows(_joined(pieces[start:end])):
            end -= 2
        labels.append(_joined(pieces[start:end]))
        start = end + 1
    return [label for label in labels if label]


def _joined(pieces: list[str]) -> str:
    return "".join(f"{piece} " if piece in {";", ",", "|"} else piece for piece in pieces)


def _as_text(value: object) -> str:
    if isinstance(value, float | Decimal) and value == value // 1:
        return str(int(value))
    return " ".join(str(value).split())
