"""The shape of a subcommand and the arguments and options that many of them share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import click

from roadmap_tui.errors import UsageError
from roadmap_tui.i18n import LANGUAGES, N_, _


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


class Subcommand(Localised):
    """One subcommand; it also takes the options that hold for every command."""

    def __init__(
        self,
        name: str,
        run: Callable[..., Any],
        help: str,
        params: Sequence[click.Parameter] = (),
        note: Callable[[], str] | None = None,
    ) -> None:
        self._note = note
        super().__init__(
            name,
            callback=run,
            help=help,
            params=[*params, *GLOBAL_OPTIONS(hidden=True)],
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


def GLOBAL_OPTIONS(hidden: bool = False) -> list[click.Parameter]:  # noqa: N802 - reads as the constant it is
    """--lang, --ascii and --read-only."""
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            metavar="nl|en",
            expose_value=False,
            hidden=hidden,
            help=N_("Language of texts: nl or en."),
        ),
        click.Option(
            ["--ascii"],
            is_flag=True,
            expose_value=False,
            hidden=hidden,
            callback=_remember("ascii"),
            help=N_("Use plain ASCII signs."),
        ),
        click.Option(
            ["--read-only"],
            is_flag=True,
            expose_value=False,
            hidden=hidden,
            callback=_remember("read_only"),
            help=N_("Do not change the plan."),
        ),
    ]


def _remember(name: str) -> Callable[[click.Context, click.Parameter, bool], bool]:
    def callback(ctx: click.Context, _param: click.Parameter, value: bool) -> bool:
        if value and not ctx.resilient_parsing:
            setattr(options_of(ctx), name, True)
        return value

    return callback


def options_of(ctx: click.Context) -> Any:
    """The options of the run that `ctx` belongs to."""
    return ctx.find_root().obj


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


def plan_argument(required: bool = True, many: bool = False) -> click.Argument:
    """PLAN: the plan file."""
    return click.Argument(
        ["plans" if many else "plan"],
        required=required,
        nargs=-1 if many else 1,
        metavar=("PLAN" if required else "[PLAN]") + ("..." if many else ""),
        type=click.Path(),
    )


def word_argument(name: str, metavar: str, many: bool = False, required: bool = True) -> click.Argument:
    """An argument that is plain text."""
    return click.Argument([name], metavar=metavar, nargs=-1 if many else 1, required=required)


def json_option() -> click.Option:
    """--json."""
    return click.Option(["--json", "as_json"], is_flag=True, help=N_("Print JSON for other programs."))


def flag(name: str, help: str) -> click.Option:
    """An option that is there or not."""
    return click.Option([name], is_flag=True, help=help)


def value_option(name: str, metavar: str, help: str, **extra: Any) -> click.Option:
    """An option with a value; empty where it is not given."""
    return click.Option([name], metavar=metavar, default="", help=help, **extra)
