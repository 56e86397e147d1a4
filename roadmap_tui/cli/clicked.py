"""Click commands made of what the commands declare, with help in the user's language."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import click

from roadmap_tui.cli.command import Param, Subcommand
from roadmap_tui.cli.options import options
from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import N_, _

_PLACEHOLDERS = frozenset(
    {
        N_("COPY"),
        N_("DATE"),
        N_("DECISION"),
        N_("ENDING"),
        N_("FIELD"),
        N_("FILE"),
        N_("FOLDER"),
        N_("KEY"),
        N_("KIND"),
        N_("LINE"),
        N_("NAME"),
        N_("NUMBER"),
        N_("SOURCE"),
        N_("TEXT"),
        N_("TIME"),
        N_("TITLE"),
        N_("VALUE"),
        N_("WHEN"),
        N_("WHICH"),
        N_("YEAR"),
    }
)


class Localised(click.Command):
    """A command whose help is in the user's language; its own texts are message ids."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words; an error knows to which command it belongs."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=_("Usage:") + " ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name in the usage line."""
        arguments = (piece for param in self.get_params(ctx) for piece in param.get_usage_pieces(ctx))
        return [_("[OPTIONS]"), *arguments]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_(self.help or ""))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Nothing: the usage line names the arguments."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options with what they do."""
        rows = []
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and not param.hidden:
                names = ", ".join(param.opts)
                shown = names if param.is_flag or param.count else f"{names} {param.make_metavar(ctx)}"
                rows.append((shown, _(param.help or "")))
        with formatter.section(_("Options")):
            formatter.write_dl(rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The --help option, worded by us."""
        found = super().get_help_option(ctx)
        if found is not None:
            found.help = N_("Show this help.")
        return found


class ClickedCommand(Localised):
    """One declared subcommand; it also takes the options that hold for every command."""

    def __init__(self, declared: Subcommand) -> None:
        self._note = declared.note
        super().__init__(
            declared.name,
            callback=declared.run,
            help=declared.help,
            params=[clicked(param) for param in declared.params],
            context_settings={"allow_extra_args": True},
        )

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, with a note on its arguments where they need one."""
        super().format_help_text(ctx, formatter)
        if self._note is not None:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(self._note())

    def invoke(self, ctx: click.Context) -> Any:
        """Run it, unless words were left over."""
        if ctx.args:
            raise UsageError(
                _('"{word}" is one word too many; see: {command} --help').format(
                    word=ctx.args[0], command=ctx.command_path
                )
            )
        return super().invoke(ctx)


def clicked(param: Param) -> click.Parameter:
    """A declared argument or option as click's."""
    known = click.Choice(param.choices) if param.choices else click.Path() if param.is_path else None
    shared: dict[str, Any] = {"metavar": _placed(param.metavar) or None, "nargs": param.nargs, "type": known}
    if not param.flag:
        return click.Argument([param.name], required=param.required, **shared)
    own: dict[str, Any] = {"help": param.help, "hidden": param.hidden, "required": param.required}
    if not param.name:
        own |= {"expose_value": False, "callback": _remember(param.sets)}
    elif not param.is_flag and not param.required:
        own |= {"default": param.default}
    names = [param.flag, param.name] if param.name else [param.flag]
    return click.Option(names, is_flag=True, **own) if param.is_flag else click.Option(names, **shared, **own)


def _placed(metavar: str) -> str:
    """A placeholder in the user's language."""
    return re.sub("[A-Z]+", lambda found: _(found[0]) if found[0] in _PLACEHOLDERS else found[0], metavar)


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    def callback(ctx: click.Context, _param: click.Parameter, value: Any) -> Any:
        if name and value and not ctx.resilient_parsing:
            setattr(options(), name, True)
        return value

    return callback


def version_option() -> click.Option:
    """--version."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            from roadmap_tui import __version__

            click.echo(f"roadmap {__version__}")
            ctx.exit()

    return click.Option(
        ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=N_("Show the version.")
    )
