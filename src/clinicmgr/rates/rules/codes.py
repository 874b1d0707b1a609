"""What a code, a modifier, a payer and the name of a locality must be."""

import re
from collections.abc import Iterable

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _
from clinicmgr.rates.records import Payer, PayerDraft, Service, ServiceDraft

LONGEST_CODE = 12
LONGEST_DAY = 24 * 60
_CODE = re.compile(r"[A-Z0-9][A-Z0-9.\-/]*")
_MODIFIER = re.compile(r"[A-Z0-9]{2}")
_LOCALITY = re.compile(r"([A-Z]{2})[\s-]*0*([0-9]{1,2})")


def tidy_code(text: str) -> str:
    """Return a code or modifier as it is kept: capital letters, no spaces."""
    return "".join(text.split()).upper()


def check_service(draft: ServiceDraft, others: Iterable[Service]) -> None:
    """Raise a UserError unless it has a code of its own; the draft is tidy."""
    if not _CODE.fullmatch(draft.code) or len(draft.code) > LONGEST_CODE:
        raise UserError(
            _(
                "“{code}” is not a code. Use up to {count} letters and digits, such as G0101 "
                "or OV-20."
            ).format(code=draft.code[:20], count=LONGEST_CODE),
            field="code",
        )
    if draft.modifier and not _MODIFIER.fullmatch(draft.modifier):
        raise UserError(
            _("“{modifier}” is not a modifier. It has two letters or digits, such as 26.").format(
                modifier=draft.modifier[:20]
            ),
            field="modifier",
        )
    if draft.minutes is not None and not 0 < draft.minutes <= LONGEST_DAY:
        raise UserError(_("Minutes are between 1 and {most}.").format(most=LONGEST_DAY),
                        field="minutes")  # fmt: skip
    if draft.first and draft.last and draft.last < draft.first:
        raise UserError(_("The last day is before the first."), field="last")
    if any((each.code, each.modifier) == (draft.code, draft.modifier) for each in others):
        raise UserError(_("There is a service with this code already."), field="code")


def check_payer(draft: PayerDraft, others: Iterable[Payer]) -> None:
    """Raise a UserError unless the payer has a name of its own."""
    if not draft.name.strip():
        raise UserError(_("Give the payer a name."), field="name")
    if any(each.name.casefold() == draft.name.strip().casefold() for each in others):
        raise UserError(
            _("There is a payer called {name} already.").format(name=draft.name), field="name"
        )


def locality_key(text: str) -> str:
    """Return "CA-05" for "ca-5", "CA 05" or "CA05"; UserError for anything else.

    Numbers repeat from state to state, and files lose their leading zeros.
    """
    found = _LOCALITY.fullmatch(text.strip().upper())
    if found is None:
        raise UserError(
            _("“{text}” is not a Medicare locality. Write state and number, such as CA-54.").format(
                text=text.strip()[:20]
            ),
            field="locality",
        )
    return f"{found[1]}-{int(found[2]):02}"
