"""Rates: what the practice charges, what payers pay, and what Medicare allows here.

A *service* is something billable: a code with or without a modifier. A *payer* is an insurer or
self-pay class. A *fee schedule* holds prices of services for one payer or purpose, one of them is
the practice's own fees; its *versions* begin on a day and hold until the next one begins, so that
exactly one answers for each day, and a price that stood on an earlier day stays. A *release* is a
Relative Value File of Medicare's Physician Fee Schedule, an *index set* the Geographic Practice
Cost Indices of a year; together they give the Medicare *allowable* of a code in a *locality*. A
*quote* is the price of a code for a payer on a day, with how it came about.
"""
