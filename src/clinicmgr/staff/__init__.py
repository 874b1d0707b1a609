"""Staff: the people of the practice, as what they work, since when, and what they may do.

A *staff member* is hired on a day and may end employment on a day; the record stays.
A *position* is a job title (the first of a member's positions is the main one); a *skill* is
something a member may do besides. *Terms* are dated: a *contract* (hours a week), a *pay rate*
and an *availability* (windows of the week) hold from their day until the next one begins; a
member without any availability is available always. *Leave* is approved absence of whole days.
A *credential* is a licence, card or certificate with its last valid day; a *credential kind*
names it, says which positions need it and how many days ahead to warn. Renewing adds a new
credential and keeps the old one. Pay and tax ids are secrets: one gate guards their reading.
"""
