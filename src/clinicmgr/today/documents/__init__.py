"""What is printed about a day."""

from clinicmgr.today.documents.day_sheet import DaySheetOptions, build_day_sheet

__all__ = ["DaySheetOptions", "build_day_sheet"]
