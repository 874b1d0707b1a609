"""All the rules there are. Their order is the order in which a person's reasons are told."""

from clinicmgr.schedule.rules.absence import AVAILABILITY, CLOSURE, EMPLOYMENT, LEAVE
from clinicmgr.schedule.rules.demand import IDEAL, MINIMUM, SKILL
from clinicmgr.schedule.rules.fitness import CREDENTIAL, POSITION
from clinicmgr.schedule.rules.hours import CONTRACT, OVERTIME
from clinicmgr.schedule.rules.kinds import DayRule, PersonRule
from clinicmgr.schedule.rules.rooms import OUT_OF_SERVICE, ROOM
from clinicmgr.schedule.rules.succession import DOUBLE_BOOKING, REST

PERSON_RULES: tuple[PersonRule, ...] = (
    EMPLOYMENT,
    POSITION,
    LEAVE,
    CREDENTIAL,
    DOUBLE_BOOKING,
    REST,
    OVERTIME,
    AVAILABILITY,
    CONTRACT,
    CLOSURE,
)
DAY_RULES: tuple[DayRule, ...] = (MINIMUM, SKILL, OUT_OF_SERVICE, ROOM, IDEAL)

RULES: tuple[PersonRule | DayRule, ...] = (*DAY_RULES, *PERSON_RULES)
"""All of them; among violations of one strength on one day this is the order."""

ORDER = {rule.id: place for place, rule in enumerate(RULES)}
