"""Measuring in pairs: the program and a named baseline in turn, and the ratio of their medians.

Only the ratio travels from one PC to another; the milliseconds are those of this one, now.
"""

import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

ROUNDS = 7
Run = Callable[[], float]
"""Does something once and returns how long the part that counts took, in seconds."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was measured, against what, and what is aimed at."""

    what: str
    seconds: float
    baseline: str = ""
    baseline_seconds: float | None = None
    target: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times as long as the baseline."""
        return self.seconds / self.baseline_seconds if self.baseline_seconds else None


def timed(work: Callable[[], object]) -> Run:
    """Return a run that counts all of `work`."""

    def run() -> float:
        begin = time.perf_counter()
        work()
        return time.perf_counter() - begin

    return run


def in_turn(runs: Mapping[str, Run], rounds: int = ROUNDS) -> dict[str, float]:
    """Return the median of each run, taken A B A B after one round that does not count."""
    found: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            seconds = run()
            if number:
                found[name].append(seconds)
    return {name: statistics.median(times) for name, times in found.items()}


def show(title: str, lines: Sequence[Line]) -> None:
    """Print the table."""
    print(f"{title} ({machine()})")
    width = max(len(line.what) for line in lines)
    for line in lines:
        text = f"  {line.what:<{width}}  {line.seconds * 1000:9.2f} ms"
        if line.ratio is not None and line.baseline_seconds is not None:
            base = f"{line.baseline} {line.baseline_seconds * 1000:.2f} ms"
            text += f"   {line.ratio:6.2f} x {base}"
        if line.target:
            text += f"   target {line.target}"
        print(text)


def machine() -> str:
    """Say in a few words where this was measured."""
    version = ".".join(map(str, sys.version_info[:3]))
    return f"medians; Python {version}, {platform.system()}, {os.cpu_count()} cores"
