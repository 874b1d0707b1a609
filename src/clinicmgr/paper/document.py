"""What can be printed, as frozen values: PDF, preview, CSV and Excel all come from these."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Literal

from clinicmgr.paper.grid import Grid
from clinicmgr.paper.table import Kind, Table

Paper = Literal["letter", "a4", "legal", "a3"]
ChartKind = Literal["bar", "hbar", "line", "stacked"]


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
class Cover:
    """A page of its own without running head: practice, title, period, for whom, printed when.

    ``subtitle`` is the period; ``lines`` say who made it for whom. The title is then not printed
    again on the page that follows.
    """

    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contents:
    """The headings down to ``depth`` with their pages; in the PDF each is a link.

    ``title`` "" is the word for contents in the reader's language. Start the first section with a
    ``PageBreak`` where the list is to have a page of its own.
    """

    title: str = ""
    depth: int = 2


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 (section) to 3; it is kept with what follows and is in the outline.

    ``footnote`` here and below: printed small at the foot of the same page, with a raised number.
    """

    text: str
    level: int = 1
    footnote: str = ""


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
    """A line with a name across a chart: an upper or lower limit, or what is aimed at (target)."""

    name: str
    value: int | float | Decimal
    is_target: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Values by category. ``measure`` says what the numbers are, as for table columns.

    ``hbar``: bars to the right with the names at the left, for people, rooms and accounts; it grows
    beyond ``height`` and over pages where its names ask for it.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    title: str = ""
    measure: Kind = "number"
    limits: tuple[Limit, ...] = ()
    height: float = 60
    """Height of the drawing in millimetres."""
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of a dashboard: "Visits", "1,204", a note, and how it changed.

    ``change`` ("+4.2% vs. Oct") gets an arrow by its sign; ``is_good`` adds the word for better or
    worse, None neither. ``history`` is drawn as a small line, oldest first; None is a gap.
    """

    label: str
    value: str
    note: str = ""
    change: str = ""
    is_good: bool | None = None
    footnote: str = ""
    history: tuple[Decimal | int | float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Tiles:
    """Figures next to each other, at most ``columns`` in a row; fewer on a narrow page."""

    tiles: tuple[Tile, ...]
    columns: int = 4


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


Item = (
    Cover
    | Contents
    | Heading
    | Text
    | Tiles
    | Table
    | Grid
    | Chart
    | Legend
    | Notes
    | SignatureStrip
    | PageBreak
    | Beside
)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a renderer needs; ``language`` is the locale ("en_US") of dates and numbers."""

    title: str
    items: tuple[Item, ...]
    imprint: Imprint
    subtitle: str = ""
    page: Page = field(default_factory=Page)
    language: str = "en_US"
