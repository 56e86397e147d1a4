"""From the clauses of an expression to one reading."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from roadmap_tui.planning.notes import Note, note
from roadmap_tui.planning.periods import nth_weekday
from roadmap_tui.planning.when.checks import day_notes
from roadmap_tui.planning.when.model import COARSENESS, Unreadable, When, WhenContext
from roadmap_tui.planning.when.outline import Outline
from roadmap_tui.planning.when.phrase import Phrase, loose_days
from roadmap_tui.planning.when.terms import Span

_BRACKETS_FIT_WITHIN: Final = 3  # days that dates between brackets may differ from the week they explain


def compose(text: str, out: Outline, context: WhenContext) -> When:
    """The reading of all that `out` holds. Raises Unreadable when it holds no moment or a contradiction."""
    if len(out.phrases) > 1:
        _drop_names(out)
    if out.bracketed:
        _merge_brackets(out)
    for part in out.times:
        out.remark("time_ignored", part=part)
    phrase = _one_phrase(out)
    if out.choice and phrase is not None:
        out.remark("choice")
        phrase.alternatives = True
    if out.anchored is not None:
        return _anchored(text, out, phrase)
    if phrase is None and out.lower is None and out.upper is None:
        return _without_window(text, out)
    if out.weekdays and out.recurrence is None and phrase is not None:
        phrase = _on_weekday(phrase, out)
    _repeat_notes(out)
    if phrase is not None and out.lower is None and out.upper is None and not out.onward:
        return _period(text, out, phrase, context)
    start, end = _window(out, phrase)
    kind = "open"
    if start is not None and end is not None:
        kind = phrase.kind if phrase is not None and (phrase.start, phrase.end) == (start, end) else "range"
        if start == end:
            kind = "day"
    precisions = [part.precision for part in (phrase, out.lower, out.upper) if part is not None]
    dates = phrase.dates if phrase is not None and kind in ("day", "days") else ()
    out.notes.extend(day_notes(_named_days(out, phrase, kind), context))
    return When(
        text,
        kind,
        start,
        end,
        dates or ((start,) if kind == "day" and start else ()),
        precisions[0] if len(precisions) == 1 else max(precisions, key=COARSENESS.__getitem__),
        out.recurrence,
        None,
        None,
        out.uncertain or out.undecided,
        any(part.alternatives for part in (phrase, out.lower, out.upper) if part is not None),
        tuple(out.notes),
    )


def _period(text: str, out: Outline, phrase: Phrase, context: WhenContext) -> When:
    """The reading of a period without bounds around it."""
    is_day = phrase.start == phrase.end
    dates = phrase.dates or ((phrase.start,) if is_day else ())
    if dates and phrase.precision == "day":
        out.notes.extend(day_notes(dates, context))
    return When(
        text,
        "day" if is_day else phrase.kind,
        phrase.start,
        phrase.end,
        dates,
        phrase.precision,
        out.recurrence,
        None,
        None,
        out.uncertain or out.undecided,
        phrase.alternatives,
        tuple(out.notes),
    )


def _drop_names(out: Outline) -> None:
    """Where dates stand beside the name of a holiday ("Meivakantie 27 april t/m 8 mei"), the dates are meant."""
    dated = [phrase for phrase in out.phrases if not phrase.is_named]
    if dated and len(dated) < len(out.phrases):
        for phrase in out.phrases:
            if phrase.is_named:
                out.remark("about", part=phrase.terms[0].text)
        out.phrases = dated


def _merge_brackets(out: Outline) -> None:
    """Take over what stands between brackets: remarks, a repetition, or the dates of the week before them."""
    for inner in out.bracketed:
        _merge_brackets(inner)
        out.uncertain |= inner.uncertain
        out.undecided |= inner.undecided
        out.soon |= inner.soon
        out.times.extend(inner.times)
        out.notes.extend(item for item in inner.notes if item not in out.notes)
        out.recurrence = out.recurrence or inner.recurrence
        out.weekdays.extend(inner.weekdays)
        out.nth.extend(inner.nth)
        out.count_within = out.count_within or inner.count_within
        out.lower = out.lower or inner.lower
        out.upper = out.upper or inner.upper
        if not (out.phrases and inner.anchored and inner.anchored.is_vague):
            out.anchored = out.anchored or inner.anchored
        for phrase in inner.phrases:
            if len(out.phrases) == 1:
                out.phrases = [_explained(out.phrases[0], phrase, out)]
            else:
                out.phrases.append(phrase)
    out.bracketed = []


def _explained(phrase: Phrase, between: Phrase, out: Outline) -> Phrase:
    """A period followed by another one between brackets: the more precise of the two when they fit."""
    if not (_fits(phrase, between) or _fits(between, phrase)):
        out.remark("brackets_differ")
        phrase.alternatives = True
        return phrase
    if not _fits(phrase, between) or (_fits(between, phrase) and _is_finer(phrase, between)):
        return phrase
    if phrase.kind == "week" and not between.dates:
        between.kind = "week"
    return between


def _is_finer(one: Phrase, other: Phrase) -> bool:
    return COARSENESS[one.precision] < COARSENESS[other.precision]


def _fits(whole: Phrase, piece: Phrase) -> bool:
    """Whether one period lies within another and is of another kind, give or take a weekend."""
    slack = timedelta(days=_BRACKETS_FIT_WITHIN)
    return whole.start - slack <= piece.start and piece.end <= whole.end + slack and not whole.dates


def _one_phrase(out: Outline) -> Phrase | None:
    """The period of the expression; several clauses with loose days count as one list."""
    if len(out.phrases) < 2:
        return out.phrases[0] if out.phrases else None
    if len(out.phrases) == 2 and _fits(*out.phrases):  # "week 12: 16 t/m 20 maart"
        return _explained(out.phrases[0], out.phrases[1], out)
    spans = [Span(phrase.start, phrase.end, phrase.kind, phrase.precision) for phrase in out.phrases]
    if any(item.code == "about" for item in out.notes):  # "commissie september, raad oktober"
        if not loose_days(spans):
            out.remark("loose")
        return Phrase(spans, out.phrases[0].terms, is_range=False, alternatives=False)
    if _follow_on(spans):
        return Phrase(spans, out.phrases[0].terms, is_range=False, alternatives=False)
    if not loose_days(spans) or any(phrase.is_range or phrase.alternatives for phrase in out.phrases):
        last = out.phrases[-1].terms[0]
        raise Unreadable(note("not_understood", part=last.text))
    return Phrase(spans, out.phrases[0].terms, is_range=False, alternatives=False)


def _follow_on(spans: list[Span]) -> bool:
    """Whether months or parts of them stand side by side in order: "eind maart begin april"."""
    return all(span.precision in ("part_month", "month") for span in spans) and all(
        timedelta(0) < after.start - before.end <= timedelta(days=1) for before, after in pairwise(spans)
    )


def _window(out: Outline, phrase: Phrase | None) -> tuple[date | None, date | None]:
    start = phrase.start if phrase else None
    end = None if phrase is None or out.onward else phrase.end
    if out.lower is not None and out.lower.day is not None:
        start = out.lower.day if start is None else max(start, out.lower.day)
    if out.upper is not None and out.upper.day is not None:
        end = out.upper.day if end is None or out.upper.is_latest else min(end, out.upper.day)
    if start is not None and end is not None and end < start:
        raise Unreadable(note("end_before_start"))
    return start, end


def _without_window(text: str, out: Outline) -> When:
    if out.weekdays and out.recurrence is None:
        raise Unreadable(note("which_weekday", weekday=out.weekdays[0]))
    if (out.times and out.recurrence is None) or out.count_within is not None:
        raise Unreadable(note("not_understood", part=text.strip()))
    _repeat_notes(out)
    if out.recurrence is not None or out.always:
        return When(
            text, "open", recurrence=out.recurrence, uncertain=out.uncertain or out.undecided, notes=tuple(out.notes)
        )
    if out.onward:
        raise Unreadable(note("not_understood", part=text.strip()))
    for flag in ("not_applicable", "soon", "undecided"):
        if getattr(out, flag):
            out.remark(flag)
            return When(text, uncertain=out.uncertain, notes=tuple(out.notes))
    raise Unreadable(note("undecided" if out.uncertain or not text.strip() else "not_understood", part=text.strip()))


def _repeat_notes(out: Outline) -> None:
    if out.soon:
        out.remark("soon")
    if out.always:
        out.remark("continuous")
    if out.count_within is not None:
        out.remark("times", count=out.count_within)
    if out.recurrence is None:
        return
    if out.recurrence == "P1W" and len(out.weekdays) > 1 and not out.nth:
        out.recurrence = f"{len(out.weekdays)}/P1W"  # "wekelijks op ma en do"
    for weekday in out.weekdays:
        if not out.nth:
            out.remark("on_weekday", weekday=weekday)
        for nth in out.nth:
            if nth < 0:
                out.remark("last_weekday", weekday=weekday)
            else:
                out.remark("nth_weekday", nth=nth, weekday=weekday)


def _on_weekday(phrase: Phrase, out: Outline) -> Phrase:
    """ "week 36, dinsdag" is that day; "12-05-2026 (dinsdag)" is checked. Raises Unreadable elsewhere."""
    if phrase.start == phrase.end:
        if phrase.start.weekday() not in out.weekdays:
            out.remark("weekday_differs", day=phrase.start, weekday=phrase.start.weekday())
        return phrase
    if out.nth and phrase.kind == "month":
        return _nth_weekdays(phrase, out)
    if phrase.kind != "week" or (phrase.end - phrase.start).days > 6:
        raise Unreadable(note("which_weekday", weekday=out.weekdays[0]))
    days = [phrase.start + timedelta(days=weekday - phrase.start.weekday()) for weekday in out.weekdays]
    return Phrase([Span(day, day, "day", "day") for day in days], phrase.terms, is_range=False, alternatives=False)


def _nth_weekdays(phrase: Phrase, out: Outline) -> Phrase:
    """ "mei (1e en 3e dinsdag)": those days of the month."""
    days = [
        day
        for nth in out.nth
        for weekday in out.weekdays
        if (day := nth_weekday(phrase.start, nth, weekday)) is not None
    ]
    if not days:
        raise Unreadable(note("which_weekday", weekday=out.weekdays[0]))
    return Phrase([Span(day, day, "day", "day") for day in days], phrase.terms, is_range=False, alternatives=False)


def _anchored(text: str, out: Outline, phrase: Phrase | None) -> When:
    anchored = out.anchored
    assert anchored is not None
    start, end = anchored.start, anchored.end
    if phrase is not None:
        start, end = start or phrase.start, end if anchored.is_end else end or phrase.end
    if out.lower is not None:
        start = out.lower.day
    if out.upper is not None:
        end = out.upper.day
    if start is not None and end is not None and end < start:
        raise Unreadable(note("end_before_start"))
    if anchored.start is None and anchored.end is None:
        out.remark("anchor_unknown", anchor=anchored.anchor)
    _repeat_notes(out)
    return When(
        text,
        "relative",
        start,
        end,
        (),
        "none" if start is None and end is None else "day",
        out.recurrence,
        anchored.anchor,
        anchored.offset,
        out.uncertain or out.undecided,
        False,
        tuple(out.notes),
    )


def _named_days(out: Outline, phrase: Phrase | None, kind: str) -> list[date]:
    """The days that were written as such, which weekends and holidays matter for."""
    if phrase is not None and kind in ("day", "days") and phrase.precision == "day":
        return list(phrase.dates) or [phrase.start]
    return [bound.named_day for bound in (out.lower, out.upper) if bound is not None and bound.named_day is not None]


def unreadable(text: str, reason: Note) -> When:
    """The reading of what cannot be read, with the reason."""
    return When(text, notes=(reason,))
