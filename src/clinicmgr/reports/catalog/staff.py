"""What can be printed about staff."""

from typing import Any

from clinicmgr.kernel.i18n import N_
from clinicmgr.reports.catalog.asks import DAY, ORIENTATION, POSITIONS, flag, number
from clinicmgr.reports.catalog.printable import Printable
from clinicmgr.staff.documents import (
    DirectoryOptions,
    ExpiryOptions,
    MatrixOptions,
    build_directory,
    build_expiries,
    build_matrix,
)

GROUP = N_("Staff")

STAFF: tuple[Printable[Any], ...] = (
    Printable(
        "directory",
        N_("Staff directory"),
        GROUP,
        N_("Names, positions, and how to reach everybody."),
        DirectoryOptions,
        lambda at, settings, imprint, options: build_directory(
            at.staff, settings, imprint, options
        ),
        (
            DAY,
            POSITIONS,
            flag("by_position", N_("In groups by position"), "groups", default=True),
            flag("show_contacts", N_("With phone and e-mail"), "contacts", default=True),
            flag("show_hours", N_("With hours a week"), "hours", default=True),
            ORIENTATION,
        ),
    ),
    Printable(
        "credentials",
        N_("Credentials that expire"),
        GROUP,
        N_("What is expired, missing or runs out soon, the most pressing first."),
        ExpiryOptions,
        lambda at, settings, imprint, options: build_expiries(at.staff, settings, imprint, options),
        (
            DAY,
            number("days", N_("Days ahead"), 90, 0, 3_650, N_("What expires by then is listed.")),
            POSITIONS,
            flag("all_valid", N_("Also all that are in order"), "all"),
            ORIENTATION,
        ),
    ),
    Printable(
        "credential-matrix",
        N_("Credential matrix"),
        GROUP,
        N_("Everybody by every kind of credential: until when it is valid, and what is missing."),
        MatrixOptions,
        lambda at, settings, imprint, options: build_matrix(at.staff, settings, imprint, options),
        (DAY, POSITIONS),
    ),
)
