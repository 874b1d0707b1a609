"""What makes contract hours, pay rates and tax ids acceptable."""

import re

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _

MOST_WEEKLY_MINUTES = 7 * 24 * 60
MOST_HOURLY_CENTS = 500_000
NOT_GIVEN_OUT = ("000", "666")
_US_TAX_ID = re.compile(r"(\d{3})[- ]?(\d{2})[- ]?(\d{4})")
_TAX_ID = re.compile(r"[A-Z0-9](?:[A-Z0-9]|[ ./-](?=[A-Z0-9])){4,19}")


def check_weekly_minutes(minutes: int) -> None:
    """Raise a UserError unless `minutes` fit into a week."""
    if not 0 <= minutes <= MOST_WEEKLY_MINUTES:
        raise UserError(
            _("Hours a week must lie between 0 and {most}.").format(most=MOST_WEEKLY_MINUTES // 60),
            field="weekly_minutes",
        )


def check_hourly_cents(cents: int) -> None:
    """Raise a UserError unless `cents` is a likely pay an hour."""
    if not 0 <= cents <= MOST_HOURLY_CENTS:
        raise UserError(
            _("Pay an hour must lie between 0 and {most}.").format(most=MOST_HOURLY_CENTS // 100),
            field="hourly_cents",
        )


def tidy_tax_id(text: str) -> str:
    """Return the tax id in its usual shape, "" for none; raise a UserError for another shape.

    Nine digits are written as the Social Security Administration writes them (123-45-6789) and
    refused where it never gives out such numbers (area 000 or 666, group 00, serial 0000;
    https://www.ssa.gov/employer/randomization.html). Ids of other countries are 5 to 20 letters
    and digits.
    """
    tidy = " ".join(text.split()).upper()
    if not tidy:
        return ""
    if american := _US_TAX_ID.fullmatch(tidy):
        area, group, serial = american.groups()
        if area not in NOT_GIVEN_OUT and group != "00" and serial != "0000":
            return f"{area}-{group}-{serial}"
    elif _TAX_ID.fullmatch(tidy):
        return tidy
    raise UserError(_("This is not a tax id; write it like 123-45-6789."), field="tax_id")


def mask_tax_id(tax_id: str) -> str:
    """Return a tax id of which only the end shows, at most four letters: "•••-••-6789"."""
    hidden = max(len(tax_id) - 4, (len(tax_id) + 1) // 2)
    head = "".join("•" if letter.isalnum() else letter for letter in tax_id[:hidden])
    return head + tax_id[hidden:]
