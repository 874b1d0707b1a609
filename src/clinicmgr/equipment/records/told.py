"""What the history says of equipment tables and their columns."""

from clinicmgr.equipment.records.forms import (
    AMENDMENT_FIELDS,
    ASSET_FIELDS,
    CLOSING_FIELDS,
    OUTAGE_FIELDS,
    PLAN_FIELDS,
    POINT_FIELDS,
    READING_FIELDS,
    WORK_FIELDS,
)
from clinicmgr.equipment.records.work import CHECK_LABELS
from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

_ASSET = Field("asset_id", N_("Asset"))
_WORK = Field("work_id", N_("Work order"))
_CLOSED_ON = Field("closed_on", N_("Done on"), "day")

EQUIPMENT_TOLD = Told(
    N_("Equipment"),
    {
        "equipment_asset": ToldTable(N_("Asset"), ASSET_FIELDS),
        "equipment_plan": ToldTable(N_("Maintenance plan"), (_ASSET, *PLAN_FIELDS)),
        "equipment_work": ToldTable(
            N_("Work order"),
            (
                _ASSET,
                Field("plan_id", N_("Maintenance plan")),
                *WORK_FIELDS,
                Field("reported", N_("Reported"), "day"),
                Field("started", N_("Started"), "day"),
                _CLOSED_ON,
                *CLOSING_FIELDS,
            ),
        ),
        "equipment_check": ToldTable(
            N_("Check"),
            (
                _WORK,
                Field("rank", N_("Order"), "whole"),
                Field("step", N_("Step")),
                Field("result", N_("Result"), "choice", choices=tuple(CHECK_LABELS.items())),
                Field("note", N_("Note")),
            ),
        ),
        "equipment_amendment": ToldTable(
            N_("Amendment"),
            (
                _WORK,
                _CLOSED_ON,
                Field("day", N_("Added on"), "day"),
                Field("who", N_("Added by")),
                *AMENDMENT_FIELDS,
            ),
        ),
        "equipment_outage": ToldTable(N_("Out of service"), (_ASSET, *OUTAGE_FIELDS, _WORK)),
        "equipment_point": ToldTable(N_("Reading point"), (_ASSET, *POINT_FIELDS)),
        "equipment_reading": ToldTable(
            N_("Reading"), (Field("point_id", N_("What is read")), *READING_FIELDS, _WORK)
        ),
    },
)
