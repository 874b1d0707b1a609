"""The fields of rates records, described once for forms, import, export and history."""

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_
from clinicmgr.rates.records.medicare import TRACK_LABELS, Track
from clinicmgr.rates.records.schedules import ROUNDING_LABELS, Rounding
from clinicmgr.rates.records.services import PAYER_KIND_LABELS, PayerKind

_CODE_NAMES = ("hcpcs", "cpt", "cdt", "procedure", "procedure code", "proc code", "service", "ada")
_MODIFIER_NAMES = ("mod", "modifiers", "mod 1", "modifier 1")

SERVICE_FIELDS = (
    Field(
        "code",
        N_("Code"),
        required=True,
        help=N_("A HCPCS, CPT or ADA code, or one of your own, such as OV-20."),
        aliases=_CODE_NAMES,
    ),
    Field("modifier", N_("Modifier"), aliases=_MODIFIER_NAMES),
    Field("description", N_("Description"), aliases=("name", "short description", "long name")),
    Field(
        "minutes",
        N_("Minutes"),
        "whole",
        help=N_("How long it takes."),
        aliases=("duration", "time"),
    ),
    Field("category", N_("Category"), aliases=("group", "type", "class")),
    Field("first", N_("From"), "day", aliases=("active from", "effective date", "start")),
    Field("last", N_("Until"), "day", aliases=("active until", "termination date", "end")),
)

PAYER_FIELDS = (
    Field("name", N_("Name"), required=True, aliases=("payer", "insurer", "insurance")),
    Field(
        "kind",
        N_("Kind"),
        "choice",
        required=True,
        choices=tuple(PAYER_KIND_LABELS.items()),
        default=PayerKind.INSURER,
    ),
    Field("note", N_("Note"), "long_text"),
)

SCHEDULE_FIELDS = (
    Field("name", N_("Name"), required=True),
    Field(
        "payer_id",
        N_("Payer"),
        "choice",
        help=N_("Who pays these prices; empty for a purpose such as self-pay discounts."),
    ),
    Field("note", N_("Note"), "long_text"),
)

PRICE_FIELDS = (
    Field("code", N_("Code"), required=True, aliases=_CODE_NAMES),
    Field("modifier", N_("Modifier"), aliases=_MODIFIER_NAMES),
    Field(
        "cents",
        N_("Price"),
        "money",
        required=True,
        aliases=("fee", "amount", "allowed", "allowed amount", "rate", "charge", "allowable"),
    ),
    Field(
        "schedule",
        N_("Fee schedule"),
        help=N_("The schedule or payer; empty for our own fees."),
        aliases=("payer", "insurer", "insurance", "plan", "payer name"),
    ),
    Field(
        "from_day",
        N_("From"),
        "day",
        help=N_("The day from which the price holds; empty for today."),
        aliases=("effective date", "effective", "valid from", "start date", "from date"),
    ),
)

RECIPE_FIELDS = (
    Field("schedule_id", N_("New prices for"), "choice", required=True),
    Field("from_day", N_("From"), "day", required=True, help=N_("Older prices stay as they are.")),
    Field(
        "percent",
        N_("Percent"),
        required=True,
        default="100",
        help=N_("Such as 104 or 112.5."),
    ),
    Field("base_id", N_("Of"), "choice", required=True),
    Field(
        "rounding",
        N_("Rounded to"),
        "choice",
        required=True,
        choices=tuple(ROUNDING_LABELS.items()),
        default=Rounding.CENT,
    ),
    Field("category", N_("Only the category"), "choice", help=N_("Empty for all services.")),
)

HOME_FIELDS = (
    Field(
        "locality",
        N_("Medicare locality"),
        "choice",
        help=N_("Where the practice is paid as being; from the GPCI file."),
    ),
    Field("facility", N_("Services are given in a facility, such as a hospital"), "flag"),
    Field(
        "track",
        N_("Conversion factor"),
        "choice",
        required=True,
        choices=tuple((key, TRACK_LABELS[key]) for key in (Track.STANDARD, Track.QUALIFYING)),
        default=Track.STANDARD,
    ),
)
