"""Hours worked: what was really worked against what was planned, and what is paid for it.

A *stretch* is one piece of work from its begin to its end. A *pay period* is the span of days that
is paid together; once it is signed off, its stretches are never changed, and a correction goes into
the next one as an *adjustment* with its reason.
"""
