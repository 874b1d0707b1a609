"""Documents as PDF: vector text in an embedded typeface, the same bytes for the same values."""

from __future__ import annotations

import io
from typing import Any

from clinicmgr.paper.document import Document
from clinicmgr.paper.pdf import footnotes, frame
from clinicmgr.paper.pdf.fonts import initial_font
from clinicmgr.paper.pdf.layout import draw_placed, pages
from clinicmgr.paper.pdf.pen import Pen
from clinicmgr.paper.pdf.places import places
from clinicmgr.paper.pdf.slices import drawn_on, footnotes_of
from clinicmgr.paper.wording import printable

__all__ = ["render"]


def render(document: Document) -> bytes:
    """Return the PDF of a document."""
    from reportlab.pdfgen.canvas import Canvas

    found = pages(document)
    wide, high = frame.page_size(document.page)
    left, top, room, body_high = frame.body(document.page)
    out = io.BytesIO()
    make: Any = Canvas  # the published types take the name of a font for a number
    canvas = make(
        out,
        pagesize=(wide, high),
        invariant=1,
        pageCompression=1,
        initialFontName=initial_font(),
        lang=document.language.replace("_", "-"),
    )
    _describe(canvas, document)
    pen = Pen(canvas, high, places(found))
    for number, placed in enumerate(found, start=1):
        if not any(piece.bare for piece in drawn_on(placed)):
            frame.furnish(pen, document, number, len(found))
        pen.footnotes = footnotes_of(placed)
        draw_placed(pen, placed, left, top)
        footnotes.draw(pen, pen.footnotes, left, top + body_high, room)
        pen.finish_page()
    canvas.save()
    return out.getvalue()


def _describe(canvas: Any, document: Document) -> None:
    canvas.setTitle(printable(document.title))
    canvas.setSubject(printable(document.subtitle))
    canvas.setAuthor(printable(document.imprint.prepared_by or document.imprint.practice))
    canvas.setCreator(printable(document.imprint.version))
