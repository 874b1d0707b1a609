"""Rounding of begin and end: only for computing, never in the record.

29 CFR 785.48(b) allows the nearest five minutes, tenth or quarter of an hour, if it averages out
over time. The nearest quarter is what people call the 7-minute rule: 7 minutes go down, 8 up.
"""

from clinicmgr.hours.records import Rounding


def rounded(minute: int, rule: Rounding) -> int:
    """Return the minute of the day to the nearest step; a half goes up."""
    step = int(rule)
    if not step:
        return minute
    return (2 * minute + step) // (2 * step) * step
