"""Writing a text in the user's own editor, while the application steps aside."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import clean_text


def editor_command() -> list[str]:
    """The editor that VISUAL or EDITOR names. Raises UsageError where neither does."""
    words = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        command = shlex.split(words, posix=os.name != "nt")
    except ValueError:
        raise UsageError(_("The environment variable EDITOR cannot be read; give the name of a program.")) from None
    if not command:
        raise UsageError(_("No editor is set; give its name in the environment variable EDITOR."))
    return command


def write_outside(app: App[Any], text: str) -> str:
    """`text` as it comes back from the user's editor, cleaned; unchanged where the editor failed.

    Raises UsageError where there is no editor, or where this terminal cannot be lent to one.
    """
    command = editor_command()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tekst.md"
        path.write_text(text, encoding="utf-8")
        try:
            with app.suspend():
                finished = subprocess.run([*command, str(path)], check=False)
        except SuspendNotSupported:
            raise UsageError(_("This terminal cannot be lent to another editor.")) from None
        except OSError as error:
            reason = error.strerror or str(error)
            message = _('The editor "{name}" cannot be started: {reason}.')
            raise UsageError(message.format(name=command[0], reason=reason)) from None
        if finished.returncode != 0:
            raise UsageError(
                _('The editor "{name}" stopped with an error; nothing was changed.').format(name=command[0])
            )
        return clean_text(path.read_text(encoding="utf-8", errors="replace"))
