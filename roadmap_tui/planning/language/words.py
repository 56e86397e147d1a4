"""The single words that planning language is made of, Dutch first, then English."""

from __future__ import annotations

from typing import Any, Final

from roadmap_tui.planning.language import kinds as k

Entry = tuple[str, Any]

_MONTHS: Final = (
    "januari jan january",
    "februari feb febr february",
    "maart mrt mrch maa mar march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "augustus aug august",
    "september sept sep",
    "oktober okt october oct",
    "november nov",
    "december dec",
)
_WEEKDAYS: Final = (
    ("ma", "maandag", "mon", "monday"),
    ("di", "dinsdag", "tue", "tues", "tuesday"),
    ("wo", "woensdag", "wed", "wednesday"),
    ("do", "donderdag", "thu", "thur", "thurs", "thursday"),
    ("vr", "vrijdag", "fri", "friday"),
    ("za", "zat", "zaterdag", "sat", "saturday"),
    ("zo", "zon", "zondag", "sun", "sunday"),
)
ENGLISH_MONTHS: Final = frozenset(["january", "february", "march", "may", "june", "july", "august", "october"])
_DAYPARTS: Final = "ochtend middag avond nacht"
_CARDINALS: Final = (
    "nul",
    "een one a an",
    "twee two",
    "drie three",
    "vier four",
    "vijf five",
    "zes six",
    "zeven seven",
    "acht eight",
    "negen nine",
    "tien ten",
    "elf eleven",
    "twaalf twelve",
    "dertien thirteen",
    "veertien fourteen",
    "vijftien fifteen",
    "zestien sixteen",
    "zeventien seventeen",
    "achttien eighteen",
    "negentien nineteen",
    "twintig twenty",
)
_ORDINALS: Final = (
    "",
    "eerste first",
    "tweede second",
    "derde third",
    "vierde fourth",
    "vijfde fifth",
    "zesde sixth",
    "zevende seventh",
    "achtste eighth",
    "negende ninth",
    "tiende tenth",
)
_RECURRING_PREFIX: Final = {
    "": 1,
    "twee": 2,
    "drie": 3,
    "vier": 4,
    "vijf": 5,
    "zes": 6,
    "acht": 8,
    "tien": 10,
    "twaalf": 12,
}

