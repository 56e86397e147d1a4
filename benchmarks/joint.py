"""Measure the joint roadmap: 50 plans of 200 activities each, read and compared.

Usage: python -m benchmarks.joint [PLANS] [ACTIVITIES]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.make_plan import rows
from roadmap_tui.model.ids import new_id
from roadmap_tui.services.joining import join
from roadmap_tui.session import Session

_LIMIT_SECONDS = 3.0
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


def main(plans: int, activities: int) -> int:
    """Make the plans, join them, and say how much processor time that took."""
    with tempfile.TemporaryDirectory() as name:
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
    print(
        f"read {read - begin:.2f} s, {spans} dates {dated - read:.2f} s,"
        f" {len(chances)} chances {compared - dated:.2f} s,"
    )
    print(f"{factors} factors; total {total:.2f} s (at most {_LIMIT_SECONDS:.0f} s)")
    return 0 if total <= _LIMIT_SECONDS else 1


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:3]]
    sys.exit(main(*(numbers + [50, 200][len(numbers) :])))
