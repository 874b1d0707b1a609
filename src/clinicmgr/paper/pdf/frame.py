"""What surrounds a page: the title, the running head, the foot with date, version and page."""

from __future__ import annotations

from collections.abc import Iterator

from clinicmgr.kernel.i18n import _
from clinicmgr.paper.document import Document, Page
from clinicmgr.paper.pdf.blocks import flowed
from clinicmgr.paper.pdf.lines import Type, broken, elided
from clinicmgr.paper.pdf.pen import HAIR, INK, QUIET, Pen
from clinicmgr.paper.pdf.slices import Slice
from clinicmgr.paper.wording import moment_text

_INCH, MILLIMETER = 72.0, 72 / 25.4
_PAPERS = {
    "letter": (8.5 * _INCH, 11 * _INCH),
    "legal": (8.5 * _INCH, 14 * _INCH),
    "a4": (210 * MILLIMETER, 297 * MILLIMETER),
    "a3": (297 * MILLIMETER, 420 * MILLIMETER),
}
_TITLE = Type("Semibold", 20, INK, 1.15)
_SUBTITLE = Type("Regular", 11.5, QUIET, 1.3)
_SMALL, _STRONG = Type("Regular", 7.5, QUIET), Type("Semibold", 8.5, INK)
HEAD, FOOT = 17.0, 16.0
"""Points that the running head and the foot take."""


def page_size(page: Page) -> tuple[float, float]:
    """Return width and height in points."""
    wide, high = _PAPERS[page.paper]
    return (high, wide) if page.landscape else (wide, high)


def body(page: Page) -> tuple[float, float, float, float]:
    """Return left, top, width and height of what the items have, in points."""
    wide, high = page_size(page)
    margins = page.margins
    left, top = margins.left * MILLIMETER, margins.top * MILLIMETER + HEAD
    below = margins.bottom * MILLIMETER + FOOT
    return left, top, wide - left - margins.right * MILLIMETER, high - top - below


def title(document: Document, room: float) -> Iterator[Slice]:
    """The title block of the first page; in landscape the subtitle stands beside the title."""
    beside = _TITLE.width(document.title) + _SUBTITLE.width(document.subtitle) + 20 <= room
    if document.page.landscape and beside and "\n" not in document.title + document.subtitle:
        yield _one_line(document, room)
        return
    yield from flowed(broken(document.title, _TITLE, room), bookmark=(document.title, 0), keep=True)
    yield from flowed(broken(document.subtitle, _SUBTITLE, room), after=2, keep=True)


def _one_line(document: Document, room: float) -> Slice:
    def draw(pen: Pen, x: float, top: float) -> None:
        base = top + _TITLE.leading * 0.78
        pen.text(x, base, document.title, _TITLE)
        pen.aligned(x, base, document.subtitle, _SUBTITLE, room, "right")

    return Slice(_TITLE.leading + 1, draw, keep=True, bookmark=(document.title, 0))


def furnish(pen: Pen, document: Document, page: int, pages: int) -> None:
    """Draw the running head and the foot of a page."""
    left, top, wide, high = body(document.page)
    imprint = document.imprint
    practice = elided(imprint.practice, _STRONG, wide * 0.45)
    base = top - HEAD + 7
    if page == 1:
        pen.text(left, base, practice, _STRONG)
    else:
        pen.aligned(left, base, practice, _STRONG, wide, "right")
        said = " · ".join(part for part in (document.title, document.subtitle) if part)
        pen.text(left, base, elided(said, _SMALL, wide - _STRONG.width(practice) - 20), _SMALL)
    foot = top + high + FOOT - _SMALL.size * 0.28  # letters hang below their line
    pen.line(left, foot - 9.5, left + wide, foot - 9.5, color=HAIR, weight=0.4)
    number = _("Page {page} of {pages}").format(page=page, pages=pages)
    pen.aligned(left, foot, number, Type("Semibold", 7.5, INK), wide, "right")
    pen.text(left, foot, elided(_origin(document), _SMALL, wide - 90), _SMALL)


def _origin(document: Document) -> str:
    imprint = document.imprint
    printed = _("Printed {when}").format(when=moment_text(imprint.printed_at, document.language))
    parts = [printed]
    if imprint.prepared_by:
        parts.append(_("Prepared by {name}").format(name=imprint.prepared_by))
    if imprint.version:
        parts.append(imprint.version)
    return "  ·  ".join(parts)
