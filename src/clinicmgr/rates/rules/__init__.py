"""What services, prices and localities must be, and Medicare's formula. Pure."""

from clinicmgr.rates.rules.codes import check_payer, check_service, locality_key, tidy_code
from clinicmgr.rates.rules.medicare import allowable, amounts, derivation, notes
from clinicmgr.rates.rules.pricing import (
    check_cents,
    check_percent,
    check_recipe,
    rounded,
    share_of,
    stays,
)

__all__ = [
    "allowable",
    "amounts",
    "check_cents",
    "check_payer",
    "check_percent",
    "check_recipe",
    "check_service",
    "derivation",
    "locality_key",
    "notes",
    "rounded",
    "share_of",
    "stays",
    "tidy_code",
]
