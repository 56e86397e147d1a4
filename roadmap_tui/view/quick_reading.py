"""How a line of quick add was read, put into words before it is taken in."""

from __future__ import annotations

from typing import NamedTuple

from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import fields_of
from roadmap_tui.planning.people import leads
from roadmap_tui.planning.quickadd.split import LEAD, SESSIONS, WHEN, QuickLine
from roadmap_tui.planning.reading import Reader
from roadmap_tui.view.glyphs import UNICODE
from roadmap_tui.view.readings import effort_run, when_run
from roadmap_tui.view.text import Run


class ReadPart(NamedTuple):
    """One field: its label (a message id), the words that it got, and what these are taken to mean."""

    label: str
    text: str
    meaning: Run


def read_parts(found: QuickLine, reader: Reader, dot: str = UNICODE.dot) -> list[ReadPart]:
    """Each field of the new activity, in the order of the form; what nothing was found for has no text."""
    fields = fields_of(Activity)
    return [
        ReadPart(fields[name].label, getattr(found, name), _meaning(name, getattr(found, name), reader, dot))
        for name in found.__struct_fields__
    ]


def _meaning(name: str, text: str, reader: Reader, dot: str) -> Run:
    if text and name == WHEN:
        return when_run(reader.when(text))
    if text and name == SESSIONS:
        return effort_run(reader.effort(text))
    names = leads(text) if name == LEAD else []
    return Run(f" {dot} ".join(names) if len(names) > 1 else "", Tone.MUTED)
