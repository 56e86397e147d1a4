"""Measure the joint roadmap: 50 plans of 200 activities each, read and compared, and shown on screen 9.

Usage: python -m benchmarks.joint [PLANS] [ACTIVITIES]      (the screen on Linux)
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.make_plan import rows
from roadmap_tui.model.ids import new_id
from roadmap_tui.services import joining
from roadmap_tui.services.joining import join
from roadmap_tui.session import Session

_LIMIT_SECONDS, _SCREEN_SECONDS, _PATIENCE = 3.0, 1.0, 30.0
_WORDS = (
    "website", "intranet", "formulieren", "chatbot", "webcare", "redactie", "toptaken", "klantreis", "huisstijl",
    "nieuwsbrief", "training", "statistiek", "zaaksysteem", "belastingen", "vergunningen", "paspoort", "afval",
    "parkeren", "schuldhulp", "jeugdzorg", "subsidies", "evenementen", "begraafplaats", "sporthal", "bibliotheek",
    "straatverlichting", "groenonderhoud", "riolering", "verkiezingen", "archief",
)  # fmt: skip


def make_plans(folder: Path, plans: int, activities: int) -> list[Path]:
    """Plan files of different municipalities with different titles; half of the subjects are about the same words."""
    files = []
    for number in range(plans):
        chance = random.Random(number)
        own = []
        for table, record_id, fields in rows(activities):
            if table == "plan":
                fields = {**fields, "organisation": f"Gemeente {number}", "title": f"Plan {number}"}
            elif table == "activities":
                about = " ".join(chance.sample(_WORDS, 2)) if chance.random() < 0.5 else fields["title"]
                fields = {**fields, "title": f"{chance.choice(('Opzetten', 'Verbeteren', 'Bespreken'))} {about}"}
                fields.pop("milestone", None)
                record_id = new_id()
            if table in ("plan", "activities"):
                own.append((table, record_id, fields))
        file = folder / f"plan-{number}.roadmap.json"
        Session.create(file, own, user="Meting")
        files.append(file)
    return files


def show(files: list[Path]) -> float:
    """Processor seconds from the key 9 until screen 9 shows what all plans have in common; bytes and ms of panning."""
    from benchmarks.probe import Probe

    joining.lay_beside(Session.open(files[0], user="Meting"), files[1:])
    with Probe([sys.executable, "-m", "roadmap_tui", "--lang", "en", str(files[0])]) as probe:
        probe.first_paint()
        probe.settle()
        before, begin = _processor(probe.pid), time.perf_counter()
        probe.write(b"9")
        while "chances to work together" not in probe.text() and time.perf_counter() - begin < _PATIENCE:
            probe.pump(0.02)
        taken, wall = _processor(probe.pid) - before, time.perf_counter() - begin
        probe.settle()
        panned = [probe.press(key, 0.2) for key in (b"l", b"l", b"h", b"j", b"\x1b[6~")]
    waits = ", ".join(f"{(each.seconds or 0) * 1000:.0f} ms {each.size} bytes" for each in panned)
    print(f"screen 9: {taken:.2f} s of processor time, {wall:.2f} s in all (at most {_SCREEN_SECONDS:.0f} s); {waits}")
    return taken


def _processor(pid: int) -> float:
    """The processor seconds that a process used so far."""
    user, system = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split()[13:15]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def main(plans: int, activities: int) -> int:
    """Make the plans, join them, show them, and say how much processor time that took."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update({"XDG_STATE_HOME": f"{name}/state", "XDG_CONFIG_HOME": f"{name}/config"})
        files = make_plans(Path(name), plans, activities)
        begin = time.process_time()
        joined = join(files)
        read = time.process_time()
        spans = sum(len(member.spans) for member in joined.roadmap.members)
        dated = time.process_time()
        chances = joined.roadmap.chances
        compared = time.process_time()
        factors = len(joined.roadmap.factors)
        total = time.process_time() - begin
        shown = show(files) if sys.platform == "linux" else 0.0
    print(
        f"read {read - begin:.2f} s, {spans} dates {dated - read:.2f} s,"
        f" {len(chances)} chances {compared - dated:.2f} s,"
    )
    print(f"{factors} factors; total {total:.2f} s (at most {_LIMIT_SECONDS:.0f} s)")
    return 0 if total <= _LIMIT_SECONDS and shown <= _SCREEN_SECONDS else 1


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*(numbers + [50, 200][len(numbers) :])))
