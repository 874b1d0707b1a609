"""What is said about one field of a record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clinicmgr.kernel.i18n import _

Kind = Literal[
    "text",
    "long_text",
    "whole",
    "money",
    "hours",
    "time",
    "day",
    "flag",
    "choice",
    "choices",
    "email",
    "phone",
]
Choices = Sequence[tuple[object, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: `label` and `help` are marked with `N_`; `aliases` are other column headings.

    `choices` are (value, label) pairs with labels marked by `N_`, or a callable that returns
    pairs with labels that are the practice's own words and are not translated.
    """

    name: str
    label: str
    kind: Kind = "text"
    required: bool = False
    help: str = ""
    choices: Choices | Callable[[], Choices] | None = None
    aliases: tuple[str, ...] = ()
    default: object = None

    @property
    def title(self) -> str:
        """The label in the language in use."""
        return _(self.label)

    @property
    def empty(self) -> object:
        """The value when nothing was entered."""
        if self.kind in {"text", "long_text", "email", "phone"}:
            return ""
        if self.kind == "flag":
            return False
        return () if self.kind == "choices" else None

    def options(self) -> tuple[tuple[object, str], ...]:
        """Return the choices as they are now, with the labels as shown."""
        if callable(self.choices):
            return tuple(self.choices())
        return tuple((value, _(label)) for value, label in self.choices or ())

    def choosing(self, choices: Choices | Callable[[], Choices]) -> "Field":
        """Return this field with other choices, such as those of one practice."""
        return replace(self, choices=choices)
