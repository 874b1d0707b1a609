"""The schedule from and to files: shifts and demand as tables, shifts as a calendar."""

from clinicmgr.schedule.exchange.calendar import export_calendar, export_calendars
from clinicmgr.schedule.exchange.demand import (
    DemandImporter,
    DemandLine,
    demand_fields,
    export_demand,
    import_demand,
    plan_demand,
)
from clinicmgr.schedule.exchange.published import export_published
from clinicmgr.schedule.exchange.shifts import (
    ShiftImporter,
    ShiftLine,
    export_shifts,
    import_shifts,
    plan_shifts,
    shift_fields,
)

__all__ = [
    "DemandImporter",
    "DemandLine",
    "ShiftImporter",
    "ShiftLine",
    "demand_fields",
    "export_calendar",
    "export_calendars",
    "export_demand",
    "export_published",
    "export_shifts",
    "import_demand",
    "import_shifts",
    "plan_demand",
    "plan_shifts",
    "shift_fields",
]
