"""The joint roadmap for other programs and on paper: JSON, a document with an action plan per municipality, tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from roadmap_tui.errors import UsageError
from roadmap_tui.exchange.blocks import Block, Document, Heading, Part, Prose, Table, Timeline
from roadmap_tui.exchange.exporting import write_file
from roadmap_tui.exchange.grid import Grid, Value, text_of
from roadmap_tui.exchange.grid import Heading as Column
from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.joint import Ruling, SuccessFactor
from roadmap_tui.model.journey_map import CaseLine
from roadmap_tui.model.parsing import choice_label
from roadmap_tui.model.record import fields_of
from roadmap_tui.model.scope import Precondition
from roadmap_tui.planning.findings import all_of
from roadmap_tui.planning.grids import business_case
from roadmap_tui.planning.unfilled import is_unfilled
from roadmap_tui.view.formats import period
from roadmap_tui.view.joint_text import decision_words, headline, kind_word, names_of, score_words, sure_words
from roadmap_tui.view.text import one_line

if TYPE_CHECKING:
    from roadmap_tui.planning.joint.roadmap import Chance, Factor, JointRoadmap, Member

ENDINGS: Final = (".docx", ".html", ".md", ".svg", ".xlsx")


def joint_json(roadmap: JointRoadmap) -> dict[str, Any]:
    """The shape that other programs rely on; days are ISO dates, confidence is from 0 to 1."""
    return {
        "plans": [_plan_json(roadmap, place) for place in range(len(roadmap.members))],
        "together": [
            {
                "subject": chance.subject,
                "plans": [roadmap.members[place].file for place in chance.plans],
                "activities": [activity.id for _place, activity in chance.activities],
                "start": chance.start.isoformat(),
                "end": chance.end.isoformat(),
                "confidence": chance.confidence,
            }
            for chance in roadmap.chances
        ],
        "factors": [_factor_json(roadmap, factor) for factor in roadmap.factors],
    }


def _plan_json(roadmap: JointRoadmap, place: int) -> dict[str, Any]:
    member = roadmap.members[place]
    span = member.period
    return {
        "file": member.file,
        "title": member.plan.title,
        "organisation": member.plan.organisation,
        "start": span[0].isoformat() if span else None,
        "end": span[1].isoformat() if span else None,
        "activities": [_activity_json(member, each) for each in roadmap.activities(place)],
    }


def _activity_json(member: Member, activity: Any) -> dict[str, Any]:
    span = member.spans.get(activity.id)
    found = member.worths.get(activity.id)
    return {
        "id": activity.id,
        "number": activity.number,
        "title": activity.title,
        "lead": activity.lead,
        "status": activity.status,
        "start": span[0].isoformat() if span else None,
        "end": span[1].isoformat() if span else None,
        "rating": {
            name: {"average": round(s.average, 2), "lowest": s.lowest, "highest": s.highest, "count": s.count,
                   "scale": s.scale.words}
            for name, s in found.scores.items()
        } if found else None,
    }  # fmt: skip


def _factor_json(roadmap: JointRoadmap, factor: Factor) -> dict[str, Any]:
    return {
        "kind": factor.kind,
        "area": factor.area,
        "text": factor.text,
        "plans": [roadmap.members[place].file for place in factor.plans],
        "shared": factor.shared,
        "confidence": factor.confidence,
    }


def export_joint(roadmap: JointRoadmap, path: Path, *, overwrite: bool = False) -> None:
    """Write the joint roadmap with an action plan per municipality. Raises UsageError and NotSavedError."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        words = _('"{path}" cannot be written; let its name end in {endings} or {last}.')
        raise UsageError(words.format(path=path, endings=", ".join(ENDINGS[:-1]), last=ENDINGS[-1]))
    write_file(path, _data(joint_document(roadmap), ending, roadmap), overwrite)


def export_action_plan(roadmap: JointRoadmap, place: int, path: Path, *, overwrite: bool = False) -> None:
    """Write the action plan of one municipality, as a file of its own."""
    member, name = roadmap.members[place], one_line(roadmap.names[place])
    part = _action_plan(roadmap, place, 1)
    document = Document(
        _("Action plan"), one_line(member.plan.title), name, _facts(roadmap), [replace(part, blocks=part.blocks[1:])],
        stamp=text_of(roadmap.today), cover=False,
    )  # fmt: skip
    write_file(path, _data(document, path.suffix.lower(), roadmap), overwrite)


