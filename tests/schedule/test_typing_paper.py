"""Notes on days are printed as footnotes of the roster."""

from datetime import date, datetime

from clinicmgr.paper import Chip, Grid, Imprint, Notes, Remark
from clinicmgr.schedule.documents import WeekRosterOptions, build_week_roster

MON, TUE, WED, SUN = (date(2026, 11, day) for day in (16, 17, 18, 22))


def test_notes_on_days_are_numbered_in_the_grid_and_told_below(practice):
    practice.schedule.add_shift(practice.draft(practice.ann, MON, 8, 16))
    practice.schedule.notes.write(practice.ann, MON, "Dentist at 3")
    practice.schedule.notes.write(None, TUE, "Fire drill")
    practice.schedule.notes.write(practice.bob, WED, "On call")
    clinic = practice.clinic
    made = build_week_roster(
        practice.schedule,
        clinic.staff,
        clinic.settings.current(),
        Imprint("Lakeside", datetime(2026, 11, 18, 9, 0)),
        WeekRosterOptions(MON, SUN),
    )
    grid = next(one for one in made.items if isinstance(one, Grid))
    notes = next(one for one in made.items if isinstance(one, Notes) and one.lines)
    assert notes.lines == (
        "¹ Ann Lee, Mon, Nov 16: Dentist at 3",
        "² Tue, Nov 17: Fire drill",
        "³ Bob Roy, Wed, Nov 18: On call",
    )
    rows = {row.head: row.cells for group in grid.groups for row in group.rows}
    (chip,) = rows["Ann Lee"][0]
    assert isinstance(chip, Chip)
    assert chip.second.endswith("¹")
    assert grid.columns[1].second == "Nov 17 ²"
    assert rows["Bob Roy"][2] == (Remark("Note ³"),)
