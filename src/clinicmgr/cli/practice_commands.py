"""new, info, verify, backup, restore."""

import dataclasses
from pathlib import Path

from clinicmgr.cli.answer import Answer
from clinicmgr.cli.context import Context
from clinicmgr.clinic import Clinic
from clinicmgr.kernel import backup as backups
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.kernel.lock import PracticeLock
from clinicmgr.kernel.settings import ClinicSettings


def new(context: Context) -> Answer:
    """Start a practice in a new file."""
    path = context.options.file
    settings = ClinicSettings(context.options.name)
    Clinic.create(path, settings, context.clock, context.actor).close()
    text = _("Started “{name}” in {file}.").format(name=settings.name, file=path)
    return Answer(text, {"practice": path, "name": settings.name})


def info(context: Context) -> Answer:
    """Say what the practice holds."""
    with context.clinic() as clinic:
        settings = clinic.settings.current()
        today = context.clock.today()
        latest = clinic.journal.history(limit=1)
        values = {
            "practice": clinic.practice.path,
            "name": settings.name,
            "staff": len(clinic.staff.members(today)),
            "sites": len(clinic.places.sites()),
            "rooms": len(clinic.places.rooms()),
            "shift_types": len(clinic.schedule.shift_types()),
            "bytes": clinic.practice.path.stat().st_size,
            "last_change": dataclasses.asdict(latest[0]) if latest else None,
        }
    lines = [
        settings.name,
        _("File: {file} ({size} KB)").format(
            file=values["practice"], size=round(clinic.practice.path.stat().st_size / 1024)
        ),
        _("{staff} staff members, {sites} sites, {rooms} rooms").format(
            staff=values["staff"], sites=values["sites"], rooms=values["rooms"]
        ),
    ]
    if latest:
        lines.append(
            _("Last change: {title} ({who}, {at})").format(
                title=latest[0].title, who=latest[0].who, at=latest[0].at
            )
        )
    return Answer("\n".join(lines), values)


def verify(context: Context) -> Answer:
    """Check the file, its links and its history."""
    with context.clinic() as clinic:
        faults = clinic.practice.verify()
    if not faults:
        return Answer(_("The file and its history are as they were written."), {"faults": []})
    count = ngettext("{count} fault found:", "{count} faults found:", len(faults))
    text = "\n".join([count.format(count=len(faults)), *faults])
    return Answer(text, {"faults": faults}, found_problems=True)


def backup(context: Context) -> Answer:
    """Write a verified copy of the practice."""
    target = context.options.file
    _refuse_the_practice_itself(target, context)
    with context.clinic() as clinic:
        backups.back_up(clinic.practice, target)
    text = _("Backed up to {file}; the copy was opened and checked.").format(file=target)
    return Answer(text, {"practice": context.practice_file(), "file": target})


def restore(context: Context) -> Answer:
    """Put a backup in the practice's place and keep the old file beside it."""
    path = context.practice_file()
    _refuse_the_practice_itself(context.options.file, context)
    lock = PracticeLock(path, context.clock.now())
    try:
        kept = backups.restore(context.options.file, path, context.clock)
    finally:
        lock.release()
    lines = [_("Restored {file}.").format(file=path)]
    if kept is not None:
        lines.append(_("The file as it was before is kept as {file}.").format(file=kept.name))
    return Answer("\n".join(lines), {"practice": path, "kept": kept})


def _refuse_the_practice_itself(copy: Path, context: Context) -> None:
    """A backup under the practice's own name would be none."""
    if copy.resolve() == context.practice_file().resolve():
        raise UserError(
            _("“{file}” is the practice itself. Name another file for the backup.").format(
                file=copy.name
            )
        )
