"""Expressions of several words that mean one thing, such as "tot en met"."""

from __future__ import annotations

from typing import Any, Final

from roadmap_tui.planning.language import kinds as k

Phrase = tuple[tuple[str, ...], str, Any]  # the words after the first, kind of token, value

_GROUPS: Final[dict[tuple[str, Any], str]] = {
    (k.RANGE, None): "tot en met|up to and including|tot en|up until and including",
    (k.UNTIL, "exclusive"): "tot aan|tot de dag van|up until|up to",
    (k.BY, None): (
        "niet later dan|niet na|not after|no later than|not later than|op zijn laatst|op z'n laatst|ten laatste"
        "|op uiterlijk"
        "|tot uiterlijk|uiterlijk op|uiterlijk in|uiterlijk per|uiterlijk tot en met|uiterlijk bij"
    ),
    (k.FROM, None): (
        "met ingang van|niet voor|te beginnen in|te beginnen op|te beginnen|beginnend in|beginnend op|as of|as from"
        "|starting from|starting in|starting on"
        "|te starten|te starten in|te starten op|te starten vanaf|startend in|startend op|eerste keer"
        "|eerste keer in|eerste keer op|voor het eerst in|voor het eerst op|first time in"
        "|niet eerder dan|op zijn vroegst|op z'n vroegst|not before"
    ),
    (
        k.BEFORE,
        None,
    ): "uiterlijk voor|voorafgaand aan|voorafgaande aan|prior to|ahead of|in de aanloop naar|voor de start van de",
    (k.BEFORE, "close"): "vlak voor|kort voor|direct voor|net voor|shortly before|just before",
    (k.BEFORE, "well"): "ruim voor|nog voor|well before",
    (
        k.AFTER,
        None,
    ): "na afloop van|na afronding van|volgend op|on completion of|upon completion of|after completion of",
    (k.AFTER, "close"): (
        "direct na|meteen na|onmiddellijk na|aansluitend op|aansluitend aan|zo snel mogelijk na"
        "|zo spoedig mogelijk na"
        "|zsm na|kort na|vlak na|direct volgend op|direct aansluitend op|gelijk na|right after|immediately after"
        "|directly after|shortly after|as soon as possible after|asap after|snel na|spoedig na|net na|pal na"
        "|just after"
    ),
    (k.AT, None): (
        "gelijktijdig met|tegelijk met|parallel aan|samen met de|op de dag van|op het moment van|ten tijde van"
        "|on the day of"
    ),
    (k.PART, "mid"): "in het midden van|in de helft van|in the middle of|middle of",
    (k.PART, "end"): "op het eind van|aan het eind van|aan het einde van|tegen het einde van|tegen eind|at the end of",
    (k.PART, "begin"): "in het begin van|aan het begin van|at the beginning of|at the start of|start of|start van",
    (k.FILLER, None): (
        "in de loop van|in de loop der|ergens in|in de periode|in de periode van|gedurende|voor een periode van"
        "|voor de duur van|de periode"
        "|in the course of|over the course of|in periode|gepland voor|ingepland voor|voorzien voor|voorzien in"
        "|planned for|scheduled for"
    ),
    (k.OR, None): "dan wel|en of|en / of|and / or|and or|hetzij|of anders|or else",
    (k.EXCEPT, None): "met uitzondering van|except for|with the exception of|niet in",
    (k.DASH, None): "- / -",
    (k.ONWARD, None): (
        "en verder|en later|en daarna|and later|and onwards|and beyond|or later|of later|tot nader order"
        "|tot nader bericht|until further notice|en volgende|en volgend|e v"
    ),
    (k.UNDECIDED, None): (
        "nader te bepalen|nog te bepalen|nog nader te bepalen|nader in te vullen|nog in te vullen|nog in te plannen"
        "|nog te plannen|in te plannen|nader in te plannen|nader te plannen|nog niet bekend|nog onbekend"
        "|nog niet gepland|niet bekend|volgt nog|datum volgt|datum volgt nog"
        "|wordt later bepaald|wordt nog bepaald|later te bepalen"
        "|to be determined|to be decided|to be confirmed|to be announced|not yet known|in overleg|in nader overleg"
        "|nader overeen te komen|nader af te stemmen|nog af te stemmen|af te stemmen|moet nog gepland worden"
        "|nog te prikken|datumprikker volgt|nader te noemen|nog nader in te vullen|nog te vullen"
        "|wordt nader bepaald|wordt nog gepland|wordt ingepland|wordt gepland|nog plannen|nog inplannen"
        "|nog vast te stellen"
    ),
    (k.SCHOOL_YEAR, None): "school year|academic year|academisch jaar",
    (k.UNCERTAIN, "about"): "+ / -",
    (k.NOT_APPLICABLE, None): "niet van toepassing|not applicable|n a",
    (k.UNCERTAIN, None): (
        "naar verwachting|naar schatting|bij benadering|op zijn best|nog niet definitief|nog niet zeker|niet zeker"
        "|nog te bevestigen|nog bevestigen|in principe"
        "|bij voorkeur|zo mogelijk|indien mogelijk|if possible|of eerder|of zoveel eerder"
        "|of zoveel eerder als mogelijk|or earlier|or sooner|to be confirmed for|subject to change|vooralsnog in"
    ),
    (
        k.RESERVATION,
        None,
    ): "onder voorbehoud van|nog onder voorbehoud|ovb van|subject to|onder voorbehoud|ovb|afhankelijk van|mits",
    (k.SOON, None): (
        "zo snel mogelijk|zo spoedig mogelijk|per ommegaande|as soon as possible|met spoed|op korte termijn"
        "|zodra mogelijk"
    ),
    (k.ALWAYS, None): (
        "gehele looptijd|hele looptijd|gehele project|hele project|gehele projectperiode|hele projectperiode"
        "|gehele traject|hele traject|gehele periode|hele periode|gedurende het project|gedurende het hele project"
        "|gedurende het gehele project|gedurende het traject|gedurende het hele traject"
        "|gedurende het gehele traject"
        "|gedurende de looptijd|gedurende de hele looptijd|gedurende de gehele looptijd|gedurende de hele periode"
        "|gedurende de gehele periode|lopend proces|looptijd project|looptijd van het project"
        "|throughout the project"
        "|gehele implementatie|hele implementatie|gedurende de implementatie|gedurende de hele implementatie"
        "|het hele jaar door|hele jaar door|gehele jaar door|jaar rond|jaarrond|all year round|all year"
    ),
    (k.ALTERNATE, None): "om de|om het|om 't",
    (k.FROM, "today"): "per direct|right away|met onmiddellijke ingang|met directe ingang",
    (k.AT_LEAST, None): "minimaal|minstens|ten minste|tenminste|at least|op zijn minst",
    (k.AT_MOST, None): "maximaal|hooguit|hoogstens|ten hoogste|at most|maximum|max|up to a maximum of",
    (k.WORD, "subject"): "b & w|b en w|kick - off|kick off|go / no - go|go / no go|go no go",
    (k.GO_LIVE, None): "go live|go - live|live gang|live gaan|in productie name",
    (k.SCHOOL_HOLIDAY, "summer"): "grote vakantie|zomer vakantie|summer holidays|summer holiday|summer vacation",
    (k.SCHOOL_HOLIDAY, "autumn"): "herfst vakantie|autumn holiday|autumn holidays|autumn break",
    (k.SCHOOL_HOLIDAY, "christmas"): "kerst vakantie|christmas holidays|christmas holiday|christmas break",
    (k.SCHOOL_HOLIDAY, "spring"): "voorjaars vakantie|spring holiday|spring holidays|spring break",
    (k.SCHOOL_HOLIDAY, "may"): "mei vakantie|may holiday|may holidays",
    (k.RECESS, "summer"): "zomer reces|summer recess|reces van de raad",
    (k.HOLIDAY, "good_friday"): "goede vrijdag|good friday",
    (k.HOLIDAY, "easter"): "easter weekend",
    (k.HOLIDAY, "easter_monday"): "tweede paasdag|2e paasdag|paasmaandag|easter monday",
    (k.HOLIDAY, "whit_monday"): "tweede pinksterdag|2e pinksterdag|whit monday",
    (k.HOLIDAY, "easter_sunday"): "eerste paasdag|1e paasdag|easter sunday",
    (k.HOLIDAY, "whit_sunday"): "eerste pinksterdag|1e pinksterdag",
    (k.HOLIDAY, "christmas_day"): "eerste kerstdag|1e kerstdag|christmas day",
    (k.HOLIDAY, "boxing_day"): "tweede kerstdag|2e kerstdag|boxing day",
    (k.HOLIDAY, "ascension"): "ascension day",
    (k.HOLIDAY, "kings_day"): "kings day|king's day",
    (k.HOLIDAY, "new_year"): "new year's day|new years day",
    (k.HOLIDAY, "turn_of_year"): "oud en nieuw|oud & nieuw|new year|de jaarwisseling|jaarwisseling",
    (k.UNIT, "H"): "half jaar|half year|halve jaar|halfjaarlijks deel",
    (
        k.RECURRING,
        "P2W",
    ): (
        "2 wekelijks|14 daags|14 - daags|14 - daagse|2 - wekelijks|2 - wekelijkse|twee wekelijks|twee wekelijkse"
        "|every fortnight|bi weekly"
    ),
    (k.RECURRING, "P2M"): "twee maandelijks|tweemaandelijks",
}


def build_phrases() -> dict[str, list[Phrase]]:
    """Every expression of several words, by its first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for (kind, value), phrases in _GROUPS.items():
        for phrase in phrases.split("|"):
            first, *rest = phrase.split()
            found.setdefault(first, []).append((tuple(rest), kind, value))
    for same_start in found.values():
        same_start.sort(key=lambda phrase: -len(phrase[0]))
    return found
