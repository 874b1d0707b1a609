"""What every domain answers about itself, so that no list elsewhere has to know it.

The history, the command palette and the page of today ask each domain in turn
(`Clinic.domains`); a new domain answers the same four questions and appears in all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from typing import Protocol

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_, _

Names = Mapping[str, Mapping[int, str]]
"""What the numbers in columns such as "member_id" stand for: column, id, name."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found: the words to show, and where it stands.

    `page` and `ref` are what `Desk.go_to` takes; `kind` says what it is ("staff", "shift").
    """

    kind: str
    ref: object
    title: str
    detail: str = ""
    page: str = ""
    icon: str = "search"


class Urgency(IntEnum):
    """How pressing something is; the smaller, the sooner it has to be looked at."""

    WRONG = 0
    OVERDUE = 1
    TODAY = 2
    SOON = 3

    @property
    def label(self) -> str:
        """The words a person sees."""
        return _(_URGENCY_LABELS[self])


_URGENCY_LABELS = (N_("Wrong now"), N_("Overdue"), N_("Today"), N_("Soon"))


@dataclass(frozen=True, slots=True)
class Due:
    """Something that asks for the manager, in a sentence, and the one way there.

    `day` is when it was or is due; `kind` is a short word for the list ("Expired", "Nobody there");
    `page` and `ref` are what `Desk.go_to` takes; `action` is what the button says. `kind` and
    `sentence` are in the language in use, `action` is marked with `N_`.
    """

    urgency: Urgency
    day: date
    kind: str
    sentence: str
    page: str
    ref: object = None
    action: str = N_("Open")


@dataclass(frozen=True, slots=True)
class ToldTable:
    """The word for a row of a table, and the fields that describe its columns.

    The word is marked with `N_`. A table of links between two others is told too: its rows are
    what a person sees in the history when somebody gets another position.
    """

    name: str
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """How a domain is called, and its tables by their names in the file.

    `name` stands in the history, `found` over what the search finds, where another word reads
    better there ("People"); both are marked with `N_`.
    """

    name: str
    tables: Mapping[str, ToldTable] = field(default_factory=dict)
    found: str = ""


class Domain(Protocol):
    """A part of the practice: what its service answers besides its own questions."""

    def told(self) -> Told:
        """Return the words for its tables and columns."""
        ...

    def names(self) -> Names:
        """Return the names behind the numbers in its own columns and those of others, today.

        A number is looked up here first for the domain's own tables, then in the other domains.
        """
        ...

    def find(self, text: str) -> Sequence[Hit]:
        """Return what is found by words, best first."""
        ...

    def due(self, on: date) -> Sequence[Due]:
        """Return what is wrong, overdue or soon due on a day, the most pressing first."""
        ...


def most_pressing(due: Sequence[Due]) -> list[Due]:
    """Return the same in the order in which it has to be looked at."""
    return sorted(due, key=lambda each: (each.urgency, each.day, each.sentence))
