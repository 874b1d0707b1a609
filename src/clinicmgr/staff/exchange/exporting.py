"""Writing everybody on record to a file that an import reads back."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from clinicmgr.exchange import write_rows
from clinicmgr.staff import rules
from clinicmgr.staff.exchange.columns import CARD, staff_fields
from clinicmgr.staff.records import STAFF_FIELDS
from clinicmgr.staff.service import Staff


def export_staff(staff: Staff, path: Path, on: date, locale: str = "en_US") -> int:
    """Write everybody on record with the terms of that day; return how many."""
    members = staff.members()
    contracts, availability = staff.contracts(), staff.availability()
    cards: dict[int, dict[str, object]] = {}
    for each in staff.credentials():  # the latest expiry comes last and wins
        cards.setdefault(each.member_id, {})[f"{CARD}{each.kind_id}"] = each.expires
    fields = staff_fields(staff)
    rows: list[Mapping[str, object]] = []
    for member in members:
        day = max(on, member.started)
        hours = contracts.get(member.id)
        windows = availability.get(member.id)
        now = windows.on(day) if windows else None
        rows.append(
            dict.fromkeys((field.name for field in fields), None)
            | {field.name: getattr(member, field.name) for field in STAFF_FIELDS}
            | {
                "weekly_minutes": hours.on(day) if hours else None,
                "windows": "" if now is None else rules.format_windows(now),
            }
            | cards.get(member.id, {})
        )
    write_rows(path, fields, rows, locale)
    return len(rows)
