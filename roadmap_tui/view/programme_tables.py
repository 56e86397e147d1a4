"""The columns of the lists of a programme that say more than their fields: frameworks and building teams."""

from __future__ import annotations

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.programme import BuildTeam, Framework
from roadmap_tui.planning.programme_state import DUTIES, framework_loops, too_early
from roadmap_tui.view.columns import SIGN_ONLY, Column, ViewContext, field_column
from roadmap_tui.view.text import Line, Run, line_width

_SHORT = {
    "harmonisation": N_("Harmonise"),
    "set_up": N_("Set up"),
    "testing": N_("Test"),
    "delivery": N_("Deliver"),
}


def _framework_warning(framework: Framework, context: ViewContext) -> str:
    """What is wrong with the order of this framework, in a few words; empty where all is well."""
    bases = [base.number for early, base in too_early(context.outlook) if early.id == framework.id]
    if bases:
        return _("before {base}").format(base=", ".join(bases))
    return _("rests on itself") if any(framework.id in loop for loop in framework_loops(context.outlook)) else ""


def framework_columns() -> tuple[Column, ...]:
    """Where each framework stands, with a warning where it was fixed before what it rests on."""
    plain = field_column(Framework, "status")

    def status(framework: Framework, context: ViewContext, width: int) -> Line:
        warning = _framework_warning(framework, context)
        if not warning:
            return plain.paint(framework, context, width)
        sign = context.glyphs.warning
        return [Run(sign if width < SIGN_ONLY else f"{sign} {warning}", Tone.BAD)]

    return (
        Column("status", N_("Status"), 18, 11, status, plain.key, grow=0, whole=True),
        field_column(Framework, "title", minimum=24, flex=4, strong=True, grow=1),
        field_column(Framework, "rests_on", minimum=9, drop=2),
        field_column(Framework, "owner", minimum=13, drop=3, flex=1),
        field_column(Framework, "approved_on", minimum=10, drop=4),
        field_column(Framework, "document", minimum=14, drop=5, flex=1, muted=True),
    )


def team_columns() -> tuple[Column, ...]:
    """The team, its four duties and who is in it."""
    return (
        field_column(BuildTeam, "title", minimum=18, flex=2, strong=True, grow=1),
        *(_duty_column(duty) for duty in DUTIES),
        field_column(BuildTeam, "lead", minimum=12, drop=2, flex=1),
        field_column(BuildTeam, "members", minimum=14, drop=3, flex=2, muted=True),
    )


def _duty_column(name: str) -> Column:
    """The status of a duty as sign and word, or as the sign alone where the words do not fit."""
    plain = field_column(BuildTeam, name)

    def paint(team: BuildTeam, context: ViewContext, width: int) -> Line:
        line = plain.paint(team, context, width)
        return line if line_width(line) <= width else plain.paint(team, context, 1)

    return Column(name, _SHORT[name], 18, 7, paint, plain.key, grow=4)


COLUMNS = {"frameworks": framework_columns, "teams": team_columns}
