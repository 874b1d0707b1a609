"""One description of a record's fields, used by its form, import, export and history texts.

    FIELDS = (
        Field("first_name", N_("First name"), "text", required=True, aliases=("given name",)),
        Field("weekly_minutes", N_("Hours a week"), "hours"),
        Field("color", N_("Color"), "choice", choices=((0, N_("Violet")), (1, N_("Blue")))),
    )

What a value is, by kind: text, long_text, email, phone: str ("" when empty); whole: int; money:
int cents; hours: int minutes; time: int minutes from midnight; day: date; choice: the value of
one pair (each None when empty); flag: bool; choices: tuple of values.
"""

from clinicmgr.kernel.fields.drafts import draft_from, read_all
from clinicmgr.kernel.fields.field import Choices, Field, Kind
from clinicmgr.kernel.fields.names import closest, fold
from clinicmgr.kernel.fields.reading import parse, reader
from clinicmgr.kernel.fields.showing import show, shower

__all__ = [
    "Choices",
    "Field",
    "Kind",
    "closest",
    "draft_from",
    "fold",
    "parse",
    "read_all",
    "reader",
    "show",
    "shower",
]
