"""From whatever goes wrong to one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys

import click

from roadmap_tui.cli.output import say_error
from roadmap_tui.errors import ExitCode, RoadmapError
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe

_OWN_MISTAKE = 70


def report(error: Exception) -> int:
    """Say what went wrong and answer the exit code; a mistake of our own is raised again with ROADMAP_DEBUG."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.Abort):
        return ExitCode.INTERRUPTED
    if isinstance(error, RoadmapError):
        say_error(str(error))
        return error.exit_code
    if isinstance(error, click.ClickException):
        say_error(_sentence(error))
        return ExitCode.USAGE
    if os.environ.get("ROADMAP_DEBUG"):
        raise error
    say_error(
        _("A mistake in Roadmap itself ({kind}: {detail}); set ROADMAP_DEBUG=1 to see where.").format(
            kind=type(error).__name__, detail=error
        )
    )
    return _OWN_MISTAKE


def silence_stdout() -> None:
    """Keep Python from complaining at exit that nobody reads our output any more."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None


def _sentence(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    hint = _("see: {command} --help").format(command=context.command_path if context else "roadmap")
    match error:
        case click.NoSuchOption():
            return _('The option "{option}" does not exist{near}; {hint}').format(
                option=error.option_name, near=_near(error.possibilities), hint=hint
            )
        case click.MissingParameter():
            param = error.param
            name = _name(param, context)
            return _("{name} is missing; {hint}").format(name=name, hint=hint)
        case click.BadOptionUsage() if _is_flag(error, context):
            return _('The option "{option}" takes no value; {hint}').format(option=error.option_name, hint=hint)
        case click.BadOptionUsage():
            return _('The option "{option}" needs a value; {hint}').format(option=error.option_name, hint=hint)
        case click.BadParameter():
            return _("The value of {name} is not possible; {hint}").format(
                name=_name(error.param, context), hint=_choices(error.param) or hint
            )
    return safe(error.format_message())


def _near(possibilities: object) -> str:
    options = list(possibilities) if isinstance(possibilities, (list, tuple)) else []
    return " " + _("(do you mean {option}?)").format(option=options[0]) if options else ""


def _name(param: click.Parameter | None, context: click.Context | None) -> str:
    if isinstance(param, click.Option):
        return param.opts[-1]
    metavar = param.make_metavar(context) if param is not None and context is not None else ""
    return metavar.strip("[].") or _("A word")


def _choices(param: click.Parameter | None) -> str:
    if param is not None and isinstance(param.type, click.Choice):
        return _("choose from: {choices}").format(choices=", ".join(map(str, param.type.choices)))
    return ""


def _is_flag(error: click.BadOptionUsage, context: click.Context | None) -> bool:
    params = context.command.params if context else []
    return any(isinstance(p, click.Option) and error.option_name in p.opts and p.is_flag for p in params)
