"""What can be printed about equipment."""

from clinicmgr.equipment.documents.asset_log import AssetLogOptions, build_asset_log
from clinicmgr.equipment.documents.plan_calendar import PlanCalendarOptions, build_plan_calendar
from clinicmgr.equipment.documents.reading_sheet import ReadingSheetOptions, build_reading_sheet
from clinicmgr.equipment.documents.register import RegisterOptions, build_register

__all__ = [
    "AssetLogOptions",
    "PlanCalendarOptions",
    "ReadingSheetOptions",
    "RegisterOptions",
    "build_asset_log",
    "build_plan_calendar",
    "build_reading_sheet",
    "build_register",
]
