"""How figures are said in sentences, in the practice's currency and language."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from clinicmgr.kernel.i18n import _
from clinicmgr.kernel.money import format_money
from clinicmgr.kernel.periods import format_hours
from clinicmgr.reports.records import Span
from clinicmgr.reports.rules.periods import is_month

CENTS = 100


@dataclass(frozen=True, slots=True)
class Voice:
    """Says hours, money, shares and days."""

    locale: str = "en_US"
    currency: str = "USD"

    def hours(self, minutes: int) -> str:
        """Say minutes as hours: "3,180", "22:15"; from a hundred hours on without minutes."""
        whole = abs(minutes) >= 100 * 60
        return self.number(round(minutes / 60)) if whole else format_hours(minutes)

    def clock(self, minutes: int) -> str:
        """Say minutes as a table does: "2:00", "22:15"; from a hundred hours on in full hours."""
        whole = abs(minutes) >= 100 * 60
        sign = "−" if minutes < 0 else ""
        hours, rest = divmod(abs(minutes), 60)
        return self.number(round(minutes / 60)) if whole else f"{sign}{hours}:{rest:02}"

    def money(self, cents: int) -> str:
        """Say an amount in whole units: "$1,235"."""
        from babel.numbers import format_currency

        units = (Decimal(cents) / CENTS).quantize(Decimal(1), ROUND_HALF_UP)
        if 0 < abs(cents) < CENTS:
            return format_money(cents, self.currency, self.locale)
        pattern = "¤#,##0" if self.locale.startswith("en") else None
        return str(
            format_currency(
                units, self.currency, format=pattern, locale=self.locale, currency_digits=False
            )
        )

    def percent(self, share: Decimal) -> str:
        """Say a share with one digit: "87.5%"."""
        from babel.numbers import format_percent

        rounded = share.quantize(Decimal("0.001"), ROUND_HALF_UP)
        return str(format_percent(rounded, "#,##0.#%", locale=self.locale))

    def number(self, value: int | Decimal) -> str:
        """Say a number: "1,204", "12.5"."""
        from babel.numbers import format_decimal

        return str(format_decimal(value, "#,##0.#", locale=self.locale))

    def day(self, day: date) -> str:
        """Say a day with its year: "Oct 31, 2026"."""
        from babel.dates import format_date

        return str(format_date(day, "medium", locale=self.locale))

    def short_day(self, day: date) -> str:
        """Say a day by its weekday: "Fri, Oct 30"."""
        from babel.dates import format_skeleton

        return str(format_skeleton("MMMEd", day, locale=self.locale))

    def month(self, day: date) -> str:
        """Say a month: "October 2026"."""
        from babel.dates import format_skeleton

        return str(format_skeleton("yMMMM", day, locale=self.locale))

    def month_name(self, day: date) -> str:
        """Say a month without its year: "Oct"."""
        from babel.dates import format_skeleton

        return str(format_skeleton("MMM", day, locale=self.locale))

    def short_month(self, day: date) -> str:
        """Say a month for a chart: "Oct 26"."""
        return f"{self.month_name(day)} {day:%y}"

    def weekday(self, number: int) -> str:
        """Say a weekday, 0 is Monday: "Mon"."""
        from babel.dates import format_date

        return str(format_date(date(2024, 1, 1 + number), "EEE", locale=self.locale))

    def span(self, span: Span) -> str:
        """Say a span: "October 2026", or "Oct 5, 2026 to Oct 18, 2026"."""
        if is_month(span):
            return self.month(span.first)
        return _("{first} to {last}").format(first=self.day(span.first), last=self.day(span.last))

    def names(self, names: list[str]) -> str:
        """Say names in a row: "Ann Lee, Bob Ray and Cy Moe"."""
        if len(names) < 2:
            return "".join(names)
        return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])
