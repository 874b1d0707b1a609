"""Pages of a PDF as pictures, from the very bytes that are saved and printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any

_POINTS = 72
_ONE_AT_A_TIME = Lock()
"""PDFium is not made for two threads at once: pages may be shown and printed together."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: rows of ``stride`` bytes, four bytes a pixel in the order R, G, B, A."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, index: int) -> tuple[float, float]:
    """Return width and height of a page in points; IndexError when there is no such page."""
    with _opened(pdf) as document:
        _check(document, index)
        wide, high = document.get_page_size(index)
        return float(wide), float(high)


def page_image(pdf: bytes, index: int, dpi: float = 96, *, gray: bool = False) -> Image:
    """Return a page as a picture; ``gray`` shows it as a black-and-white printer would.

    IndexError when there is no such page.
    """
    from pypdfium2.raw import FPDFBitmap_BGRA

    with _opened(pdf) as document:
        _check(document, index)
        page = document[index]
        bitmap = page.render(
            scale=dpi / _POINTS,
            force_bitmap_format=FPDFBitmap_BGRA,
            rev_byteorder=True,
            grayscale=gray,
        )
        image = Image(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with _ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()


def _check(document: Any, index: int) -> None:
    if not 0 <= index < len(document):
        message = f"page {index} of {len(document)}"
        raise IndexError(message)
