"""A note on a day that belongs to no shift: for one person, or for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

LONGEST = 500

NOTE_FIELDS = (
    Field("member_id", N_("Staff member"), "choice", help=N_("Empty: the note is for everybody.")),
    Field("day", N_("Date"), "day", required=True),
    Field("text", N_("Note"), "long_text", required=True),
)


@dataclass(frozen=True, slots=True)
class DayNote:
    """What is to be known about a person's day or, without a person, about the day."""

    id: int
    member_id: int | None
    day: date
    text: str
