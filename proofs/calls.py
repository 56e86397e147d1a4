"""Every call to the system that touches the folder of a plan is made to fail, or the program is killed at it.

strace lets the chosen call answer with an error, once or from then on, without carrying it out.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from proofs.one_save import WAYS
from proofs.plans import NAME, Writer, Written, found_at, missing, sample
from proofs.result import Result
from roadmap_tui.errors import UnreadableError

QUICK, DEEP = 10, 100_000
_ROOT = Path(__file__).parents[1]
_ERRORS = {
    "openat": ("EACCES", "EMFILE", "ESTALE", "EIO", "ENOSPC"),
    "read": ("EIO", "ESTALE"),
    "write": ("ENOSPC", "EIO", "EDQUOT"),
    "fsync": ("EIO", "ENOSPC", "EDQUOT"),
    "close": ("EIO", "EDQUOT"),
    "renameat2": ("EINVAL", "EXDEV", "EACCES", "EBUSY", "ESTALE", "EIO", "ENOSPC"),
    "rename": ("EACCES", "EBUSY", "ESTALE", "EIO", "ENOSPC"),
    "link": ("EPERM", "EMLINK", "EACCES", "EIO"),
    "unlink": ("EACCES", "EBUSY", "EIO", "EROFS"),
    "newfstatat": ("EACCES", "EIO", "ESTALE"),
    "access": ("EACCES", "EROFS", "EIO"),
    "mkdir": ("EACCES", "ENOSPC", "EROFS"),
    "flock": ("ENOLCK", "EINTR", "EIO"),
    "getdents64": ("EIO", "ESTALE"),
    "lseek": ("EIO",),
    "ftruncate": ("EIO", "EACCES"),
    "fchmod": ("EPERM", "EROFS"),
}
_LASTING = frozenset({"write", "fsync", "rename", "renameat2"})
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")


class Injection(NamedTuple):
    """A fault at the call of this name and number, as strace writes it."""

    way: str
    call: str
    fault: str


def run(rounds: int, seed: int) -> list[Result]:
    """So many faults, chosen at random out of all."""
    name = "calls to the system"
    what = "a call that touches the folder fails, once or from then on, or the program is killed at it (strace)"
    if reason := _why_not():
        return [Result(name, what, 0, 0, reason)]
    notes: list[str] = []
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        template, old = _template(Path(folder) / "template")
        found = [each for way in WAYS for each in _injections(template, way)]
        for each in random.Random(seed).sample(found, min(rounds, len(found))):
            done, wrong = _one_fault(template, each, old)
            if done:
                kinds[each.fault.partition(":")[0].partition("=")[2]] += 1
            if wrong:
                notes.append(f"{each}: {wrong}")
        shutil.rmtree(template.parent)
    what += f"; {', '.join(f'{count} {kind}' for kind, count in sorted(kinds.items()))}"
    return [Result(name, what, kinds.total(), len(notes), notes=tuple(notes))]


def _why_not() -> str:
    if not sys.platform.startswith("linux") or shutil.which("strace") is None:
        return "strace is not installed, or this is not Linux"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return "" if tried.returncode == 0 else "strace may not watch programs here"


def _template(folder: Path) -> tuple[Path, list[Written]]:
    """A plan in which two changes were acknowledged, with a safety copy and a file that an interrupted save left."""
    folder.mkdir()
    document = sample(folder / NAME)
    written = Writer(2).write(document, "risks", 8, title="Eerder bevestigd")
    document.save(folder / "locks")
    shutil.copy(folder / NAME, folder / f".~{NAME}.1-0badcafe.tmp")
    return folder, written


def _injections(template: Path, way: str) -> Iterator[Injection]:
    """All faults for the calls that one save makes in this way."""
    folder = _fresh(template)
    log = folder.with_suffix(".log")
    _trace(folder, way, log, ["-y"])
    count: Counter[str] = Counter()
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if not (call := _CALL.match(line)):
            continue
        count[call[1]] += 1
        if str(folder) not in line or call[1] not in _ERRORS:
            continue
        at = count[call[1]]
        yield Injection(way, call[1], f"signal=KILL:when={at}")
        for error in _ERRORS[call[1]]:
            yield Injection(way, call[1], f"error={error}:when={at}")
        if call[1] in _LASTING:
            yield Injection(way, call[1], f"error={_ERRORS[call[1]][0]}:when={at}+")


def _fresh(template: Path) -> Path:
    folder = template.with_name("folder")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder


def _trace(folder: Path, way: str, log: Path, options: list[str]) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ.get("PATH", "")}
    program = [sys.executable, "-m", "proofs.one_save", str(folder / NAME), way]
    command = ["strace", "-f", "-o", str(log), *options, *program]
    return subprocess.run(command, capture_output=True, text=True, cwd=_ROOT, env=environment, timeout=120, check=False)


def _one_fault(template: Path, each: Injection, old: list[Written]) -> tuple[bool, str]:
    """Whether the fault came about in the folder, and what was wrong after it."""
    folder = _fresh(template)
    log = folder.with_suffix(".log")
    fast = [] if each.fault.startswith("signal") else ["--seccomp-bpf"]
    what = ["-e", f"trace={each.call}", "-e", f"inject={each.call}:{each.fault}"]
    ended = _trace(folder, each.way, log, ["-y", *fast, *what])
    text = log.read_text(encoding="utf-8", errors="replace")
    killed = ended.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL)
    hit = any("INJECTED" in line and str(folder) in line for line in text.splitlines())
    if not killed and not hit:
        return False, ""
    if "Traceback" in ended.stderr:
        return True, ended.stderr.strip().splitlines()[-1]
    told = [line.split() for line in ended.stdout.splitlines()]
    new = [Written("risks", 7, "title", line[0]) for line in told if line[-1] == "saved"]
    try:
        tables = found_at(folder / NAME, folder / "state")
    except UnreadableError as error:
        return True, f"unreadable: {error}"
    gone = missing(tables, old + new)
    if not gone and not killed and not each.fault.endswith("+") and told[-1][-1] == "refused":
        return True, "refused twice though the fault was over"
    return True, f"missing: {gone}" if gone else ""
