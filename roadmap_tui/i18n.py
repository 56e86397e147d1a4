"""The user's language: gettext catalogues with English message ids, Dutch by default."""

from __future__ import annotations

import errno
import gettext
from functools import cache

from roadmap_tui.resources import data_folder

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
_active = DEFAULT_LANGUAGE


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("roadmap", data_folder() / "locale", [language], fallback=True)


def use_language(language: str) -> None:
    """Show all further text in `language`; an unknown one falls back to Dutch."""
    global _active
    _active = language if language in LANGUAGES else DEFAULT_LANGUAGE


def language() -> str:
    """The language in use, as a two-letter code."""
    return _active


def _(message: str) -> str:
    """`message` (an English message id) in the user's language."""
    return _catalogue(_active).gettext(message) if message else ""


def translate(message: str, language: str) -> str:
    """`message` in a language that need not be the one in use."""
    return _catalogue(language).gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits `count`."""
    return _catalogue(_active).ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - the field's standard name
    """Mark a message for translation where it is shown later."""
    return message


_REASONS = {
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.EACCES: N_("you may not do that here"),
    errno.EPERM: N_("you may not do that here"),
    errno.EROFS: N_("the disk can only be read"),
    errno.ENOENT: N_("the folder is not there"),
}


def reason(error: BaseException) -> str:
    """Why the system refused, in the user's language where it is a common reason, else in the system's words."""
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    return _(known) if known else getattr(error, "strerror", None) or str(error)
