"""The user's settings: a TOML file that people may write by hand and that is never rewritten at start-up.

A mistake in the file is a row to show, not a failure; the program then works with the default.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.errors import NotSavedError, UsageError
from roadmap_tui.i18n import DEFAULT_LANGUAGE, LANGUAGES, _
from roadmap_tui.resources import read_toml

THEMES = ("dark", "light", "contrast", "contrast-light", "ansi")
_THEMES_FOLDER = "themes"
SIGNS = ("unicode", "ascii")
_TEXTS = ("language", "theme", "signs", "keys_preset", "name", "calendars")
_KEYS = "keys"
KNOWN = (*_TEXTS, _KEYS)


class Problem(msgspec.Struct, frozen=True):
    """One mistake in the settings: where it stands, what is wrong and the nearest valid word."""

    file: str
    key: str
    message: str
    suggestion: str = ""

    @property
    def sentence(self) -> str:
        """The whole problem on one line."""
        where = f"{self.file}, {self.key}" if self.key else self.file
        return f"{where}: {self.message}{self.suggestion}"


class Settings(msgspec.Struct):
    """What the user chose; an empty text means that nothing was chosen."""

    language: str = ""
    theme: str = THEMES[0]
    name: str = ""
    calendars: str = ""
    signs: str = ""
    keys_preset: str = ""
    own_keys: dict[str, list[str]] = {}
    keys: dict[str, list[str]] = {}
    ascii: bool = False
    path: str = ""
    problems: list[Problem] = []


def config_path() -> Path:
    """The settings file: ROADMAP_CONFIG, else where the system keeps such files."""
    if chosen := os.environ.get("ROADMAP_CONFIG"):
        return Path(chosen)
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return base / "roadmap" / "config.toml"


def theme_file(settings_path: str, name: str) -> Path:
    """Where the user's own theme of this name is."""
    return Path(settings_path).parent / _THEMES_FOLDER / f"{name}.toml"


def own_themes(settings_path: str) -> tuple[str, ...]:
    """The names of the user's own themes: the files beside the settings."""
    if not settings_path:
        return ()
    found = theme_file(settings_path, "").parent.glob("*.toml")
    return tuple(sorted(path.stem for path in found if path.stem not in THEMES))


def load_settings(path: Path | None = None) -> Settings:
    """The settings with a default for whatever is missing or wrong; the mistakes are in `problems`."""
    path = path or config_path()
    settings = Settings(path=str(path))
    try:
        content = _read(path)
    except UsageError as error:
        settings.problems = [Problem(str(path), "", str(error))]
        return settings
    settings.problems = list(_problems(content, str(path)))
    wrong = {problem.key for problem in settings.problems}
    for key in _TEXTS:
        if key in content and key not in wrong:
            setattr(settings, key, content[key])
    if isinstance(content.get(_KEYS), dict) and _KEYS not in wrong:
        settings.own_keys = {
            action: _as_list(keys) for action, keys in content[_KEYS].items() if f"{_KEYS}.{action}" not in wrong
        }
    settings.keys = {**_preset(settings.keys_preset), **settings.own_keys}
    return settings


def _preset(name: str) -> dict[str, list[str]]:
    if not name:
        return {}
    from roadmap_tui.actions.presets import preset_keys

    return preset_keys(name)


def _read(path: Path) -> dict[str, Any]:
    """The file as it is; empty where there is none. Raises UsageError with what is wrong with it."""
    try:
        return read_toml(path)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise UsageError(_("The file cannot be read: {reason}.").format(reason=error.strerror or error)) from None
    except ValueError as error:
        raise UsageError(_("This is not valid TOML ({detail}).").format(detail=error)) from None


def _problems(content: Mapping[str, Any], file: str) -> Iterable[Problem]:
    from roadmap_tui.model.parsing import suggestion

    for key, value in content.items():
        if key not in KNOWN:
            yield Problem(file, key, _("This setting does not exist."), suggestion(key, KNOWN))
        elif key == _KEYS:
            yield from _key_problems(value, file, content.get("keys_preset"))
        elif not isinstance(value, str):
            yield Problem(file, key, _("The value must be text between quotes."))
        elif (options := _options(key, file)) and value not in options:
            message = _('"{value}" is not possible here.').format(value=value)
            yield Problem(file, key, message, suggestion(value, options))


def _options(key: str, file: str) -> tuple[str, ...]:
    if key == "theme":
        return (*THEMES, *own_themes(file))
    if key == "keys_preset":
        from roadmap_tui.actions.presets import PRESETS

        return tuple(PRESETS)
    return {"language": LANGUAGES, "signs": SIGNS}.get(key, ())


def _as_list(keys: Any) -> list[str]:
    return [keys] if isinstance(keys, str) else list(keys)


def _key_problems(table: Any, file: str, preset: Any) -> Iterable[Problem]:
    if not isinstance(table, dict):
        yield Problem(file, _KEYS, _("Write this as a table: [keys] with a line for each action."))
        return
    texts = {
        action: _as_list(keys)
        for action, keys in table.items()
        if isinstance(keys, str) or (isinstance(keys, list) and all(isinstance(key, str) for key in keys))
    }
    for action in table.keys() - texts.keys():
        yield Problem(file, f"{_KEYS}.{action}", _('Write the keys as text, for example: "x" or ["x", "delete"].'))
    from roadmap_tui.actions.keymap import keymap_problems

    known = {**_preset(preset), **texts} if isinstance(preset, str) else texts
    for problem in keymap_problems(known):
        if problem.key not in texts:
            continue
        yield Problem(file, f"{_KEYS}.{problem.key}", problem.message, problem.suggestion)


def choose_language(flag: str, settings: Settings) -> str:
    """The language by precedence: the option, then ROADMAP_LANG, then the file, then Dutch."""
    for wanted in (flag, os.environ.get("ROADMAP_LANG", ""), settings.language):
        if wanted in LANGUAGES:
            return wanted
    return DEFAULT_LANGUAGE


def set_value(key: str, value: str, path: Path | None = None) -> None:
    """Put one setting in the file and keep all others. Raises UsageError, NotSavedError."""
    path = path or config_path()
    try:
        content = _read(path)
    except UsageError as error:
        raise UsageError(_('"{file}" must be repaired first. {reason}').format(file=path, reason=str(error))) from None
    table, _dot, action = key.partition(".")
    if action:
        content[table] = {**content.get(table, {}), action: value.split()}
    else:
        content[key] = value
    mistake = next((p for p in _problems(content, str(path)) if p.key in (key, table)), None)
    if mistake:
        raise UsageError(f"{mistake.key}: {mistake.message}{mistake.suggestion}")
    _write(path, content)


def _write(path: Path, content: Mapping[str, Any]) -> None:
    import tomli_w

    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(tomli_w.dumps(content), encoding="utf-8")
        os.replace(temporary, path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise NotSavedError(
            _('The settings cannot be written to "{file}": {reason}.').format(file=path, reason=error.strerror or error)
        ) from None
