"""`roadmap config`: the settings shown, checked or changed."""

from __future__ import annotations

from pathlib import Path

from roadmap_tui.cli.catalogue import COMMANDS
from roadmap_tui.cli.command import Subcommand, json_option, word_argument
from roadmap_tui.cli.options import options
from roadmap_tui.cli.output import put, put_json, say
from roadmap_tui.config import Settings, set_value
from roadmap_tui.errors import ExitCode, UsageError
from roadmap_tui.i18n import _, language
from roadmap_tui.model.cleaning import safe
from roadmap_tui.model.parsing import suggestion
from roadmap_tui.user.themes import theme_problems

_VERBS = ("check", "set")


def command() -> Subcommand:
    """The subcommand."""
    words = word_argument("words", "[check | set KEY VALUE]", many=True, required=False)
    return Subcommand("config", run, COMMANDS["config"].summary, [words, json_option()])


def run(words: tuple[str, ...], as_json: bool) -> int:
    """Show the settings; `check` prints every mistake, `set` changes one."""
    settings = options().settings
    match words:
        case ():
            _show(settings, as_json)
            if settings.problems:
                say(_("There are mistakes in this file, so defaults are used; see: roadmap config check"))
        case ("check",):
            return _check(settings, as_json)
        case ("set", key, *value) if value:
            set_value(key, " ".join(value), Path(settings.path))
            say(_("{key} is now: {value}").format(key=key, value=" ".join(value)))
        case ("set", *_rest):
            raise UsageError(_("Write: roadmap config set KEY VALUE, for example: roadmap config set language en"))
        case _:
            raise UsageError(_('"{word}" is not possible here.').format(word=words[0]) + suggestion(words[0], _VERBS))
    return ExitCode.DONE


def _show(settings: Settings, as_json: bool) -> None:
    names = ("theme", "signs", "keys_preset", "name", "calendars")
    values = {"language": language(), **{name: getattr(settings, name) for name in names}}
    if as_json:
        put_json({"file": settings.path, **values, "keys": settings.keys})
        return
    put(f"# {safe(settings.path)}" + ("" if Path(settings.path).exists() else " " + _("(not there yet)")))
    for key, value in values.items():
        put(f"{key} = {_quoted(str(value))}")
    if settings.own_keys:
        put("[keys]")
        for action, keys in settings.own_keys.items():
            put(f"{action} = [{', '.join(map(_quoted, keys))}]")


def _quoted(text: str) -> str:
    escaped = safe(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _check(settings: Settings, as_json: bool) -> int:
    problems = [*settings.problems, *theme_problems(settings.path)]
    if as_json:
        put_json(problems)
    else:
        for problem in problems:
            put(safe(problem.sentence))
        if not problems:
            say(_("The settings are in order."))
    return ExitCode.FINDINGS if problems else ExitCode.DONE
