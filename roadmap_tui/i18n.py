"""The user's language: gettext catalogues with English message ids, Dutch by default."""

from __future__ import annotations

import errno
from functools import cache
from struct import unpack_from

from roadmap_tui.resources import data_folder

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
_active = DEFAULT_LANGUAGE


class _Catalogue:
    """A compiled catalogue (the .mo file of GNU gettext), searched where it lies.

    Reading all messages at once, as the library does, would take longer than answering most commands.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._count, self._originals, self._translations = unpack_from("<3I", data, 8) if data else (0, 0, 0)
        self._found: dict[str, str] = {}

    def find(self, message: str) -> str:
        """The translation, or `message` itself where there is none."""
        found = self._found.get(message)
        if found is None:
            found = self._found[message] = self._search(message.encode()) or message
        return found

    def _search(self, wanted: bytes) -> str:
        low, high = 0, self._count
        while low < high:
            middle = (low + high) // 2
            if self._text(self._originals, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        is_here = low < self._count and self._text(self._originals, low) == wanted
        return self._text(self._translations, low).decode() if is_here else ""

    def _text(self, table: int, index: int) -> bytes:
        length, start = unpack_from("<2I", self._data, table + 8 * index)
        return self._data[start : start + length]


@cache
def _catalogue(language: str) -> _Catalogue:
    try:
        return _Catalogue((data_folder() / "locale" / language / "LC_MESSAGES" / "roadmap.mo").read_bytes())
    except OSError:
        return _Catalogue(b"")


def use_language(language: str) -> None:
    """Show all further text in `language`; an unknown one falls back to Dutch."""
    global _active
    _active = language if language in LANGUAGES else DEFAULT_LANGUAGE


def language() -> str:
    """The language in use, as a two-letter code."""
    return _active


def _(message: str) -> str:
    """`message` (an English message id) in the user's language."""
    return _catalogue(_active).find(message) if message else ""


def translate(message: str, language: str) -> str:
    """`message` in a language that need not be the one in use."""
    return _catalogue(language).find(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """The form of a message that fits `count`; Dutch and English both have one for 1 and one for all others."""
    forms = _catalogue(_active).find(f"{singular}\0{plural}").split("\0")
    return forms[count != 1]


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
    errno.ENAMETOOLONG: N_("this name is too long"),
    errno.EIO: N_("the disk gives an error"),
}


def reason(error: BaseException) -> str:
    """Why the system refused, in the user's language where it is a common reason, else in the system's words."""
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    return _(known) if known else getattr(error, "strerror", None) or str(error)
