"""All the rules there are. Their order is the order in which a person's reasons are told."""

from clinicmgr.schedule.rules.absence import AVAILABILITY, CLOSURE, EMPLOYMENT, LEAVE
from clinicmgr.schedule.rules.daily import BREAK_DUE, DAILY_OVERTIME, SHIFT_LENGTH
from clinicmgr.schedule.rules.demand import IDEAL, MINIMUM, SKILL
from clinicmgr.schedule.rules.fairness import FAIR_SHARE
from clinicmgr.schedule.rules.fitness import CREDENTIAL, POSITION
from clinicmgr.schedule.rules.hours import CONTRACT, LEAST_HOURS, OVERTIME
from clinicmgr.schedule.rules.kinds import AnyRule, DayRule, PersonRule, ShareRule
from clinicmgr.schedule.rules.rhythm import DAYS_IN_ROW, DAYS_OFF, DAYS_TOGETHER
from clinicmgr.schedule.rules.rooms import OUT_OF_SERVICE, ROOM
from clinicmgr.schedule.rules.same_room import SAME_ROOM
from clinicmgr.schedule.rules.shift_kinds import SUCCESSION, TYPES_A_WEEK
from clinicmgr.schedule.rules.succession import DOUBLE_BOOKING, REST
from clinicmgr.schedule.rules.supervision import SUPERVISION
from clinicmgr.schedule.rules.weekends import WEEKENDS, WHOLE_WEEKENDS

PERSON_RULES: tuple[PersonRule, ...] = (
    EMPLOYMENT,
    POSITION,
    LEAVE,
    CREDENTIAL,
    DOUBLE_BOOKING,
    REST,
    SUCCESSION,
    SHIFT_LENGTH,
    DAILY_OVERTIME,
    BREAK_DUE,
    OVERTIME,
    DAYS_IN_ROW,
    WEEKENDS,
    TYPES_A_WEEK,
    AVAILABILITY,
    CONTRACT,
    CLOSURE,
    LEAST_HOURS,
    WHOLE_WEEKENDS,
    DAYS_OFF,
    DAYS_TOGETHER,
    SAME_ROOM,
)
DAY_RULES: tuple[DayRule, ...] = (MINIMUM, SKILL, SUPERVISION, OUT_OF_SERVICE, ROOM, IDEAL)
SHARE_RULES: tuple[ShareRule, ...] = (FAIR_SHARE,)

RULES: tuple[AnyRule, ...] = (*DAY_RULES, *PERSON_RULES, *SHARE_RULES)
"""All of them; among violations of one strength on one day this is the order."""

ORDER = {rule.id: place for place, rule in enumerate(RULES)}

BY_ID = {rule.id: rule for rule in RULES}
