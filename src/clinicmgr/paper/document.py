"""What can be printed, as frozen values: PDF, preview, CSV and Excel all come from these."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from clinicmgr.paper.grid import Grid
from clinicmgr.paper.table import Kind, Table

Paper = Literal["letter", "a4", "legal", "a3"]


@dataclass(frozen=True, slots=True)
class Margins:
    """Empty borders of a page in millimetres."""

    left: float = 14
    top: float = 12
    right: float = 14
    bottom: float = 12


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet of paper."""

    paper: Paper = "letter"
    landscape: bool = False
    margins: Margins = field(default_factory=Margins)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where a print comes from: it stands in the header and footer of each page."""

    practice: str
    printed_at: datetime
    version: str = ""
    prepared_by: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 (section) to 3; it is kept with what follows and is in the outline."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of plain text; line breaks are kept. ``notice`` stands in a frame."""

    text: str
    style: Literal["body", "lead", "small", "strong", "notice"] = "body"


@dataclass(frozen=True, slots=True)
class Series:
    """One line, or one set of bars; None values are gaps. ``color`` 0..7 as for chips."""

    name: str
    values: tuple[int | float | Decimal | None, ...]
    color: int = 0


@dataclass(frozen=True, slots=True)
class Limit:
    """A horizontal line with a name in a chart: a target, an upper or lower limit."""

    name: str
    value: int | float | Decimal


@dataclass(frozen=True, slots=True)
class Chart:
    """Values by category. ``measure`` says what the numbers are, as for table columns."""

    kind: Literal["bar", "line", "stacked"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    measure: Kind = "number"
    limits: tuple[Limit, ...] = ()
    height: float = 60
    """Height of the drawing in millimetres."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign and what it means: a colored stripe with its code, a hatch, a conflict, a draft."""

    label: str
    code: str = ""
    color: int | None = None
    pattern: int | None = None
    sign: Literal["stripe", "hatch", "!", "draft", "closed"] = "stripe"


@dataclass(frozen=True, slots=True)
class Legend:
    """Signs in a row, wrapped when they do not fit."""

    entries: tuple[LegendEntry, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """Lines under a title ("Changed since Nov 12"); ``blank`` adds ruled lines to write on."""

    lines: tuple[str, ...]
    title: str = ""
    blank: int = 0


@dataclass(frozen=True, slots=True)
class SignatureStrip:
    """Lines to sign on, each with the name or role under it, and a place for the date."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Parts next to each other, as wide as each other; they stay on one page when they fit."""

    parts: tuple[tuple[Item, ...], ...]


Item = Heading | Text | Table | Grid | Chart | Legend | Notes | SignatureStrip | PageBreak | Beside


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a renderer needs; ``language`` is the locale ("en_US") of dates and numbers."""

    title: str
    items: tuple[Item, ...]
    imprint: Imprint
    subtitle: str = ""
    page: Page = field(default_factory=Page)
    language: str = "en_US"