def _data(document: Document, ending: str, roadmap: JointRoadmap) -> bytes:
    from roadmap_tui.exchange import htmlwriting, markdowndocument, picture, spreadsheet, worddocument
    from roadmap_tui.view.joint_timeline import JointTimeline

    if ending == ".md":
        return markdowndocument.write(document)
    if ending == ".xlsx":
        grids = [Grid(document.title, title, grid.headings, grid.rows, part=title) for title, grid in document.tables]
        return spreadsheet.write(*grids)
    timeline = JointTimeline(roadmap)
    if ending == ".svg":
        return picture.write_timeline(timeline)
    drawn = any(isinstance(block, Timeline) for part in document.parts for block in part.blocks)
    pictures = picture.pages_of(timeline) if drawn else []
    writer = worddocument.write if ending == ".docx" else htmlwriting.write_document
    return writer(document, pictures)


def joint_document(roadmap: JointRoadmap) -> Document:
    """The joint roadmap as a document: timeline, chances, factors, and an action plan per municipality."""
    parts = [
        Part("timeline", [Heading(_("Who works on what, and when?")), Prose(headline(roadmap)), Timeline()], wide=True),
        Part("together", [Heading(_("Where you could work together")), *_together(roadmap)], wide=True),
        Part("factors", [Heading(_("Success factors and preconditions")), *_shared(roadmap)], wide=True),
    ]
    if cases := _cases(roadmap):
        parts.append(Part("case", [Heading(_("Business case")), *cases], wide=True))
    parts += [_action_plan(roadmap, place, 1) for place in range(len(roadmap.members))]
    return Document(
        _("Joint roadmap"), "", ", ".join(one_line(name) for name in roadmap.names), _facts(roadmap), parts,
        stamp=text_of(roadmap.today),
    )  # fmt: skip


def _facts(roadmap: JointRoadmap) -> list[tuple[str, str]]:
    return [
        (_("Period"), period(*roadmap.period)),
        (_("Date of this document"), text_of(roadmap.today)),
    ]


def _together(roadmap: JointRoadmap) -> list[Block]:
    if not roadmap.chances:
        return [Prose(_("No subject is worked on in the same period by two of these plans."), note=True)]
    rows: list[list[Value]] = []
    for number, chance in enumerate(roadmap.chances, 1):
        work = "\n".join(
            f"{one_line(roadmap.names[place])}: {each.number} {one_line(each.title)}"
            for place, each in chance.activities
        )
        days, sure = period(chance.start, chance.end), sure_words(chance.confidence)
        decided = [decision_words(roadmap, chance)[0]]
        if chance.decision is not None:
            decided += [one_line(chance.decision.agreement), one_line(chance.decision.owner)]
        rows.append([number, one_line(chance.subject), work, days, sure, "\n".join(filter(None, decided))])
    titles = (_("No."), _("Subject"), _("Who does what"), _("Period"), _("How sure"), _("Decision"))
    return [_table(_("Where you could work together"), titles, (5, 24, 44, 18, 16, 18), rows)]


def _shared(roadmap: JointRoadmap) -> list[Block]:
    rows: list[list[Value]] = [
        [factor.area or _("No area"), one_line(factor.text), kind_word(factor), names_of(roadmap, factor.plans)]
        for factor in roadmap.factors
        if factor.shared
    ]
    if not rows:
        return [Prose(_("No success factor or precondition is shared yet."), note=True)]
    return [_table("", (_("Area"), _("What"), _("Kind"), _("Of whom")), (16, 44, 16, 30), rows)]


def _cases(roadmap: JointRoadmap) -> list[Block]:
    """What it costs and brings every municipality that worked that out, and all of them together."""
    found = [
        (one_line(name), business_case(member.outlook))
        for name, member in zip(roadmap.names, roadmap.members, strict=True)
        if all_of(member.outlook, CaseLine)
    ]
    if not found:
        return []
    rows: list[list[Value]] = [
        [name, case.once, case.yearly, case.benefits_once, case.benefits_yearly] for name, case in found
    ]
    if len(rows) > 1:
        sums: list[Value] = [sum(row[place] or 0 for row in rows) for place in range(1, 5)]  # type: ignore[misc]
        rows.append([_("Together"), *sums])
    titles = (_("Of whom"), _("Costs once"), _("Costs every year"), _("Benefits once"), _("Benefits every year"))
    words = _("Amounts in euros.")
    if without := len(roadmap.members) - len(found):
        more = ngettext("{count} plan holds no business case yet.", "{count} plans hold no business case yet.", without)
        words += " " + more.format(count=without)
    return [_table("", titles, (40, 20, 20, 20, 20), rows), Prose(words, note=True)]


