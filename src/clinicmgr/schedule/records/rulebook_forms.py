"""The rulebook's fields, described once for the form and the history."""

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import N_

STRENGTHS = (
    ("never", N_("Never")),
    ("avoid", N_("Avoid")),
    ("nice", N_("Nice to have")),
    ("off", N_("Off")),
)

SCOPE_FIELDS = (
    Field("member_ids", N_("Staff members"), "choices", help=N_("Empty: everybody.")),
    Field("position_ids", N_("Positions"), "choices", help=N_("Empty: all of them.")),
    Field("site_ids", N_("Sites"), "choices", help=N_("Empty: all of them.")),
    Field("from_day", N_("From"), "day"),
    Field("to_day", N_("To"), "day"),
)

RULE_FIELDS = (
    Field("rule", N_("Rule")),
    Field("strength", N_("Strength"), "choice", choices=STRENGTHS),
    Field("numbers", N_("Numbers")),
    *SCOPE_FIELDS,
)

APPROVAL_FIELDS = (
    Field("rule", N_("Rule")),
    Field("member_ids", N_("Staff members")),
    Field("day", N_("Date"), "day"),
    Field("reason", N_("Reason"), "long_text", required=True),
    Field("matter", N_("What was approved")),
)
