"""Which characters the bytes of a text file stand for."""

import codecs
import re

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

_BINARY = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f]")
_MOST_BINARY = 0.02  # text has next to no control characters, pictures and programs a quarter
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(content: bytes, name: str, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    """Return (text, notes); UserError if the bytes are no text in any encoding we know.

    UTF-8 and UTF-16 are recognized by their form; what is neither is taken for Windows-1252,
    which old Western programs write, and a note says so.
    """
    notes: tuple[str, ...] = ()
    bare, found = _by_form(content)
    try:
        text = bare.decode(encoding or found or "cp1252")
    except (UnicodeDecodeError, LookupError) as error:
        raise _undecodable(name) from error
    if not encoding and not found:
        notes = (_("Read as Windows-1252. Check that accented letters look right."),)
    if len(_BINARY.findall(text)) > _MOST_BINARY * len(text):
        raise UserError(
            _('"{name}" holds no text. Save the table as .csv or .xlsx.').format(name=name)
        )
    if "\0" in text:
        text = text.replace("\0", "")
        notes = (*notes, _("Zero bytes in the file were left out."))
    return text, notes


def _by_form(content: bytes) -> tuple[bytes, str | None]:
    """Return the content without its byte order mark, and the encoding if its form shows it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.removeprefix(mark), encoding
    sample = content[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) // 8 > 0 and min(even, odd) <= max(even, odd) // 10:
        return content, "utf-16-be" if even > odd else "utf-16-le"
    try:
        codecs.utf_8_decode(content, "strict", True)
    except UnicodeDecodeError:
        return content, None
    return content, "utf-8"


def _undecodable(name: str) -> UserError:
    return UserError(
        _(
            'The letters of "{name}" are in an encoding that is not known. '
            "Save it as CSV UTF-8, or choose its encoding."
        ).format(name=name)
    )
