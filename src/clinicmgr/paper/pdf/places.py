"""Where the headings of a document came to stand, so that the contents can name their pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from clinicmgr.paper.pdf.pen import Place, place_key
from clinicmgr.paper.pdf.slices import Placed, drawn_on


def places(pages: Sequence[Iterable[Placed]]) -> tuple[Place, ...]:
    """Return the places of the headings; the title of the document is not one of them."""
    found: list[Place] = []
    number = 0
    for page, placed in enumerate(pages, start=1):
        for piece in drawn_on(placed):
            if piece.bookmark is not None:
                number += 1
                if piece.bookmark[1] > 0:
                    found.append(Place(place_key(number), page))
    return tuple(found)
