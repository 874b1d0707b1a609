"""Filling a roster: plain values in (`problem`), plain values out (`answer`).

`search.solve` fills, `process.solve_in_process` does so in a process of its own, `why` explains
what stays unfilled, and `score` checks a roster independently of all that. A choice is a worker
with a pattern, a shift that could be worked. The search starts from a greedy roster, improves
each week by itself, then all weeks together. Nothing here knows the practice or its file.
"""
