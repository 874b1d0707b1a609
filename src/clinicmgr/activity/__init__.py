"""Activity: what the practice did.

A *service line* is a kind of work that is counted ("Office visits", "X-ray"), with the minutes one
takes and the rooms and assets it needs. A *count* is how many visits, procedures, diagnostics,
cancelled and missed appointments a provider had in a service line for a payer class on a day.
*Utilization* is the time used by what was counted, of the time that the roster, the rooms' own
hours and the assets in service made available.
"""
