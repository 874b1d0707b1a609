"""What the history says of rates tables and their columns."""

from clinicmgr.kernel.domain import Told, ToldTable
from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.rates.records.forms import (
    HOME_FIELDS,
    PAYER_FIELDS,
    PRICE_FIELDS,
    SCHEDULE_FIELDS,
    SERVICE_FIELDS,
)
from clinicmgr.rates.records.medicare import TRACK_LABELS

_FROM = Field("from_day", N_("From"), "day")
_FILE = Field("file", N_("File"))

RATES_TOLD = Told(
    N_("Rates"),
    {
        "rates_service": ToldTable(N_("Service"), SERVICE_FIELDS),
        "rates_payer": ToldTable(N_("Payer"), PAYER_FIELDS),
        "rates_schedule": ToldTable(
            N_("Fee schedule"), (*SCHEDULE_FIELDS, Field("is_own", N_("Our own fees"), "flag"))
        ),
        "rates_version": ToldTable(
            N_("Version of a fee schedule"),
            (Field("schedule_id", N_("Fee schedule")), _FROM, Field("basis", N_("Made from"))),
        ),
        "rates_price": ToldTable(
            N_("Price"),
            (
                Field("version_id", N_("Version")),
                Field("service_id", N_("Service")),
                *PRICE_FIELDS,
            ),
        ),
        "rates_release": ToldTable(
            N_("Medicare release"),
            (
                Field("name", N_("Name")),
                _FROM,
                Field("track", N_("For"), "choice", choices=tuple(TRACK_LABELS.items())),
                Field("conversion_factor", N_("Conversion factor")),
                _FILE,
                Field("lines", N_("Lines"), "whole"),
                Field("batch", N_("Number of the lines"), "whole"),
                Field("sha256", N_("Checksum")),
            ),
        ),
        "rates_index_set": ToldTable(N_("GPCI file"), (Field("name", N_("Name")), _FROM, _FILE)),
        "rates_locality": ToldTable(
            N_("Medicare locality"),
            (
                Field("index_set_id", N_("GPCI file")),
                Field("state", N_("State")),
                Field("number", N_("Number")),
                Field("name", N_("Name")),
                Field("contractor", N_("Contractor")),
                Field("work", N_("Work index")),
                Field("expense", N_("Practice expense index")),
                Field("malpractice", N_("Malpractice index")),
            ),
        ),
        "rates_home": ToldTable(N_("Medicare here"), HOME_FIELDS),
    },
)
