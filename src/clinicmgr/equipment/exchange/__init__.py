"""Assets and readings from and to .csv and .xlsx."""

from clinicmgr.equipment.exchange.assets import (
    AssetImporter,
    asset_fields,
    export_assets,
    import_assets,
    plan_assets,
)
from clinicmgr.equipment.exchange.readings import (
    ReadingImporter,
    ReadingLine,
    export_readings,
    import_readings,
    plan_readings,
)

__all__ = [
    "AssetImporter",
    "ReadingImporter",
    "ReadingLine",
    "asset_fields",
    "export_assets",
    "export_readings",
    "import_assets",
    "import_readings",
    "plan_assets",
    "plan_readings",
]
