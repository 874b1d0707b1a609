"""Which days are paid together."""

from datetime import date, timedelta

from clinicmgr.hours.records import PayPeriod, PayRules, PeriodKind
from clinicmgr.kernel.effective import Dated
from clinicmgr.kernel.periods import month_bounds

DAY = timedelta(days=1)
MIDDLE = 15


def natural_period(rules: PayRules, day: date) -> tuple[date, date]:
    """Return the first and last day of the pay period that `day` lies in."""
    if rules.period is PeriodKind.MONTHLY:
        return month_bounds(day)
    if rules.period is PeriodKind.SEMIMONTHLY:
        first, last = month_bounds(day)
        if day.day <= MIDDLE:
            return first, day.replace(day=MIDDLE)
        return day.replace(day=MIDDLE + 1), last
    length = 7 if rules.period is PeriodKind.WEEKLY else 14
    first = day - timedelta(days=(day - rules.anchor).days % length)
    return first, first + timedelta(days=length - 1)


def period_of(day: date, rules: Dated[PayRules], default: PayRules) -> PayPeriod:
    """Return the pay period of a day; where the rules change within, one ends and one begins."""
    entry = rules.entry_on(day)
    since, now = entry or (date.min, default)
    first, last = natural_period(now, day)
    later = [start for start, _rules in rules.entries if start > day]
    until = later[0] - DAY if later else date.max
    return PayPeriod(max(first, since), min(last, until))
