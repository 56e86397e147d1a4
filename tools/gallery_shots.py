"""What the gallery pictures: every screen, dialog and form, with the keys that lead to it from anywhere in the plan.

Keys are separated by spaces: `go:PLACE` opens a screen, `do:ACTION` presses the key of an action or finds it in the
palette, `text:WORDS` types (with _ for a space), `paste:WORDS` pastes, the rest are keys by name or as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from screens.places import PLACES

PLAN, START, EMPTY = "plan", "start", "empty"


class Shot(NamedTuple):
    """One picture: its name, the keys to it, the classes of screens/ that it shows, and where it begins."""

    name: str
    keys: str
    shows: tuple[str, ...] = ()
    where: str = PLAN


_QUICK = "Kick-off_projectteam_8_en_15_juni_fysiek_2_sessies_van_3_uur_Jan_en_Piet"
_TABLE = "Activiteit\tLead\tWanneer\nKick-off\tPiet\t8_juni\nProefmigratie\tLeverancier\tbegin_mei\nNazorg\t\t"
START_SHOTS = (
    Shot("start", "", ("StartScreen",), START),
    Shot("start-down", "down*6", (), START),
    Shot("start-new", "down*4 enter", ("NewPlanScreen",), START),
    Shot("start-ask", "end up enter", (), START),
)
DIALOGS = (
    Shot("overview-risk", "go:overview tab down"),
    Shot("palette", "go:overview :", ("PaletteScreen",)),
    Shot("palette-typed", "go:overview : text:sta"),
    Shot("palette-setting", "go:overview : text:thema"),
    Shot("search", "go:overview ctrl+f", ("SearchScreen",)),
    Shot("search-typed", "go:overview ctrl+f text:migrat"),
    Shot("help", "go:activities ?", ("HelpScreen",)),
    Shot("help-timeline", "go:timeline ?"),
    Shot("tour", "go:overview f3", ("TourScreen",)),
    Shot("tour-2", "go:overview f3 enter"),
    Shot("themes", "go:overview do:theme", ("ThemeScreen",)),
    Shot("plans", "go:overview f6", ("PlansScreen",)),
    Shot("form-plan", "go:overview do:edit_plan", ("FormScreen",)),
    Shot("form-activity", "go:activities e"),
    Shot("form-activity-when", "go:activities e tab*4"),
    Shot("form-activity-end", "go:activities e shift+tab"),
    Shot("form-activity-new", "go:activities n"),
    Shot("form-help", "go:activities e tab*4 f1"),
    Shot("form-milestone", "go:milestones e"),
    Shot("form-checkpoint", "go:milestones tab e"),
    Shot("form-risk", "go:risks e"),
    Shot("form-risk-measure", "go:risks tab e"),
    Shot("form-wrong", "go:activities n f2"),
    Shot("form-stakeholder", "go:stakeholders e"),
    Shot("form-chapter", "go:chapters e"),
    Shot("form-runsheet", "go:runsheet e"),
    Shot("form-log", "go:log e"),
    Shot("form-budget", "go:budget e"),
    Shot("form-report", "go:reports e"),
    Shot("form-person", "go:people e"),
    Shot("detail-activity", "go:activities enter", ("DetailScreen",)),
    Shot("detail-activity-planned", "go:activities down*6 enter"),
    Shot("detail-milestone", "go:milestones enter"),
    Shot("detail-risk", "go:risks enter"),
    Shot("detail-stakeholder", "go:stakeholders enter"),
    Shot("detail-report", "go:reports enter"),
    Shot("detail-person", "go:people enter"),
    Shot("activities-quick", f"go:activities a text:{_QUICK}"),
    Shot("activities-quick-empty", "go:activities a"),
    Shot("activities-filter", "go:activities / text:migr"),
    Shot("activities-filter-none", "go:activities / text:xyzzy"),
    Shot("activities-cell", "go:activities down*2 i"),
    Shot("activities-marked", "go:activities x down*3 X"),
    Shot("activities-set", "go:activities x down*2 X S", ("SetFieldScreen",)),
    Shot("activities-set-field", "go:activities x down*2 X S enter"),
    Shot("activities-delete", "go:activities x down*2 X d", ("ConfirmScreen",)),
    Shot("activities-sorted", "go:activities s"),
    Shot("activities-paste", f"go:activities paste:{_TABLE}", ("PasteScreen",)),
    Shot("activities-paste-empty", "go:activities p"),
    Shot("links", "go:activities down*8 c", ("LinksScreen",)),
    Shot("links-new", "go:activities down*8 c n"),
    Shot("milestones-tab", "go:milestones down*3 tab"),
    Shot("milestones-open", "go:milestones f tab"),
    Shot("milestones-not-applicable", "go:milestones tab v", ("AskScreen",)),
    Shot("risks-matrix", "go:risks m"),
    Shot("risks-measures", "go:risks tab"),
    Shot("timeline-move", "go:timeline down*7 m right*3"),
    Shot("timeline-close", "go:timeline + + t"),
    Shot("timeline-phases", "go:timeline v"),
    Shot("chapter", "go:chapters enter", ("ChapterScreen",)),
    Shot("chapter-lists", "go:chapters down*3 enter"),
    Shot("stakeholders-matrix", "go:stakeholders m"),
    Shot("stakeholders-communication", "go:stakeholders tab"),
    Shot("check-dismiss", "go:check d"),
    Shot("check-chapters", "go:check v"),
    Shot("schedule-slip", "go:schedule home down*12 m", ("SlipScreen",)),
    Shot("workload-role", "go:workload v w"),
    Shot("baselines-new", "go:baselines n"),
    Shot("runsheet-rehearsals", "go:runsheet tab"),
    Shot("live-fail", "go:live f"),
    Shot("live-skip", "go:live s"),
    Shot("responsibilities-add", "go:responsibilities n"),
    Shot("reports-judgements", "go:reports tab"),
    Shot("supplier-ask", "go:supplier o"),
    Shot("erase", "go:people do:erase_person", ("EraseScreen",)),
    Shot("erase-confirm", "go:people do:erase_person enter"),
    Shot("recovery-confirm", "go:recovery down enter"),
    Shot("differences-choose", "go:differences enter"),
    Shot("differences-third", "go:differences e", ("ThirdForm",)),
    Shot("copies-take-in", "go:copies enter"),
    Shot("history-since", "go:history t"),
    Shot("record-history", "go:activities H"),
    Shot("programme-chapter", "go:programme enter"),
    Shot("trace-walk", "go:trace enter"),
    Shot("blueprint-cell", "go:blueprint e"),
    Shot("conformity-note", "go:conformity e"),
    Shot("together-beside", "go:together a", ("BesideScreen",)),
    Shot("together-words", "go:together v"),
    Shot("together-decide", "go:together b"),
    Shot("together-all", "go:together a A enter"),
    Shot("together-all-words", "go:together v"),
    Shot("together-steps", "go:together o"),
)
EMPTY_PLACES = (
    "overview", "activities", "milestones", "risks", "timeline", "chapters", "stakeholders", "programme", "together",
    "check", "schedule", "workload", "baselines", "runsheet", "live", "responsibilities", "reports", "history", "bin",
    "differences", "copies", "recovery", "people", "blueprint", "layer_map", "priorities", "trace", "supplier",
    "conformity", "lights", "capacity_months", "evaluation", "discharge", "training", "log",
)  # fmt: skip
NOT_PICTURED = {
    "WorkingScreen": "stands only while long work goes on",
    "YearScreen": "asks once, in a plan without a year",
}
"""Screens that no keys lead to, each with the reason."""


def shots() -> Iterator[Shot]:
    """Everything there is to picture, in the order of the walk."""
    yield from START_SHOTS
    for place in PLACES:
        yield Shot(place.name, f"go:{place.name}", (place.screen,))
    yield from DIALOGS
    for name in EMPTY_PLACES:
        yield Shot(f"empty-{name}", f"go:{name}", (), EMPTY)


def left_out() -> list[str]:
    """The classes of screens that no picture shows: they are to be added to the table above."""
    import importlib
    import pkgutil

    from textual.screen import Screen

    import screens

    for module in pkgutil.walk_packages(screens.__path__, "screens."):
        importlib.import_module(module.name)
    known = {name for shot in shots() for name in shot.shows} | NOT_PICTURED.keys()
    return sorted(kind.__name__ for kind in _leaves(Screen) if kind.__name__ not in known)


def _leaves(kind: type) -> Iterator[type]:
    for below in kind.__subclasses__():
        if below.__module__.startswith("screens."):
            if not below.__subclasses__() or below.__name__ in {place.screen for place in PLACES}:
                yield below
            yield from _leaves(below)
        elif below.__module__.startswith("textual."):
            yield from _leaves(below)
