"""Where the history finds its words: the fields of each table, and the names behind the numbers."""

from __future__ import annotations

from collections.abc import Mapping

from clinicmgr.clinic import Clinic
from clinicmgr.desktop.settings_fields import setting_fields
from clinicmgr.equipment.records import (
    AMENDMENT_FIELDS,
    ASSET_FIELDS,
    CLOSING_FIELDS,
    OUTAGE_FIELDS,
    PLAN_FIELDS,
    POINT_FIELDS,
    WORK_FIELDS,
)
from clinicmgr.kernel.fields import Field
from clinicmgr.places.records import ROOM_FIELDS, SITE_FIELDS
from clinicmgr.rates.records import PAYER_FIELDS, PRICE_FIELDS, SCHEDULE_FIELDS, SERVICE_FIELDS
from clinicmgr.schedule.records.forms import (
    CLOSURE_FIELDS,
    DEMAND_FIELDS,
    SHIFT_FIELDS,
    SHIFT_TYPE_FIELDS,
)
from clinicmgr.staff.records.forms import (
    CONTRACT_FIELDS,
    CREDENTIAL_FIELDS,
    CREDENTIAL_KIND_FIELDS,
    LEAVE_FIELDS,
    PAY_RATE_FIELDS,
    POSITION_FIELDS,
    SKILL_FIELDS,
    STAFF_FIELDS,
)

Names = Mapping[str, Mapping[int, str]]

_FIELDS: Mapping[str, tuple[Field, ...]] = {
    "places_site": SITE_FIELDS,
    "places_room": ROOM_FIELDS,
    "equipment_asset": ASSET_FIELDS,
    "equipment_plan": PLAN_FIELDS,
    "equipment_work": (*WORK_FIELDS, *CLOSING_FIELDS),
    "equipment_amendment": AMENDMENT_FIELDS,
    "equipment_outage": OUTAGE_FIELDS,
    "equipment_point": POINT_FIELDS,
    "rates_service": SERVICE_FIELDS,
    "rates_payer": PAYER_FIELDS,
    "rates_schedule": SCHEDULE_FIELDS,
    "rates_price": PRICE_FIELDS,
    "schedule_shift": SHIFT_FIELDS,
    "schedule_shift_type": SHIFT_TYPE_FIELDS,
    "schedule_demand": DEMAND_FIELDS,
    "schedule_closure": CLOSURE_FIELDS,
    "staff_member": STAFF_FIELDS,
    "staff_position": POSITION_FIELDS,
    "staff_skill": SKILL_FIELDS,
    "staff_contract": CONTRACT_FIELDS,
    "staff_pay_rate": PAY_RATE_FIELDS,
    "staff_leave": LEAVE_FIELDS,
    "staff_credential_kind": CREDENTIAL_KIND_FIELDS,
    "staff_credential": CREDENTIAL_FIELDS,
}


def fields_by_table() -> dict[str, dict[str, Field]]:
    """Return the described fields of each table by the names of their columns."""
    found = {table: {field.name: field for field in fields} for table, fields in _FIELDS.items()}
    found["practice_setting"] = {field.name: field for field in setting_fields()}
    return found


def names_in(clinic: Clinic) -> Names:
    """Return what the numbers in columns such as "member_id" stand for today."""
    return {
        "member_id": {member.id: member.name for member in clinic.staff.members()},
        "position_id": {position.id: position.name for position in clinic.staff.positions()},
        "skill_id": {skill.id: skill.name for skill in clinic.staff.skills()},
        "kind_id": {kind.id: kind.name for kind in clinic.staff.credential_kinds()},
        "site_id": {site.id: site.name for site in clinic.places.sites()},
        "room_id": {room.id: room.name for room in clinic.places.rooms()},
        "service_id": {each.id: each.code for each in clinic.rates.services()},
        "payer_id": {each.id: each.name for each in clinic.rates.payers()},
        "schedule_id": {each.id: each.name for each in clinic.rates.schedules()},
        "asset_id": {asset.id: asset.title for asset in clinic.equipment.assets()},
        "type_id": {kind.id: kind.name for kind in clinic.schedule.shift_types()},
    }
