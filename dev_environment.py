"""Makes `.venv`, the environment that dev.py runs everything in, and keeps it up to date.

Standard library only, and readable by older Pythons so that they can be told what is needed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
READY = VENV / "clinicmgr-ready.json"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# What the Qt wheels expect of a bare Debian or Ubuntu; these pull in the rest.
QT_LIBRARIES = (
    "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3", "libglib2.0-0",
    "libxcb-cursor0", "libxkbcommon-x11-0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip
START_QT = (
    "import pathlib, PySide6, PySide6.QtWidgets as widgets; widgets.QApplication([]);"
    "print(pathlib.Path(PySide6.__file__).parent / 'Qt/plugins/platforms/libqxcb.so')"
)


class Trouble(Exception):  # noqa: N818 - it is told, not handled
    """Something the developer has to do, in a sentence."""


def python_refusal(version: tuple[int, ...]) -> str | None:
    """Why this Python will not do, or None."""
    if (3, 11) <= version < (3, 14):
        return None
    found = ".".join(map(str, version))
    return (
        f"ClinicMgr needs Python 3.11, 3.12 or 3.13, and this is {found}: "
        "start dev.py with one of those, such as `python3.12 dev.py`."
    )


def make_ready() -> None:
    """Bring `.venv` to the wanted state; costs some milliseconds when it is there already."""
    found = found_state()
    if plan(wanted_state(), found) == "keep" and "libraries" in found:
        return
    with _alone():
        _change(wanted_state(), found_state())


def _change(wanted: dict[str, str], found: dict[str, str]) -> None:
    step = plan(wanted, found)
    if step == "rebuild":
        make_venv()
    if step != "keep":
        if step == "update":
            _remember({**wanted, "packages": "unfinished"})
        install_packages()
        _remember(wanted)
    if step != "keep" or "libraries" not in found:
        _remember({**wanted, "libraries": look_at_libraries()})


def wanted_state() -> dict[str, str]:
    """What `.venv` has to be made of to be usable as it is."""
    packages = hashlib.sha256()
    for name in ("pyproject.toml", "constraints.txt"):
        packages.update((ROOT / name).read_bytes())
    return {"python": sys.version, "folder": str(ROOT), "packages": packages.hexdigest()}


def found_state() -> dict[str, str]:
    """What `.venv` was last made of; empty if it was never finished or its Python is gone."""
    try:
        state = json.loads(READY.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) and PYTHON.exists() else {}


def plan(wanted: dict[str, str], found: dict[str, str]) -> str:
    """Return "keep", "update" or "rebuild".

    A half-made environment and one for another Python or folder cannot be trusted; changed
    packages are installed over what is there.
    """
    if not found or any(found.get(key) != wanted[key] for key in ("python", "folder")):
        return "rebuild"
    return "keep" if found.get("packages") == wanted["packages"] else "update"


@contextmanager
def _alone() -> Iterator[None]:
    """Let one dev.py at a time change `.venv`; the next waits, and then finds it done."""
    with (ROOT / ".venv.lock").open("w") as file:
        if sys.platform == "win32":
            import msvcrt

            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
            except OSError as error:
                raise Trouble("Another dev.py is making .venv: wait until it is done.") from error
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def make_venv() -> None:
    """Make an empty `.venv` of the running Python, in place of whatever is there."""
    say("Making .venv …")
    try:
        if VENV.is_symlink() or VENV.is_file():
            VENV.unlink()
        elif VENV.exists():
            shutil.rmtree(VENV)
    except OSError as error:
        raise Trouble(
            f"The old .venv cannot be removed ({error}): close what uses it, then try again."
        ) from error
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, said = _run([base, "-m", "venv", str(VENV)])
    if code != 0:
        raise Trouble(
            "Python could not make .venv; on Debian and Ubuntu `apt-get install python3-venv` "
            f"gives it what it needs. It said:\n{last_lines(said)}"
        )


def install_packages() -> None:
    """Install ClinicMgr, editable, with the exact versions of constraints.txt."""
    say("Installing packages (some 350 MB; about a minute the first time) …")
    started = time.monotonic()
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--no-input"]
    pip += ["--disable-pip-version-check", "-c", "constraints.txt", "-e", ".[dev]"]
    code, said = _run(pip)
    if code != 0:
        raise Trouble(
            "The packages could not be installed; check the connection to the package index and "
            f"run the command again. pip said:\n{last_lines(said)}"
        )
    say(f"Installed in {time.monotonic() - started:.0f} s.")


def look_at_libraries(*, window: bool = False) -> str:
    """Install what Qt misses on a Linux PC where this may; return "complete" or "no window".

    Raises Trouble with the command to type where Qt does not start at all, or where a `window`
    is wanted and cannot be had.
    """
    if not sys.platform.startswith("linux"):
        return "complete"
    missing = missing_libraries()
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        say(f"Installing Qt's system libraries (missing: {', '.join(missing)}) …")
        _install_libraries()
        missing = missing_libraries()
    if not missing:
        return "complete"
    sentence = (
        f"Qt misses system libraries: {', '.join(missing)}. On Debian or Ubuntu run:\n"
        "    sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        + " ".join(QT_LIBRARIES)
    )
    if window or _starts_qt() is None:
        raise Trouble(sentence)
    say(sentence + "\nUntil then there are tests and printouts, but no window.")
    return "no window"


def need_window() -> None:
    """Raise Trouble unless Qt has all that a real window takes."""
    found = found_state()
    if found.get("libraries") != "complete":
        _remember({**found, "libraries": look_at_libraries(window=True)})


def missing_libraries() -> list[str]:
    """Return the libraries without which Qt does not start, or not with a real window."""
    plugin = _starts_qt()
    if plugin is None:
        _, said = _run([str(PYTHON), "-c", START_QT])
        return [_last_line(said)]
    if shutil.which("ldd") is None:
        return []
    return not_found(_run(["ldd", plugin])[1])


def not_found(listing: str) -> list[str]:
    """Return the names that ldd could not find, each once."""
    return sorted({line.split()[0] for line in listing.splitlines() if "not found" in line})


def last_lines(text: str) -> str:
    """Return the end of a program's output, indented."""
    return "\n".join("    " + line for line in text.strip().splitlines()[-12:])


def quiet_environment() -> dict[str, str]:
    """Return the environment for everything without a screen: the same on each PC."""
    environment = {key: value for key, value in os.environ.items() if key != "LC_ALL"}
    return {**environment, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}


def say(sentence: str) -> None:
    """Tell the progress in a line."""
    print(sentence, flush=True)


def _starts_qt() -> str | None:
    """Start Qt without a screen; return the path of its X11 plugin, or None if it cannot."""
    code, said = _run([str(PYTHON), "-c", START_QT])
    return _last_line(said) if code == 0 else None


def _last_line(text: str) -> str:
    return text.strip().rpartition("\n")[2].strip()


def _install_libraries() -> None:
    """Install QT_LIBRARIES with apt; what is still missing then is for the caller to tell."""
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *QT_LIBRARIES]
    for step in (["apt-get", "update", "-qq"], install):
        code, said = _run(step, DEBIAN_FRONTEND="noninteractive")
        if code != 0:
            say(f"`{' '.join(step[:2])}` failed:\n{last_lines(said)}")
            return


def _run(command: list[str], **more: str) -> tuple[int, str]:
    """Run a program out of sight; return its exit code and what it said."""
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**quiet_environment(), **more},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def _remember(state: dict[str, str]) -> None:
    READY.write_text(json.dumps(state, indent=1) + "\n", "utf-8")
