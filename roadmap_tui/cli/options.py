"""What holds for one run of the command, whatever the subcommand: settings, language, signs, reading only."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import click
import msgspec

from roadmap_tui.config import Settings, choose_language, load_settings
from roadmap_tui.i18n import use_language
from roadmap_tui.user.calendars import load_calendars
from roadmap_tui.user.terminal import lacks_signs


class Options(msgspec.Struct):
    """The options that every subcommand takes."""

    settings: Settings
    ascii: bool = False
    read_only: bool = False

    @classmethod
    def from_words(cls, words: Sequence[str]) -> Options:
        """The options before the command line is parsed: the language must be known to word help and errors."""
        settings = load_settings()
        use_language(choose_language(language_in(words), settings))
        if settings.problems:
            settings = load_settings()
        settings.problems += load_calendars(settings)
        return cls(settings, ascii=lacks_signs() or settings.signs == "ascii")


def language_in(words: Sequence[str]) -> str:
    """The value of --lang among the words of the command line; empty where it is not there."""
    for index, word in enumerate(words):
        if word == "--":
            break
        if word == "--lang" and index + 1 < len(words):
            return words[index + 1]
        if word.startswith("--lang="):
            return word.removeprefix("--lang=")
    return ""


def options() -> Options:
    """The options of this run."""
    return cast(Options, click.get_current_context().find_root().obj)
