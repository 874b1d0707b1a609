"""Money: what was planned, earned and spent.

An *account* is a line of a simple chart of accounts, of income or of cost. A *budget* is the plan
of a year, an amount per account and month. *Actuals* are what happened: entries by day and
account, typed or imported; labor cost comes from the roster. The *variance* is actual less budget,
and it is told whether that is good or bad for the practice.
"""
