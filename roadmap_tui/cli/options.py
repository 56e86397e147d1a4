"""What holds for one run of the command, whatever the subcommand: settings, language, signs, reading only."""

from __future__ import annotations

from collections.abc import Sequence

from roadmap_tui.config import Settings, choose_language, load_settings
from roadmap_tui.i18n import use_language
from roadmap_tui.user.calendars import load_calendars
from roadmap_tui.user.terminal import lacks_signs


class Options:
    """The options that every subcommand takes."""

    def __init__(self, settings: Settings, ascii: bool = False, read_only: bool = False) -> None:
        self.settings = settings
        self.ascii = ascii
        self.read_only = read_only


_OF_THIS_RUN: list[Options] = []


def choose_options(words: Sequence[str]) -> Options:
    """From now on the options are these: what is known before the command line is read.

    The language must be known by then, to word help and errors.
    """
    settings = load_settings()
    use_language(choose_language(language_in(words), settings))
    if settings.problems:
        settings = load_settings()
    settings.problems += load_calendars(settings)
    _OF_THIS_RUN[:] = [Options(settings, ascii=lacks_signs() or settings.signs == "ascii")]
    return options()


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
    return _OF_THIS_RUN[0]
