"""What a subcommand declares: its function, its help, and the arguments and options that many of them share.

Declarations know no library: `words` reads the usual command line from them, and `clicked` makes click commands of
them for help, for completion and for whatever is wrong or out of the ordinary.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import msgspec

from roadmap_tui.cli.catalogue import Entry
from roadmap_tui.i18n import LANGUAGES, N_

ANY_NUMBER = -1


class Param(msgspec.Struct, frozen=True):
    """One argument (without a flag) or option of a command; `help` is a message id.

    `name` is the parameter of the function; empty for what holds for every command, of which `sets` then names the
    attribute of the options of this run. `nargs` is how many words it takes.
    """

    name: str
    flag: str = ""
    metavar: str = ""
    help: str = ""
    nargs: int = 1
    is_flag: bool = False
    is_path: bool = False
    required: bool = False
    default: Any = None
    choices: tuple[str, ...] = ()
    sets: str = ""
    hidden: bool = False


class Subcommand(msgspec.Struct, frozen=True):
    """One subcommand; `note` adds a paragraph to its help."""

    name: str
    run: Callable[..., Any]
    help: str
    own_params: Sequence[Param] = ()
    note: Callable[[], str] | None = None

    @property
    def params(self) -> list[Param]:
        """Its own arguments and options, and those that hold for every command."""
        return [*self.own_params, *(msgspec.structs.replace(param, hidden=True) for param in GLOBAL_OPTIONS)]


GLOBAL_OPTIONS = (
    Param("", "--lang", "nl|en", N_("Language of texts: nl or en."), choices=LANGUAGES),
    Param("", "--ascii", help=N_("Use plain ASCII signs."), is_flag=True, sets="ascii"),
    Param("", "--read-only", help=N_("Do not change the plan."), is_flag=True, sets="read_only"),
)


def load(entry: Entry) -> Subcommand:
    """The command of a module in cli/commands, imported now."""
    made: Subcommand = import_module(f"roadmap_tui.cli.commands.{entry.module}").command()
    return made


def plan_argument(required: bool = True, many: bool = False) -> Param:
    """PLAN: the plan file."""
    metavar = ("PLAN" if required else "[PLAN]") + ("..." if many else "")
    nargs = ANY_NUMBER if many else 1
    return Param("plans" if many else "plan", metavar=metavar, nargs=nargs, is_path=True, required=required)


def path_argument(name: str) -> Param:
    """Another file that must be named."""
    return Param(name, metavar=name.upper(), is_path=True, required=True)


def word_argument(name: str, metavar: str, many: bool = False, required: bool = True) -> Param:
    """An argument that is plain text."""
    return Param(name, metavar=metavar, nargs=ANY_NUMBER if many else 1, required=required)


def json_option() -> Param:
    """--json."""
    return Param("as_json", "--json", help=N_("Print JSON for other programs."), is_flag=True)


def flag(name: str, help: str) -> Param:
    """An option that is there or not."""
    return Param(_parameter(name), name, help=help, is_flag=True)


def value_option(name: str, metavar: str, help: str, required: bool = False) -> Param:
    """An option with a value; empty where it is not given."""
    return Param(_parameter(name), name, metavar, help, required=required, default="")


def pair_option(name: str, metavar: str, help: str) -> Param:
    """An option with two values; None where it is not given."""
    return Param(_parameter(name), name, metavar, help, nargs=2)


def _parameter(flag: str) -> str:
    return flag.lstrip("-").replace("-", "_")
