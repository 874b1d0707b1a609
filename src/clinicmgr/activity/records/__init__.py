"""What others see of activity: frozen records, their drafts, rights and fields."""

from clinicmgr.activity.records.counts import Count, CountKey, Totals
from clinicmgr.activity.records.forms import CLASS_FIELDS, COUNT_FIELDS, LINE_FIELDS
from clinicmgr.activity.records.lines import (
    KIND_LABELS,
    LineKind,
    PayerClass,
    PayerClassDraft,
    ServiceLine,
    ServiceLineDraft,
)
from clinicmgr.activity.records.rights import COUNT_ACTIVITY, EDIT_LINES, RIGHTS
from clinicmgr.activity.records.told import ACTIVITY_TOLD
from clinicmgr.activity.records.utilization import (
    ASSETS_FORMULA,
    NO_SHOW_FORMULA,
    PEOPLE_FORMULA,
    ROOMS_FORMULA,
    Use,
    Utilization,
)

__all__ = [
    "ACTIVITY_TOLD",
    "ASSETS_FORMULA",
    "CLASS_FIELDS",
    "COUNT_ACTIVITY",
    "COUNT_FIELDS",
    "EDIT_LINES",
    "KIND_LABELS",
    "LINE_FIELDS",
    "NO_SHOW_FORMULA",
    "PEOPLE_FORMULA",
    "RIGHTS",
    "ROOMS_FORMULA",
    "Count",
    "CountKey",
    "LineKind",
    "PayerClass",
    "PayerClassDraft",
    "ServiceLine",
    "ServiceLineDraft",
    "Totals",
    "Use",
    "Utilization",
]
