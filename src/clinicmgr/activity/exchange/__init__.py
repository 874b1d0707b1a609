"""Counts from and to .csv and .xlsx."""

from clinicmgr.activity.exchange.counts import (
    CountImporter,
    count_fields,
    export_counts,
    import_counts,
    plan_counts,
)

__all__ = ["CountImporter", "count_fields", "export_counts", "import_counts", "plan_counts"]
