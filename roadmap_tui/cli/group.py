"""The `roadmap` command itself: finds the subcommand, or takes the first word as a plan to open."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from roadmap_tui.cli import failures
from roadmap_tui.cli.catalogue import COMMANDS, OPEN, Entry
from roadmap_tui.cli.command import GLOBAL_OPTIONS, Localised, options_of, version_option
from roadmap_tui.cli.options import Options
from roadmap_tui.cli.output import prepare_streams, say
from roadmap_tui.config import Settings
from roadmap_tui.errors import ExitCode, UsageError
from roadmap_tui.i18n import N_, _


class RoadmapGroup(Localised, click.Group):
    """A group whose commands are imported only when they run."""

    def __init__(self) -> None:
        super().__init__(
            "roadmap",
            callback=_without_subcommand,
            invoke_without_command=True,
            params=[version_option(), *GLOBAL_OPTIONS()],
            help=N_("Plan an implementation in a municipality: one plan, one file. Without a command the plan opens."),
            subcommand_metavar="",
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands, in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, imported now."""
        entry = COMMANDS.get(cmd_name)
        return load(entry) if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the first word names; else the command that opens it as a plan."""
        word = args[0]
        if word in COMMANDS or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if not _looks_like_plan(word):
            from roadmap_tui.model.parsing import suggestion

            raise UsageError(
                _('There is no command and no file "{word}".{hint}').format(word=word, hint=suggestion(word, COMMANDS))
            )
        return "", load(OPEN), args

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name in the usage line."""
        return [_("[OPTIONS]"), _("[PLAN | COMMAND ...]")]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with their summaries."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(entry.summary)) for name, entry in COMMANDS.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Subcommands and options that begin with `incomplete`, and files."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(n, help=_(e.summary)) for n, e in COMMANDS.items() if n.startswith(incomplete)]
        return [*found, *click.Command.shell_complete(self, ctx, incomplete), CompletionItem(incomplete, type="file")]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; a reader that stopped reading, such as head, is no failure."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            failures.silence_stdout()
            return ExitCode.DONE
        return code

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command line and leave with its exit code; every problem is one line on stderr."""
        prepare_streams()
        words = list(sys.argv[1:] if args is None else args)
        try:
            options = Options.from_words(words)
            code = super().main(
                words,
                prog_name or "roadmap",
                complete_var,
                standalone_mode=False,
                windows_expand_args=False,
                **{"obj": options, **extra},
            )
        except Exception as error:
            code = failures.report(error)
        sys.exit(code if isinstance(code, int) else ExitCode.DONE)


def load(entry: Entry) -> click.Command:
    """The command of a module in cli/commands."""
    module = import_module(f"roadmap_tui.cli.commands.{entry.module}")
    made: click.Command = module.command()
    return made


def _looks_like_plan(word: str) -> bool:
    return word.lower().endswith(".json") or os.path.exists(word) or len(Path(word).parts) > 1


def _mention(settings: Settings) -> None:
    """Say once that settings are wrong, and what is wrong with each calendar."""
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


@click.pass_context
def _without_subcommand(ctx: click.Context) -> Any:
    settings = options_of(ctx).settings
    if ctx.invoked_subcommand != "config":
        _mention(settings)
    if ctx.invoked_subcommand is not None:
        return None
    opening = load(OPEN)
    with opening.make_context("", [], parent=ctx) as sub:
        return opening.invoke(sub)
