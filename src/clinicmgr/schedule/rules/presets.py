"""The usual limits of the United States and of the European Union, to start a rulebook from.

United States: overtime over 40 hours a week (Fair Labor Standards Act, 29 CFR 778.101) and, as in
California (Labor Code 510), over 8 hours a day; a meal break of 30 minutes and a day of rest in
seven are the habit of many states. European Union: Directive 2003/88/EC, articles 3 (11 hours of
daily rest, so no more than 13 hours of work), 4 (a break in more than 6 hours), 5 (a day of rest
in seven) and 6 (48 hours a week). The 48 hours are an average there: a single week may be longer,
so that they are to be avoided and not forbidden.
"""

from collections.abc import Mapping

from clinicmgr.schedule.records import Number, Preset, Strength

Setting = tuple[Strength | None, Mapping[str, Number]]

PRESETS: Mapping[Preset, Mapping[str, Setting]] = {
    Preset.US: {
        "overtime": (Strength.AVOID, {"limit": 40 * 60}),
        "daily_overtime": (Strength.AVOID, {"limit": 8 * 60}),
        "rest": (Strength.NEVER, {"minimum": 11 * 60}),
        "break_due": (Strength.AVOID, {"after": 6 * 60, "minimum": 30}),
        "days_in_row": (Strength.AVOID, {"most": 6}),
        "shift_length": (None, {"limit": 12 * 60}),
    },
    Preset.EU: {
        "overtime": (Strength.AVOID, {"limit": 48 * 60}),
        "daily_overtime": (None, {"limit": 8 * 60}),
        "rest": (Strength.NEVER, {"minimum": 11 * 60}),
        "break_due": (Strength.NEVER, {"after": 6 * 60, "minimum": 30}),
        "days_in_row": (Strength.NEVER, {"most": 6}),
        "shift_length": (Strength.NEVER, {"limit": 13 * 60}),
    },
}
