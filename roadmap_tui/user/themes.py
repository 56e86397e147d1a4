"""The user's own themes: TOML files in the folder `themes` beside the settings, checked before anything is drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from roadmap_tui.config import Problem, own_themes, theme_file
from roadmap_tui.i18n import _
from roadmap_tui.model.parsing import suggestion
from roadmap_tui.resources import read_toml
from roadmap_tui.user.palettes import BUILT_IN, INKS, READABLE, SURFACES, Colours, contrast

_BASE = "base"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def colours_of(name: str, settings_path: str) -> Colours | None:
    """The colours of a theme, built in or the user's own; what a file of the user lacks or has wrong comes from its
    base. None for a name that no theme has, such as the one for sixteen colours.
    """
    if name in BUILT_IN:
        return BUILT_IN[name]
    if name not in own_themes(settings_path):
        return None
    content, problems = _checked(theme_file(settings_path, name))
    wrong = {problem.key for problem in problems}
    base = BUILT_IN.get(str(content.get(_BASE)), BUILT_IN["dark"])
    known = Colours.__struct_fields__
    return msgspec.structs.replace(base, **{k: v for k, v in content.items() if k in known and k not in wrong})


def theme_problems(settings_path: str) -> list[Problem]:
    """What is wrong with the user's own themes, one sentence for each mistake."""
    names = own_themes(settings_path)
    return [problem for name in names for problem in _problems_of(name, settings_path)]


def _problems_of(name: str, settings_path: str) -> Iterator[Problem]:
    path = theme_file(settings_path, name)
    content, problems = _checked(path)
    yield from problems
    colours = colours_of(name, settings_path)
    if problems or colours is None or not content:
        return
    for ink in INKS:
        paper = min(SURFACES, key=lambda name: contrast(getattr(colours, ink), getattr(colours, name)))
        ratio = contrast(getattr(colours, ink), getattr(colours, paper))
        if ratio < READABLE:
            words = _("On {surface} this is hard to read: the contrast is {ratio}, at least {least} is needed.")
            message = words.format(surface=paper, ratio=f"{ratio:.1f}", least=READABLE)
            yield Problem(str(path), ink, message)


def _checked(path: Path) -> tuple[Mapping[str, Any], list[Problem]]:
    """What stands in the file, and every mistake that makes a line of it useless."""
    file = str(path)
    try:
        content = read_toml(path)
    except OSError as error:
        reason = _("The file cannot be read: {reason}.").format(reason=error.strerror or error)
        return {}, [Problem(file, "", reason)]
    except ValueError as error:
        return {}, [Problem(file, "", _("This is not valid TOML ({detail}).").format(detail=error))]
    return content, list(_mistakes(content, file))


def _mistakes(content: Mapping[str, Any], file: str) -> Iterator[Problem]:
    known = (_BASE, *Colours.__struct_fields__)
    for key, value in content.items():
        if key not in known:
            yield Problem(file, key, _("No colour has this name."), suggestion(key, known))
        elif key == _BASE and value not in BUILT_IN:
            message = _("A theme builds on one of these: {names}.").format(names=", ".join(BUILT_IN))
            yield Problem(file, key, message)
        elif key != _BASE and not (isinstance(value, str) and _COLOUR.fullmatch(value)):
            yield Problem(file, key, _('Write a colour as six digits, for example: "#1f6feb".'))
