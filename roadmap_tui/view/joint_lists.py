"""What the joint screen says in words: a summary, the row under the cursor, and the lists."""

from __future__ import annotations

from roadmap_tui.i18n import _, ngettext
from roadmap_tui.model.activity import Activity
from roadmap_tui.model.fields import Tone
from roadmap_tui.model.record import Record
from roadmap_tui.planning.joint.roadmap import Joined, JointRoadmap
from roadmap_tui.view.formats import period
from roadmap_tui.view.glyphs import Glyphs
from roadmap_tui.view.joint_text import chance_lines, factor_lines, headline, ranking_lines, score_words
from roadmap_tui.view.joint_timeline import JointTimeline
from roadmap_tui.view.text import Line, Run, one_line, wrap


def summary(joined: Joined | None, files: int) -> Line:
    """How many plans and chances; how to begin where there is only the open plan."""
    if joined is None:
        words = ngettext("Reading {count} plan...", "Reading {count} plans...", files + 1)
        return [Run(words.format(count=files + 1), Tone.MUTED)]
    alone = not files and not joined.unreadable
    line = [Run(headline(joined.roadmap, with_chances=not alone), Tone.STRONG)]
    if joined.unreadable:
        count = len(joined.unreadable)
        words = ngettext("{count} plan cannot be read", "{count} plans cannot be read", count).format(count=count)
        line.append(Run("   ! " + words, Tone.BAD))
    elif alone:
        line.append(Run("   " + _("a lays the plans of others beside it."), Tone.WARN))
    return line


def about_row(timeline: JointTimeline, record: Record | None, joined: Joined | None, width: int) -> list[Line]:
    """The chance of a row with who does what; for other activities their plan, days and ratings."""
    number = timeline.chance_number(record)
    if number is not None:
        return chance_lines(timeline.roadmap, number, width)
    found = timeline.joint.origin(record) if isinstance(record, Activity) else None
    if found is None:
        return [[Run(reason, Tone.WARN)] for _file, reason in joined.unreadable] if joined else []
    member, activity = found
    span = member.spans.get(activity.id)
    days = period(*span) if span else one_line(activity.when) or _("no date yet")
    facts = [one_line(member.name), days, one_line(activity.lead)]
    lines: list[Line] = [
        [Run(f"{activity.number} {one_line(activity.title)}", Tone.STRONG)],
        [Run(", ".join(fact for fact in facts if fact))],
    ]
    worth = member.worths.get(activity.id)
    if worth is not None:
        labels = {"customer": _("Customer"), "organisation": _("Organisation"), "urgency": _("Urgency")}
        scores = [f"{labels[name]} {score_words(score)}" for name, score in worth.scores.items()]
        lines.append([Run("   ".join(scores), Tone.MUTED)])
    return lines


def in_words(joined: Joined, width: int, glyphs: Glyphs) -> list[Line]:
    """Chances, factors, ratings per plan, and what to know of the plans, as one text."""
    roadmap = joined.roadmap
    reasons = [reason if file in reason else f"{file}: {reason}" for file, reason in joined.unreadable]
    lines: list[Line] = [[Run(piece, Tone.BAD)] for reason in reasons for piece in wrap(reason, width)]
    lines.append([Run(_("Where you could work together"), Tone.STRONG)])
    lines += [line for number in range(len(roadmap.chances)) for line in [*chance_lines(roadmap, number, width), []]]
    if not roadmap.chances:
        words = _("No subject is worked on in the same period by two of these plans.")
        lines += [*([Run(part, Tone.MUTED)] for part in wrap(words, width)), []]
    if roadmap.factors:
        lines += [[Run(_("Success factors and preconditions"), Tone.STRONG)], *factor_lines(roadmap, width), []]
    lines += _rankings(roadmap, width, glyphs)
    if joined.notes:
        lines.append([Run(_("Remarks"), Tone.STRONG)])
        lines += [[Run(piece, Tone.MUTED)] for remark in joined.notes for piece in wrap(remark, width)]
    return lines


def _rankings(roadmap: JointRoadmap, width: int, glyphs: Glyphs) -> list[Line]:
    """What people think the activities are worth, per plan that has ratings."""
    lines: list[Line] = []
    for name, member in zip(roadmap.names, roadmap.members, strict=True):
        if member.worths:
            words = _("Ratings: {name}").format(name=one_line(name))
            lines += [[Run(words, Tone.STRONG)], *ranking_lines(member, width, glyphs), []]
    return lines
