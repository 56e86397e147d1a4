"""What a field means: its explanation, how it is written, examples and choices."""

from __future__ import annotations

from collections.abc import Mapping

from roadmap_tui.i18n import N_, _
from roadmap_tui.model.fields import Field, Kind

_WRITTEN: Mapping[Kind, str] = {
    Kind.TEXT: N_("One line of text."),
    Kind.LONG: N_("Text of several lines; F4 opens it in your own editor."),
    Kind.WHEN: N_("In your own words; the line below it shows how they are read."),
    Kind.EFFORT: N_("How many sessions and how long each; hours without preparation."),
    Kind.PEOPLE: N_("Names, roles or departments, with a comma or 'and' between them."),
    Kind.OFFSET: N_("Weeks (w) or days (d) before or after go-live (T) or the start (S)."),
    Kind.LAG: N_("Working days (d) or weeks (w); with a minus sign they overlap."),
    Kind.DATE: N_("Day, month and year."),
    Kind.NUMBER: N_("A whole number."),
    Kind.DECIMAL: N_("A number, with a comma or a point."),
    Kind.PERCENT: N_("A whole number from 0 to 100."),
    Kind.SCALE: N_("A digit from 1 (very low) to 5 (very high); left and right choose."),
    Kind.FLAG: N_("Yes or no; left, right or the first letter choose."),
    Kind.CHOICE: N_("One of these; left, right or the first letter choose."),
    Kind.REF: N_("The number of another record, or words of its title."),
}
_EXAMPLES: Mapping[Kind, str] = {
    Kind.WHEN: N_("early May / 8 and 15 June / week 36-38 / Q3 / every Tuesday from September / 4 weeks after go-live"),
    Kind.EFFORT: N_("2 sessions of 3 hours / half a day / 1 hour every 2 weeks / 3 x 1,5 hours"),
    Kind.PEOPLE: N_("Project leader / Bob and Alice / supplier, functional management"),
    Kind.OFFSET: N_("T-6w is six weeks before go-live / T+2d / S+4w"),
    Kind.LAG: N_("3d / 2w / -1w"),
    Kind.DATE: N_("31-12-2026 / 31/12/2026 / 2026-12-31"),
    Kind.NUMBER: N_("3"),
    Kind.DECIMAL: N_("1,5"),
    Kind.PERCENT: N_("60"),
    Kind.REF: N_("A12 / M3 / training"),
}


def field_help(field: Field) -> list[tuple[str, str]]:
    """The help of a field as pairs of a heading and a text; what there is nothing to say of is left out."""
    rows = [(_("Meaning"), _(field.help) if field.help else ""), (_("Written as"), _(_WRITTEN.get(field.kind, "")))]
    if field.kind is Kind.CHOICE:
        rows.append((_("Choices"), " / ".join(_(choice.label) for choice in field.choices)))
    if field.kind is Kind.NUMBER:
        rows.append((_("From - to"), f"{field.low} - {field.high}"))
    example = _EXAMPLES.get(field.kind, "")
    rows.append((_("For example"), _(example) if example else ""))
    if field.required:
        rows.append((_("Required"), _("It must be filled in.")))
    if field.personal:
        rows.append((_("Personal data"), _("Left out where names are left out.")))
    return [(heading, text) for heading, text in rows if text]