def _action_plan(roadmap: JointRoadmap, place: int, level: int) -> Part:
    """What one municipality does, what it takes, what was decided, and with whom it joins up."""
    member, name = roadmap.members[place], one_line(roadmap.names[place])
    blocks: list[Block] = [Heading(_("Action plan: {name}").format(name=name), level)]
    rows = [_activity_row(member, each) for each in roadmap.activities(place)]
    titles = (_("No."), _("Activity"), _("Who"), _("Period"), _("Customer"), _("Organisation"), _("Urgency"))
    if rows:
        blocks += [Heading(_("Activities"), 2), _table(_("Activities"), titles, (6, 36, 22, 22, 11, 11, 11), rows)]
    else:
        blocks.append(Prose(_("There are no activities yet."), note=True))
    factors, needed = all_of(member.outlook, SuccessFactor), all_of(member.outlook, Precondition)
    for found, heading in ((factors, _("Success factors")), (needed, _("Preconditions"))):
        if found:
            blocks += [Heading(heading, 2), Prose("\n".join(_with_area(each.title, each.area) for each in found))]
    own = [chance for chance in roadmap.chances if place in chance.plans]
    if own:
        blocks += [Heading(_("Working together"), 2), Prose("\n".join(_with_whom(roadmap, c, place) for c in own))]
    blocks += [*_rulings(member), *_own_case(member)]
    return Part(f"plan-{place}", blocks, wide=True, own_page=True)


def _with_whom(roadmap: JointRoadmap, chance: Chance, place: int) -> str:
    """A chance as one municipality sees it: with whom, what was decided, what was agreed and who takes it up."""
    others = names_of(roadmap, [each for each in chance.plans if each != place])
    words = [f"\u00b7 {one_line(chance.subject)}, {_('with {names}').format(names=others)}"]
    words.append(decision_words(roadmap, chance)[0])
    if chance.decision is not None:
        words += [one_line(chance.decision.agreement), one_line(chance.decision.owner)]
    return "; ".join(filter(None, words))


def _with_area(text: str, area: str) -> str:
    return f"\u00b7 {one_line(text)}" + (f" ({one_line(area)})" if area.strip() else "")


def _rulings(member: Member) -> list[Block]:
    found = all_of(member.outlook, Ruling)
    if not found:
        return []
    rows: list[list[Value]] = [
        [
            one_line(each.title),
            choice_label(fields_of(Ruling)["status"], each.status),
            each.decided,
            _answer(each.tailored),
        ]
        for each in found
    ]
    titles = (_("Question"), _("Decision"), _("Date"), _("Made to measure"))
    heading = _("Decisions of the management team")
    return [Heading(heading, 2), _table(heading, titles, (36, 20, 12, 40), rows)]


def _answer(text: str) -> str:
    """A text, or nothing where it still holds the question of a template."""
    return "" if is_unfilled(text) else text


def _own_case(member: Member) -> list[Block]:
    """The lines of the business case of one municipality."""
    rows: list[list[Value]] = [
        [one_line(each.title), choice_label(fields_of(CaseLine)["kind"], each.kind), each.once, each.yearly]
        for each in all_of(member.outlook, CaseLine)
    ]
    if not rows:
        return []
    titles = (_("Line"), _("Kind"), _("Once"), _("Every year"))
    return [Heading(_("Business case"), 2), _table(_("Business case"), titles, (52, 20, 18, 18), rows)]


def _activity_row(member: Member, activity: Any) -> list[Value]:
    found = member.worths.get(activity.id)
    span = member.spans.get(activity.id)
    scores = [score_words(found.scores.get(name)) if found else "" for name in ("customer", "organisation", "urgency")]
    days = period(*span) if span else one_line(activity.when)
    return [activity.number, one_line(activity.title), one_line(activity.lead), days, *scores]


def _table(title: str, titles: Sequence[str], widths: Sequence[int], rows: list[list[Value]]) -> Table:
    columns = tuple(Column(text, width=width) for text, width in zip(titles, widths, strict=True))
    return Table(Grid(title, "", columns, rows))