# kind -> value -> words; a value of None means that the kind says it all.
_GROUPS: Final[dict[str, dict[Any, str]]] = {
    k.SEASON: {
        3: "voorjaar lente spring voorjaarsmaanden",
        6: "zomer summer zomermaanden zomerperiode",
        9: "najaar herfst autumn fall najaarsmaanden herfstmaanden",
        12: "winter wintermaanden winterperiode",
    },
    k.QUARTER_LETTER: {None: "q k"},
    k.HALF_LETTER: {None: "h"},
    k.HALF: {None: "helft halves"},
    k.PART: {
        "begin": "begin early beginning vroeg vroege",
        "mid": "medio half halverwege halfweg midden mid halfway",
        "end": "eind einde eindje ultimo late end",
    },
    k.UNIT: {
        "D": "dag dagen day days d dgn dagje dagjes",
        "W": "week weken wk wkn weeks weeknr weeknummer w",
        "M": "maand maanden mnd mnden month months m",
        "Q": "kwartaal kwartalen kw kwrt quarter quarters",
        "T": "tertaal tertalen trimester trimesters",
        "H": "halfjaar semester halfyear",
        "Y": "jaar jaren jr year years kalenderjaar begrotingsjaar planjaar boekjaar boekhoudjaar verslagjaar fy",
    },
    k.WEEKEND: {None: "weekend weekeinde"},
    k.WORKDAY: {None: "werkdag werkdagen workday workdays"},
    k.SCHOOL_HOLIDAY: {
        "summer": "zomervakantie grotevakantie",
        "autumn": "herfstvakantie",
        "christmas": "kerstvakantie",
        "spring": "voorjaarsvakantie krokusvakantie",
        "may": "meivakantie",
    },
    k.RECESS: {
        "summer": "zomerreces reces recess",
        "autumn": "herfstreces",
        "christmas": "kerstreces winterreces",
        "spring": "voorjaarsreces krokusreces",
        "may": "meireces",
    },
    k.HOLIDAY: {
        "new_year": "nieuwjaar nieuwjaarsdag",
        "good_friday": "goedevrijdag",
        "easter": "pasen paasweekend easter",
        "kings_day": "koningsdag",
        "liberation_day": "bevrijdingsdag",
        "ascension": "hemelvaart hemelvaartsdag",
        "whitsun": "pinksteren whitsun pentecost",
        "christmas_days": "kerst kerstmis kerstdagen christmas",
        "new_years_eve": "oudjaar oudjaarsdag oudejaarsdag",
        "sinterklaas": "sinterklaas",
        "prinsjesdag": "prinsjesdag",
        "carnival": "carnaval",
    },
    k.SCHOOL_YEAR: {None: "schooljaar cursusjaar studiejaar"},
    k.TODAY: {0: "vandaag today heden nu now", 1: "morgen tomorrow", 2: "overmorgen", -1: "gisteren yesterday"},
    k.THIS: {None: "dit deze this lopende lopend huidige huidig"},
    k.NEXT: {
        None: "volgend volgende komend komende aankomend aankomende eerstvolgende eerstkomende nieuw nieuwe next coming"
    },
    k.LAST: {None: "vorig vorige afgelopen previous"},
    k.RANGE: {None: "tm tem through thru"},
    k.UNTIL: {"exclusive": "tot until till", "inclusive": "to"},
    k.BEFORE: {None: "voor before"},
    k.BY: {None: "uiterlijk by"},
    k.AFTER: {None: "na after following"},
    k.FROM: {None: "vanaf miv from starting since sinds ingaande va effective"},
    k.BETWEEN: {None: "tussen between"},
    k.AND: {None: "en and alsmede alsook"},
    k.OR: {None: "or danwel"},
    k.OF: {None: "of"},
    k.VAN: {None: "van vd commencing"},
    k.AT: {None: "bij tijdens during upon"},
    k.WITHIN: {None: "binnen within"},
    k.AHEAD: {None: "over"},
    k.ONWARD: {None: "ev evv onwards onward later verder"},
    k.START: {None: "start starts begint aanvang startdatum ingangsdatum gestart"},
    k.READY: {None: "gereed klaar afgerond afronding deadline opleverdatum ready done due einddatum af opgeleverd"},
    k.FILLER: {
        None: "in op de het the on gepland planning datum periode ergens gehele hele heel geheel whole entire wanneer"
        " as jl jongstleden aanstaande"
        " teams online fysiek digitaal hybride raadzaal raadszaal gemeentehuis stadhuis"
        " loopt lopen duurt duren door runs is wordt vindt plaats dd exacte precieze data for al maar but"
    },
    k.EVERY: {None: "elke elk iedere ieder every each alle"},
    k.OTHER_ONE: {None: "andere other"},
    k.PER: {None: "per p"},
    k.TIMES: {
        None: "x × keer maal times time",
        1: "eens eenmaal once",
        2: "tweemaal twice",
        3: "driemaal",
        4: "viermaal",
    },
    k.PARITY: {0: "even", 1: "oneven"},
    k.UNCERTAIN: {
        None: "ca circa omstreeks rond rondom ongeveer ovb indicatief voorlopig waarschijnlijk vermoedelijk streven"
        " streefdatum verwacht verwachting concept mogelijk wellicht misschien about around approx approximately"
        " approximate tentative tentatively provisional provisionally expected probably likely richtdatum"
        " evt beoogd beoogde streefplanning vooralsnog plm eventueel hopelijk liefst hopefully preferably voorkeur"
        " voorkeursdatum"
    },
    k.UNDECIDED: {None: "ntb nntb nnb ntbp tbd tba tbc pm onbekend unknown undecided volgt ntp nti"},
    k.NOT_APPLICABLE: {None: "nvt"},
    k.EXCEPT: {None: "behalve uitgezonderd behoudens muv except excluding"},
    k.SOON: {None: "zsm asap spoedig"},
    k.ALWAYS: {
        None: "doorlopend continu continue permanent structureel ongoing continuous continuously"
        " doorlopende voortdurend"
    },
    k.DAYPART: {
        None: _DAYPARTS + " ochtends morgens middags avonds ochtenduren namiddag voormiddag morning afternoon evening"
    },
    k.HOUR: {None: "uur u uren hour hours hrs hr uurtje"},
    k.MINUTE: {None: "minuten minuut min mins minutes minute"},
    k.AM_PM: {None: "am"},
    k.GO_LIVE: {None: "livegang livegangdatum golive ingebruikname ingebruikneming livedatum"},
    k.T_LETTER: {None: "t"},
}
_RECURRING: Final = {
    "P1D": "dagelijks dagelijkse daily",
    "P1W": "wekelijkse weekly pw",
    "P2W": "veertiendaags veertiendaagse biweekly fortnightly",
    "P1M": "maandelijkse monthly",
    "P2M": "bimonthly",
    "P3M": "kwartaalsgewijs kwartaallijks driemaandelijks quarterly",
    "P6M": "halfjaarlijks halfjaarlijkse biannually semiannually",
    "P1Y": "jaarlijks jaarlijkse yearly annually annual",
    "P2Y": "tweejaarlijks tweejaarlijkse",
    "P4Y": "vierjaarlijks vierjaarlijkse",
}


def _recurring_words() -> dict[str, Entry]:
    """wekelijks, tweewekelijks, zesmaandelijkse, ...: number + unit + ending."""
    found: dict[str, Entry] = {}
    for prefix, count in _RECURRING_PREFIX.items():
        for stem, unit in (("wekelijks", "W"), ("maandelijks", "M")):
            for ending in ("", "e"):
                found[prefix + stem + ending] = (k.RECURRING, f"P{count}{unit}")
    for period, words in _RECURRING.items():
        found.update((word, (k.RECURRING, period)) for word in words.split())
    return found


def _weekday_words() -> dict[str, Entry]:
    """Weekdays, alone, with a part of the day (dinsdagmiddag) and as a habit (dinsdags)."""
    found: dict[str, Entry] = {}
    for number, names in enumerate(_WEEKDAYS):
        found.update((name, (k.WEEKDAY, number)) for name in names)
        long_name = next(name for name in names if name.endswith("dag"))
        found.update((long_name + part, (k.WEEKDAY, number)) for part in _DAYPARTS.split())
        found[long_name + "s"] = found[long_name + "en"] = (k.WEEKDAYS, number)
        found[names[-1] + "s"] = (k.WEEKDAYS, number)
    return found


def build_words() -> dict[str, Entry]:
    """Every single word of the vocabulary with its kind of token and its value."""
    words: dict[str, Entry] = {}
    for kind, values in _GROUPS.items():
        for value, names in values.items():
            words.update((name, (kind, value)) for name in names.split())
    for number, names in enumerate(_MONTHS, start=1):
        words.update((name, (k.MONTH, number)) for name in names.split())
    for number, names in enumerate(_CARDINALS):
        words.update((name, (k.NUM, number)) for name in names.split())
    for number, names in enumerate(_ORDINALS):
        words.update((name, (k.ORDINAL, number)) for name in names.split())
    words.update((name, (k.ORDINAL, -1)) for name in ("laatste", "last"))
    words.update(_recurring_words())
    words.update(_weekday_words())
    return words
