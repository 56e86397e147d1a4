"""Ways in which saving could go wrong, each with the proof that must catch it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from roadmap_tui.store import document, safety, saving


class SaveMutant(NamedTuple):
    """A piece of the code of a module, and what stands there instead."""

    name: str
    caught_by: str
    module: ModuleType
    piece: str
    instead: str


MUTANTS = (
    SaveMutant(
        "no fsync of the file",
        "power",
        saving,
        "        _write_all(descriptor, data)\n        os.fsync(descriptor)\n    finally:",
        "        _write_all(descriptor, data)\n    finally:",
    ),
    SaveMutant(
        "no fsync of the folder", "power", saving, "        sync_folder(path.parent)\n    finally:", "    finally:"
    ),
    SaveMutant(
        "the file itself written over",
        "faults",
        saving,
        "found = _swap(temporary, path, aside)",
        "found = read_current(path); _overwrite(os.open(path, os.O_RDWR), data)",
    ),
    SaveMutant(
        "a short write taken for a whole one",
        "faults",
        saving,
        "    while rest:\n        rest = rest[os.write(descriptor, rest) :]",
        "    os.write(descriptor, rest)",
    ),
    SaveMutant(
        "what was replaced removed too early",
        "visitor",
        saving,
        "kept = found if isinstance(found, Path) else None",
        "kept = None",
    ),
    SaveMutant(
        "what was replaced not looked at",
        "visitor",
        saving,
        "replaced = read_current(found) if isinstance(found, Path) else found",
        "replaced = None",
    ),
    SaveMutant(
        "a changed file written over",
        "visitor",
        document,
        "joined |= bool(self._take_in(theirs))",
        "pass",
    ),
    SaveMutant(
        "what an interrupted save left not looked at",
        "visitor",
        document,
        "        document._take_in_leftovers()\n        return document",
        "        return document",
    ),
    SaveMutant(
        "what another program wrote put aside without a word",
        "visitor",
        document,
        "                self._take_in_replaced(replaced)\n",
        "                pass\n",
    ),
    SaveMutant("no look at what was written", "rogue", document, "elif self._stands(data):", "elif True:"),
    SaveMutant(
        "acknowledged before it is written",
        "faults",
        document,
        "made, tables, data = self._snapshot()",
        "made, tables, data = self._snapshot(); self._saved = made",
    ),
    SaveMutant(
        "an old line kept for a changed record",
        "faults",
        document,
        "known if known is not None and known[0] is record else",
        "known if known is not None else",
    ),
    SaveMutant("no journal", "power", document, "        safety.write_journal(data)\n", ""),
    SaveMutant(
        "the journal dropped too early",
        "power",
        document,
        "        safety.write_journal(data)\n",
        "        safety.write_journal(data)\n        safety.drop_journal()\n",
    ),
    SaveMutant(
        "no fsync of the journal",
        "power",
        safety,
        "_write(self.journal, data, durable=True)",
        "_write(self.journal, data)",
    ),
    SaveMutant(
        "no fsync of the folders of the journal",
        "power",
        safety,
        "for folder in (self.folder, *list(self.folder.parents)[:3]):",
        "for folder in ():",
    ),
)


@contextmanager
def installed(mutant: SaveMutant) -> Iterator[None]:
    """Run with the mutant; afterwards everything is as it was. Raises ValueError where its piece is not in the code."""
    module = mutant.module
    source = Path(str(module.__file__)).read_text(encoding="utf-8")
    if source.count(mutant.piece) != 1:
        raise ValueError(f'the mutant "{mutant.name}" no longer fits the code')
    before = dict(vars(module))
    exec(compile(source.replace(mutant.piece, mutant.instead), str(module.__file__), "exec"), vars(module))
    changed = {name: value for name, value in vars(module).items() if before.get(name) is not value}
    undo = [entry for name in changed if name in before for entry in _rebind(name, before[name], changed[name])]
    try:
        yield
    finally:
        for other, name, old in undo:
            setattr(other, name, old)
        vars(module).clear()
        vars(module).update(before)


def _rebind(name: str, old: Any, new: Any) -> list[tuple[ModuleType, str, Any]]:
    """Let every module that took `old` under this name have `new`; answers what to put back."""
    found = []
    for other in list(sys.modules.values()):
        ours = getattr(other, "__name__", "").startswith(("roadmap_tui.", "proofs."))
        if ours and vars(other).get(name) is old:
            setattr(other, name, new)
            found.append((other, name, old))
    return found
