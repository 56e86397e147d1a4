"""Subjects in different words, periods that meet, ratings with their scale: all checked by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from roadmap_tui.model.joint import Rating
from roadmap_tui.planning.joint.matching import Item, groups
from roadmap_tui.planning.joint.periods import hull, overlap, shared_period
from roadmap_tui.planning.joint.scoring import Scale, read_scale, worth
from roadmap_tui.planning.joint.similarity import LIKELY, similarity, subject_of
from roadmap_tui.planning.reading import Readers, WhenContext
from roadmap_tui.services.joining import join

PLANS = Path(__file__).parents[2] / "data" / "joint"

ALIKE = [
    ("Website toegankelijk maken", "Toegankelijkheid van de site verbeteren"),
    ("Training schrijven op B1", "Cursus duidelijke taal voor medewerkers"),
    ("Toptaken bepalen", "Onderzoek naar toptaken van inwoners"),
    ("Chatbot invoeren", "Virtuele assistent op de website"),
    ("Klanttevredenheid meten", "Tevredenheidsonderzoek onder inwoners"),
    ("Redactie inrichten", "Centrale webredactie opzetten"),
    ("Webcare inrichten", "Opzetten webcareteam"),
    ("Social media strategie", "Beleid sociale media"),
    ("E-formulieren gebruiksvriendelijk maken", "Digitale formulieren verbeteren"),
    ("Introduce a chatbot", "Chatbot invoeren"),
    ("Nieuwsbrief vernieuwen", "Nieuwsbrieven verbeteren"),
]
DIFFERENT = [
    ("Website vernieuwen", "Intranet vernieuwen"),
    ("Beleidslaag uitwerken", "Communicatielaag uitwerken"),
    ("Plan van aanpak opstellen", "Plan voor de afvalinzameling opstellen"),
    ("Training BHV", "Website bouwen"),
    ("Evaluatie", "Evaluatie van de pilot"),
    ("Activiteit 12", "Activiteit 13"),
    ("", "Website"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_the_same_subject_in_other_words(one: str, other: str) -> None:
    assert similarity(subject_of(one), subject_of(other)) >= LIKELY


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_what_is_done_alone_makes_no_subject(one: str, other: str) -> None:
    assert similarity(subject_of(one), subject_of(other)) < LIKELY


def test_what_shares_more_is_surer() -> None:
    site = subject_of("Website toegankelijk maken")
    same = similarity(site, subject_of("Website toegankelijk maken"))
    near = similarity(site, subject_of("Toegankelijkheid van de site verbeteren"))
    part = similarity(site, subject_of("Website vernieuwen"))
    assert same == 1 > near > part


def test_equal_words_without_a_subject_are_no_certainty() -> None:
    assert similarity(subject_of("Plan van aanpak"), subject_of("Plan van aanpak")) == 0.6


MAY, JUNE, JULY = ((date(2026, month, 1), date(2026, month, 30)) for month in (5, 6, 7))


def test_periods_meet_on_shared_days_only() -> None:
    assert overlap(MAY, JUNE) is None
    assert overlap((MAY[0], JUNE[0]), JUNE) == (JUNE[0], JUNE[0])
    assert shared_period([[(MAY[0], JUNE[1])], [MAY], [JUNE]]) == (MAY[0], JUNE[1])
    assert shared_period([[MAY], [JUNE]]) is None
    assert hull([JUNE, MAY]) == (MAY[0], JUNE[1])


def test_a_group_needs_two_plans_in_the_same_period() -> None:
    texts = ["Website bouwen", "Nieuwe site", "Website vernieuwen", "Website bouwen"]
    spans = [MAY, MAY, MAY, JULY]
    items = [Item(plan, texts[plan], spans[plan], plan) for plan in range(4)]
    (found,) = groups(items)
    assert found.plans == (0, 1, 2)
    assert (found.start, found.end) == MAY
    assert groups([items[0], Item(0, "Website bouwen", MAY, 9)]) == []
    assert groups([items[0], items[3]]) == []


def test_who_goes_on_in_june_joins_who_is_at_it_in_may_and_june() -> None:
    both = (MAY[0], JUNE[1])
    items = [Item(n, "Training B1", span, n) for n, span in enumerate([MAY, both, JUNE])]
    (found,) = groups(items)
    assert found.plans == (0, 1, 2)
    assert (found.start, found.end) == both


def test_scales_as_people_write_them() -> None:
    assert read_scale("1-5") == read_scale("1 tot 5") == read_scale(" 1 t/m 5 ") == Scale(1, 5)
    assert read_scale("0-10") == Scale(0, 10)
    assert [read_scale(text) for text in ("5-1", "3-3", "hoog", "", "1-999")] == [None] * 5


def test_averages_and_spread_on_the_scale_most_people_used() -> None:
    given = [
        Rating(activity=1, who="A", customer=5, urgency=2, scale="1-5"),
        Rating(activity=1, who="B", customer=2, urgency=2, scale="1-5"),
        Rating(activity=1, who="C", customer=10, scale="0-10"),
    ]
    found = worth(given)
    assert found is not None
    customer, urgency = found.scores["customer"], found.scores["urgency"]
    assert (customer.average, customer.lowest, customer.highest, customer.count) == (4.0, 2, 5, 3)
    assert customer.differs
    assert (urgency.average, urgency.spread, urgency.differs) == (2.0, 0, False)
    assert found.raters == ("A", "B", "C")
    assert found.rank == pytest.approx((0.75 + 0.25) / 2)
    assert "organisation" not in found.scores


def test_three_municipalities_find_each_other() -> None:
    roadmap = join(sorted(PLANS.glob("*.json")), date(2026, 3, 12)).roadmap
    found = {frozenset(each.title for _place, each in chance.activities): chance for chance in roadmap.chances}
    training = found[
        frozenset(
            (
                "Training schrijven op B1 voor vakafdelingen",
                "Cursus duidelijke taal",
                "Opleiding klare taal voor redacteuren",
            )
        )
    ]
    assert training.plans == (0, 1, 2)
    assert (training.start, training.end) == (date(2026, 5, 1), date(2026, 6, 30))
    site = found[frozenset(("Website toegankelijk maken", "Toegankelijkheid van de site verbeteren"))]
    assert (site.start, site.end) == (date(2026, 5, 1), date(2026, 8, 31))
    assert site.confidence > 0.85
    assert not any("Intranet opschonen" in titles for titles in found)
    shared = {factor.text: factor.area for factor in roadmap.factors if factor.shared}
    assert shared["Koppeling tussen formulieren en zaaksysteem"] == "Systemen"


def test_the_check_sees_ratings_far_apart_and_feedback_that_waits() -> None:
    from roadmap_tui.planning.gaps import findings
    from roadmap_tui.session import Session

    merwestad = Session.glance(PLANS / "merwestad.roadmap.json", today=date(2026, 3, 12)).outlook
    lekdorp = Session.glance(PLANS / "lekdorp.roadmap.json", today=date(2026, 3, 12)).outlook
    assert [found.number for found in findings(merwestad) if found.code == "rating_spread"] == ["A5"]
    assert {found.number for found in findings(lekdorp) if found.code in ("rating_spread", "feedback_open")} == {
        "A1",
        "FB1",
    }


def test_one_reader_serves_all_plans_of_one_context_and_no_others() -> None:
    readers = Readers()
    march = WhenContext(2026, date(2026, 3, 12))
    later = WhenContext(2026, date(2026, 3, 12), anchors={"livegang": date(2026, 11, 2)})
    assert readers.of(march) is readers.of(WhenContext(2026, date(2026, 3, 12)))
    assert readers.of(march).when("na livegang").start is None
    assert readers.of(later).when("na livegang").start == date(2026, 11, 3)
