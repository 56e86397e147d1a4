"""Wrong usage as click finds it, as one sentence in the user's language."""

from __future__ import annotations

import click

from roadmap_tui.errors import ExitCode
from roadmap_tui.i18n import _
from roadmap_tui.model.cleaning import safe


def outcome_of(error: Exception) -> tuple[str, int] | None:
    """The sentence (empty where there is nothing to say) and the exit code of what click raised; None for all else."""
    if isinstance(error, click.exceptions.Exit):
        return "", error.exit_code
    if isinstance(error, click.Abort):
        return "", ExitCode.INTERRUPTED
    if isinstance(error, click.ClickException):
        return _sentence(error), ExitCode.USAGE
    return None


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
