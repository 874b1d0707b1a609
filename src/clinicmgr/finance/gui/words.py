"""Amounts and months as they stand on the page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clinicmgr.finance.records import MONTH_NAMES
from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_amount, format_money, round_half_up
from clinicmgr.kernel.settings import ClinicSettings


@dataclass(frozen=True, slots=True)
class Amounts:
    """Writes cents the way the practice does."""

    currency: str
    locale: str

    @classmethod
    def of(cls, settings: ClinicSettings) -> Amounts:
        """Return the writer for these settings."""
        return cls(settings.currency, settings.locale)

    def money(self, cents: int) -> str:
        """Return "$1,234.50"."""
        return format_money(cents, self.currency, self.locale)

    def whole(self, cents: int) -> str:
        """Return "$1,235": for figures that are read at a glance."""
        rounded = round_half_up(Decimal(cents) / 100) * 100
        text = self.money(rounded)
        return text.removesuffix(".00") if self.locale.startswith("en") else text

    def difference(self, cents: int) -> str:
        """Return "+$1,234.50" or "-$20.00"; nothing for no difference."""
        if cents == 0:
            return ""
        return ("+" if cents > 0 else "") + self.money(cents)

    def planned(self, cents: int) -> str:
        """Return an amount to be typed: "1,234" or "1,234.50"; nothing for zero."""
        if cents == 0:
            return ""
        if self.locale != "en_US":
            return format_amount(cents, self.locale)
        text = f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}"
        return text if cents % 100 == 0 else f"{text}.{abs(cents) % 100:02}"


def percent_text(share: Decimal | None) -> str:
    """Return 0.125 as "+13 %"; nothing where there is no budget to compare with."""
    if share is None:
        return ""
    percent = round(share * 100)
    return "0 %" if percent == 0 else f"{percent:+} %"


def month_title(month: date) -> str:
    """Return "October 2026"."""
    return _("{month} {year}").format(month=_(MONTH_NAMES[month.month - 1]), year=month.year)
