"""Equipment: what the practice owns, when it is due, what was done to it, what it measures.

An *asset* is a piece of equipment (or something that is inspected, such as an extinguisher) with a
tag of its own; it stands in a room, is in service, out of service for some days (an *outage* with
its reason), or retired. A *plan* says what is due on it: every so many days, weeks, months or
years, by the calendar or counted from the last completion, with a checklist. *Work* is one job on
an asset, planned or from a report; closing it makes it part of the log, which is only ever
amended. A *point* is a place to read a value against limits at times of the day, such as a vaccine
fridge; a *reading* beyond the limits opens work by itself.
"""
