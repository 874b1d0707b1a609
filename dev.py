"""One door for everybody who works on ClinicMgr: `python3 dev.py COMMAND`.

    demo [--headless DIR] [--today DAY]   try the program with a made-up practice
    test [PYTEST ARGUMENTS]               run the tests
    check                                 format, lint, types, architecture, tests: what CI runs
    format                                put the code into the house format
    bench [NAMES]                         run the benchmarks, or those named
    screens DIR                           save a picture of every page
    texts                                 collect the texts to translate

Needs Python 3.11 to 3.13 and nothing else: the first run makes `.venv` and installs into it what
constraints.txt names; later runs start at once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from dev_environment import (
    PYTHON,
    ROOT,
    WINDOWS,
    Trouble,
    make_ready,
    need_window,
    python_refusal,
    quiet_environment,
    say,
)

POT = Path("resources/locale/clinicmgr.pot")
STEPS = {
    "format": ["-m", "ruff", "format", "--check", "."],
    "lint": ["-m", "ruff", "check", "."],
    "types": ["-m", "mypy"],
    "architecture": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    # A process for each core; the tests of a file stay together, as they share what is costly.
    "tests": ["-m", "pytest", "-n", "auto", "--dist", "loadfile"],
}
KEYWORDS = ("_", "N_", "ngettext:1,2")


def main(argv: list[str]) -> int:
    """Run the command that `argv` names and return its exit code."""
    refusal = python_refusal(sys.version_info[:2])
    if refusal:
        return fail(refusal)
    if not argv or argv[0] in ("-h", "--help", "help"):
        print((__doc__ or "").strip())
        return 0 if argv else 2
    command = COMMANDS.get(argv[0])
    if command is None:
        return fail(f"There is no command {argv[0]!r}: take one of {', '.join(COMMANDS)}.")
    try:
        make_ready()
        return command(argv[1:])
    except Trouble as trouble:
        return fail(str(trouble))
    except KeyboardInterrupt:
        return 130


def fail(sentence: str) -> int:
    """Say what is wrong and return the exit code for it."""
    print(sentence, file=sys.stderr)
    return 2


def become(arguments: list[str], environment: dict[str, str]) -> int:
    """Run the environment's Python in place of this program; return its exit code."""
    command = [str(PYTHON), *arguments]
    sys.stdout.flush()
    if not WINDOWS:  # where the shell would not wait for the program that takes over
        os.execve(command[0], command, environment)  # noqa: S606 - no shell wanted
    return subprocess.call(command, env=environment)


def has_screen(environment: dict[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown to somebody."""
    if not platform.startswith("linux"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def demo(arguments: list[str]) -> int:
    """Open the demo practice, or without a screen leave its printouts in a folder."""
    headless = any(word.partition("=")[0] == "--headless" for word in arguments)
    if not headless and not has_screen(dict(os.environ)):
        say("There is no screen here, so the demo prints and draws into ./demo-out instead.")
        arguments = ["--headless", "demo-out", *arguments]
        headless = True
    if not headless:
        need_window()
    environment = quiet_environment() if headless else dict(os.environ)
    return become(["-m", "clinicmgr", "demo", *arguments], environment)


def test(arguments: list[str]) -> int:
    """Run pytest with these arguments."""
    os.chdir(ROOT)
    return become(["-m", "pytest", *arguments], quiet_environment())


def check(_arguments: list[str]) -> int:
    """Run every step, also after one failed, and sum up."""
    lines, failed = [], []
    for name, step in STEPS.items():
        say(f"\n=== {name}")
        started = time.monotonic()
        command = [str(PYTHON), *step]
        code = subprocess.call(command, cwd=ROOT, env=quiet_environment(), stdin=subprocess.DEVNULL)
        verdict = "FAILED" if code else "good"
        lines.append(f"  {name:<14}{verdict:<8}{time.monotonic() - started:6.1f} s")
        failed += [name] if code else []
    say("\n=== summary\n" + "\n".join(lines))
    say(f"Failed: {', '.join(failed)}." if failed else "All good.")
    return 1 if failed else 0


def format_code(_arguments: list[str]) -> int:
    """Format the code and repair what the linter can repair."""
    ruff = [str(PYTHON), "-m", "ruff"]
    repaired = subprocess.call([*ruff, "check", "--fix", "--quiet", "."], cwd=ROOT)
    return subprocess.call([*ruff, "format", "."], cwd=ROOT) or repaired


def bench(names: list[str]) -> int:
    """Run the benchmarks one after the other; 1 if any of them fails."""
    scripts = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("[!_]*.py"))}
    unknown = sorted(set(names) - set(scripts))
    if unknown:
        known = ", ".join(scripts) or "none yet"
        raise Trouble(f"There is no benchmark {unknown[0]!r}; there are: {known}.")
    codes = []
    for name in names or scripts:
        say(f"=== {name}")
        codes.append(
            subprocess.call([str(PYTHON), str(scripts[name])], cwd=ROOT, env=quiet_environment())
        )
    return 1 if any(codes) else 0


def screens(arguments: list[str]) -> int:
    """Save a picture of every page of the demo practice."""
    if not arguments:
        raise Trouble("Name the folder for the pictures: dev.py screens DIR")
    return become(["-m", "clinicmgr.desktop.screens", *arguments], quiet_environment())


def texts(_arguments: list[str]) -> int:
    """Collect the texts to translate into the template that translators start from."""
    pybabel = [str(PYTHON), "-m", "babel.messages.frontend", "--quiet", "extract"]
    options = ["--no-default-keywords", *(f"--keyword={word}" for word in KEYWORDS)]
    options += ["--add-comments=Translators:", "--add-location=file", "--sort-by-file"]
    options += ["--project=ClinicMgr", "--copyright-holder=The ClinicMgr authors", "--no-wrap"]
    code = subprocess.call([*pybabel, *options, f"--output={POT}", "src"], cwd=ROOT)
    if code == 0:
        template = ROOT / POT
        template.write_text(without_dates(template.read_text("utf-8")), "utf-8", newline="\n")
        say(f"Wrote {POT}.")
    return code


def without_dates(template: str) -> str:
    """Leave out the moment of extraction, so that the file changes only when a text does."""
    return "\n".join(
        line for line in template.split("\n") if not line.startswith('"POT-Creation-Date')
    )


COMMANDS = {
    "demo": demo,
    "test": test,
    "check": check,
    "format": format_code,
    "bench": bench,
    "screens": screens,
    "texts": texts,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
