"""Settings that the palette offers, and what choosing one does at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmap_tui.actions.keymap import usable_keys
from roadmap_tui.actions.presets import PRESETS
from roadmap_tui.config import SIGNS, THEMES, load_settings, own_themes, set_value
from roadmap_tui.i18n import LANGUAGES, N_, _, use_language
from screens.base import PlanScreen
from screens.keys import keymap

if TYPE_CHECKING:
    from screens.shell import BaseApp

_LABELS = {
    "theme": N_("Theme: {value}"),
    "language": N_("Language: {value}"),
    "signs": N_("Signs: {value}"),
    "keys_preset": N_("Keys: {value}"),
}
_VALUES = {
    "nl": "Nederlands",
    "en": "English",
    "dark": N_("dark colours"),
    "light": N_("light colours"),
    "contrast": N_("high contrast"),
    "contrast-light": N_("high contrast, light colours"),
    "ansi": N_("the colours of the terminal"),
    "unicode": N_("all signs"),
    "ascii": N_("plain letters and signs (ASCII)"),
    "standard": N_("standard"),
}


class Setting(NamedTuple):
    """One value of one setting."""

    key: str
    value: str

    @property
    def label(self) -> str:
        """As the palette shows it."""
        return _(_LABELS[self.key]).format(value=_(_VALUES.get(self.value, self.value)))


def settings_of(app: BaseApp) -> Iterator[Setting]:
    """Every value that can be chosen."""
    for key, values in (
        ("theme", (*THEMES, *own_themes(app.settings.path))),
        ("language", LANGUAGES),
        ("signs", SIGNS),
        ("keys_preset", tuple(PRESETS)),
    ):
        yield from (Setting(key, value) for value in values)


async def choose(app: BaseApp, setting: Setting) -> None:
    """Keep a setting in the user's file and carry it out at once. Raises UsageError, NotSavedError."""
    path = Path(app.settings.path) if app.settings.path else None
    set_value(setting.key, setting.value, path)
    if setting.key == "theme":
        app.use_theme(setting.value)
    elif setting.key == "language":
        use_language(setting.value)
    elif setting.key == "signs":
        setattr(app.settings, "ascii", setting.value == "ascii")  # noqa: B010 - the protocol only reads it
        app.use_theme(app.theme_name)
    else:
        app.keys = usable_keys(load_settings(path).keys)
        app.set_keymap(keymap(app.keys))
    await _draw_again(app)
    app.say(_("{setting}. Kept for next time.").format(setting=setting.label))


async def _draw_again(app: BaseApp) -> None:
    """Everything on the screen anew, with its words."""
    screen = app.screen
    if isinstance(screen, PlanScreen):
        await screen.compose_again()
    screen.refresh(layout=True)
