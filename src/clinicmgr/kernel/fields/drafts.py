"""From the texts of a form, or the cells of a row, to a draft."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields.field import Field
from clinicmgr.kernel.fields.reading import parse

D = TypeVar("D")


def read_all(
    fields: Iterable[Field], values: Mapping[str, object], locale: str = "en_US"
) -> tuple[dict[str, object], dict[str, UserError]]:
    """Return (values by field name, errors by field name); each field is in one of the two.

    A field that `values` does not have gets its default, or its empty value.
    """
    good: dict[str, object] = {}
    errors: dict[str, UserError] = {}
    for field in fields:
        try:
            if field.name not in values and field.default is not None:
                good[field.name] = field.default
            else:
                good[field.name] = parse(field, values.get(field.name), locale)
        except UserError as error:
            errors[field.name] = error
    return good, errors


def draft_from(
    fields: Iterable[Field],
    values: Mapping[str, object],
    cls: Callable[..., D],
    locale: str = "en_US",
) -> D:
    """Return the draft with those texts or values; UserError with the first field that is wrong."""
    good, errors = read_all(fields, values, locale)
    for error in errors.values():
        raise error
    return cls(**good)
