"""`roadmap merge-driver BASE OURS THEIRS`: how git merges plan files, record by record and field by field.

git config merge.roadmap.driver "roadmap merge-driver %O %A %B"
echo "*.roadmap.json merge=roadmap" >> .gitattributes
"""

from __future__ import annotations

from pathlib import Path

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, path_argument
from roadmap_tui.cli.output import say
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.services import sharing


def command() -> Subcommand:
    """The subcommand."""
    params = [path_argument(name) for name in ("base", "ours", "theirs")]
    return Subcommand("merge-driver", run, COMMANDS["merge-driver"].summary, params)


def run(base: str, ours: str, theirs: str) -> None:
    """Leave the join of both versions in OURS; differences stay in the plan, so git sees a clean merge."""
    from roadmap_tui.session import Session

    session = Session.open(Path(ours))
    sharing.merge(session, [Path(theirs)], backup=False)
    session.save()
    waiting = len(sharing.differences(session))
    if waiting:
        words = ngettext(
            "{count} difference waits for a decision.", "{count} differences wait for a decision.", waiting
        )
        say(words.format(count=waiting) + " " + _("See: roadmap differences"))
