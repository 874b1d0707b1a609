"""One figure of the dashboard: the period beside the year before and the year to date."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from clinicmgr.kernel.i18n import _
from clinicmgr.paper import Tile
from clinicmgr.reports.documents.monthly.issue import Issue
from clinicmgr.reports.records import Compared

Amount = int | Decimal | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and how it is said; `good` is 1 where more is better, -1 where less is.

    None is a figure that is not known. A share changes by points, everything else by percent.
    """

    label: str
    amounts: Compared[Amount]
    say: Callable[..., str]
    good: int = 0
    is_share: bool = False
    more: str = ""

    def tile(self, issue: Issue) -> Tile:
        """Return it as a tile."""
        amounts = self.amounts
        words, sign = self._change(issue)
        notes = [self.more]
        if amounts.year_ago is not None:
            notes.append(
                _("{before}: {value}").format(
                    before=_before(issue), value=self._said(amounts.year_ago)
                )
            )
        if amounts.to_date is not None:
            year = issue.pack.periods.to_date.first.year
            notes.append(
                _("{year} to date: {value}").format(year=year, value=self._said(amounts.to_date))
            )
        has_history = any(each is not None for each in amounts.months)
        return Tile(
            self.label,
            self._said(amounts.now),
            note="\n".join(each for each in notes if each),
            change=words,
            is_good=sign == self.good if self.good and sign and issue.is_over else None,
            history=amounts.months if has_history else (),
        )

    def _said(self, amount: Amount) -> str:
        return "–" if amount is None else self.say(amount)

    def _change(self, issue: Issue) -> tuple[str, int]:
        """Say how it changed, with the sign of the change."""
        now, before = self.amounts.now, self.amounts.year_ago
        if now is None or before is None:
            return "", 0
        difference = Decimal(now) - Decimal(before)
        if self.is_share:
            difference = round(difference * 100, 1)
        sign = (difference > 0) - (difference < 0)
        if not sign:
            return _("unchanged vs. {before}").format(before=_before(issue)), 0
        if self.is_share:
            said = _("{points} pts").format(points=issue.voice.number(abs(difference)))
        elif before:
            said = issue.voice.percent(abs(difference / Decimal(before)))
        else:
            said = self._said(abs(int(difference)))
        return (
            _("{sign}{change} vs. {before}").format(
                sign="+" if sign > 0 else "−", change=said, before=_before(issue)
            ),
            sign,
        )


def _before(issue: Issue) -> str:
    """Say the period of a year earlier in a few letters."""
    span = issue.pack.periods.year_ago
    return issue.voice.short_month(span.first) if issue.is_month else _("a year ago")
