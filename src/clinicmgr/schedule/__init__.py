"""Schedule: who works when, where and as what.

A shift is one staff member's planned work; a shift without a member is open and waits for
somebody. A shift type is a named pattern for shifts. Demand says how many people of a position
(and skill, and site) are needed at a time of the week. A rule is a limit on rosters with a
strength (never, avoid, nice to have); a violation is a rule broken by named shifts. A gap is
demand that nobody covers, and an explanation says, person by person, why it stays open.
"""
