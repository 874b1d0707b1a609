"""From the start of the process to a painted window and to a usable week, with ten years of data.

The baseline is a process that shows an empty QMainWindow of the same size and does nothing else.
Both run offscreen.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _measure import Line, show
from _practice import TODAY, ten_years

STARTS = 11
BARE = """
import os, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.told)

    def told(self):
        print("painted", time.time(), flush=True)
        os._exit(0)

app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""
# The real front door, with somebody who looks at the clock when the window says where it is.
OWN = """
import os, sys, time
from clinicmgr import __main__
from clinicmgr.desktop import app
from PySide6.QtCore import QTimer

shell = app.shell

def told(word):
    print(word, time.time(), flush=True)
    if word == "usable":
        os._exit(0)

def watched(*arguments):
    window = shell(*arguments)
    window.painted.connect(lambda: told("painted"))
    # What the page has asked to be painted is painted before a timer of no time is due.
    window.usable.connect(lambda: QTimer.singleShot(0, lambda: told("usable")))
    return window

app.shell = watched
__main__.main(sys.argv[1:])
"""


def start(script: str, *arguments: str, home: Path) -> dict[str, float]:
    """Start a process; return after how many seconds it said what."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "CLINICMGR_HOME": str(home),
        # The first round compiles everything once, as an installed program is.
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-c", script, *arguments]
    begin = time.time()
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    said = dict(line.split() for line in done.stdout.splitlines())
    if "painted" not in said:
        raise SystemExit(done.stderr)
    return {word: float(moment) - begin for word, moment in said.items()}


def main() -> None:
    """Measure and print."""
    kept = ten_years()
    found: dict[str, list[float]] = {"bare": [], "painted": [], "usable": []}
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        practice = Path(shutil.copy(kept, home / "ten-years.clinic"))
        words = ("--practice", str(practice), "--today", TODAY.isoformat())
        for number in range(STARTS + 1):
            bare = start(BARE, home=home)
            own = start(OWN, *words, home=home)
            if number:
                found["bare"].append(bare["painted"])
                found["painted"].append(own["painted"])
                found["usable"].append(own["usable"])
        size = practice.stat().st_size / 1_000_000
    times = {word: statistics.median(each) for word, each in found.items()}
    bare_window = "bare QMainWindow"
    show(
        f"Start with ten years of sixty people, {size:.0f} MB",
        [
            Line("window painted", times["painted"], bare_window, times["bare"], "<= 1.5 x"),
            Line("first page usable", times["usable"], bare_window, times["bare"], "<= 6 x"),
        ],
    )


if __name__ == "__main__":
    main()
