"""One run of the command: from the words to an exit code, with every problem as one line on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from roadmap_tui.cli import failures
from roadmap_tui.cli.options import choose_options, options
from roadmap_tui.cli.output import prepare_streams, say
from roadmap_tui.cli.words import plain_call
from roadmap_tui.errors import ExitCode
from roadmap_tui.i18n import _


def carry_out(words: Sequence[str], otherwise: Callable[[], Any]) -> NoReturn:
    """Run what the words mean and leave with its exit code; `otherwise` reads words that are out of the ordinary."""
    prepare_streams()
    try:
        chosen = choose_options(words)
        call = plain_call(words)
        if call is None:
            code = otherwise()
        else:
            for name in call.options:
                setattr(chosen, name, True)
            mention_mistakes(call.command.name)
            code = to_the_end(lambda: call.command.run(**call.arguments))
    except (KeyboardInterrupt, EOFError):
        sys.stderr.write("\n")
        code = failures.stopped()
    except Exception as error:
        code = failures.report(error)
    sys.exit(code if isinstance(code, int) else ExitCode.DONE)


def to_the_end(run: Callable[[], Any]) -> Any:
    """The answer of `run`, with all output out; a reader that stopped reading, such as head, is no failure."""
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        failures.silence_stdout()
        return ExitCode.DONE
    return code


def mention_mistakes(command: str | None) -> None:
    """Say once that settings are wrong, and what is wrong with each calendar; `config` says it all itself."""
    if command == "config":
        return
    settings = options().settings
    mistakes = [problem for problem in settings.problems if problem.file == settings.path]
    if mistakes:
        say(
            _('There are mistakes in "{file}", so defaults are used; see: roadmap config check').format(
                file=settings.path
            )
        )
    for problem in settings.problems:
        if problem not in mistakes:
            say(problem.message)
