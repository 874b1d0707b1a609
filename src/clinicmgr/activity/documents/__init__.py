"""What can be printed of activity."""

from clinicmgr.activity.documents.charts import (
    last_full_month,
    lines_chart,
    no_show_chart,
    season_chart,
    use_chart,
    visits_chart,
)
from clinicmgr.activity.documents.summary import SummaryOptions, build_summary
from clinicmgr.activity.documents.tally_sheet import TallySheetOptions, build_tally_sheet
from clinicmgr.activity.documents.utilization import UtilizationOptions, build_utilization

__all__ = [
    "SummaryOptions",
    "TallySheetOptions",
    "UtilizationOptions",
    "build_summary",
    "build_tally_sheet",
    "build_utilization",
    "last_full_month",
    "lines_chart",
    "no_show_chart",
    "season_chart",
    "use_chart",
    "visits_chart",
]
