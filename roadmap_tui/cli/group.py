"""The `roadmap` command as click has it: for help, for completion, and for words that are out of the ordinary."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click

from roadmap_tui.cli.catalogue import COMMANDS, OPEN, Entry
from roadmap_tui.cli.clicked import ClickedCommand, Localised, clicked, version_option
from roadmap_tui.cli.command import GLOBAL_OPTIONS, load
from roadmap_tui.cli.running import carry_out, mention_mistakes, to_the_end
from roadmap_tui.cli.words import looks_like_plan
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _


class RoadmapGroup(Localised, click.Group):
    """A group whose commands are imported only when they run."""

    def __init__(self) -> None:
        super().__init__(
            "roadmap",
            callback=_without_subcommand,
            invoke_without_command=True,
            params=[version_option(), *map(clicked, GLOBAL_OPTIONS)],
            help=N_("Plan an implementation in a municipality: one plan, one file. Without a command the plan opens."),
            subcommand_metavar="",
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all subcommands, in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The subcommand of that name, imported now."""
        entry = COMMANDS.get(cmd_name)
        return click_command(entry) if entry else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The subcommand that the first word names; else the command that opens it as a plan."""
        word = args[0]
        if word in COMMANDS or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        if not looks_like_plan(word):
            from roadmap_tui.model.parsing import suggestion

            raise UsageError(
                _('There is no command and no file "{word}".{hint}').format(word=word, hint=suggestion(word, COMMANDS))
            )
        return "", click_command(OPEN), args

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
        return to_the_end(lambda: super(RoadmapGroup, self).invoke(ctx))

    def read(self, words: Sequence[str]) -> Any:
        """Run what click makes of the words, and answer the exit code."""
        return super().main(list(words), "roadmap", standalone_mode=False, windows_expand_args=False)

    def main(self, args: Sequence[str] | None = None, *_more: Any, **_extra: Any) -> Any:
        """Run the command line and leave with its exit code; every problem is one line on stderr."""
        words = list(sys.argv[1:] if args is None else args)
        carry_out(words, lambda: self.read(words))


def click_command(entry: Entry) -> click.Command:
    """The command of a module in cli/commands, as click has it."""
    return ClickedCommand(load(entry))


@click.pass_context
def _without_subcommand(ctx: click.Context) -> Any:
    mention_mistakes(ctx.invoked_subcommand)
    if ctx.invoked_subcommand is not None:
        return None
    opening = click_command(OPEN)
    with opening.make_context("", [], parent=ctx) as sub:
        return opening.invoke(sub)
