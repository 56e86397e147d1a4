"""The critical path method gives the answers that textbooks publish; each was worked out again by hand."""

from __future__ import annotations

from schedule_samples import textbook


def test_reliable_construction() -> None:
    """Hillier and Lieberman, Introduction to Operations Research: the Reliable Construction Co. takes 44 weeks."""
    assert textbook(
        """
        A 2
        B 4 A
        C 10 B
        D 6 C
        E 4 C
        F 5 E
        G 7 D
        H 9 E G
        I 7 C
        J 8 F I
        K 4 J
        L 5 J
        M 2 H
        N 6 K L
        """
    ) == (44, {"D": 4, "G": 4, "H": 4, "I": 2, "K": 1, "M": 4}, "A-B-C-E-F-J-L-N")


def test_milwaukee_paper() -> None:
    """Heizer and Render, Operations Management: Milwaukee Paper Manufacturing takes 15 weeks."""
    assert textbook(
        """
        A 2
        B 3
        C 2 A
        D 4 A B
        E 4 C
        F 3 C
        G 5 D E
        H 2 F G
        """
    ) == (15, {"B": 1, "D": 1, "F": 6}, "A-C-E-G-H")


def test_western_hills() -> None:
    """Anderson, Sweeney and Williams, Quantitative Methods for Business: Western Hills takes 26 weeks."""
    assert textbook(
        """
        A 5
        B 6 A
        C 4 A
        D 3 A
        E 1 A
        F 4 E
        G 14 D F
        H 12 B C
        I 2 G H
        """
    ) == (26, {"B": 1, "C": 3, "D": 2, "H": 1}, "A-E-F-G-I")


def test_taha() -> None:
    """Taha, Operations Research: An Introduction, example 6.5-2: 25 days; arrows turned into activities."""
    assert textbook(
        """
        A 5
        B 6
        C 3 A
        D 8 A
        E 2 B C
        F 11 B C
        G 1 D
        H 12 D E
        """
    ) == (25, {"B": 5, "C": 3, "E": 3, "F": 6, "G": 11}, "A-D-H")


def test_widgetco() -> None:
    """Winston, Operations Research: Applications and Algorithms: Widgetco takes 38 days."""
    assert textbook(
        """
        A 6
        B 9
        C 8 A B
        D 7 A B
        E 10 D
        F 12 C E
        """
    ) == (38, {"A": 3, "C": 9}, "B-D-E-F")


def test_taylor_small() -> None:
    """Taylor, Introduction to Management Science, solutions to chapter 8: 20 weeks over the events 1-3-4-5-6."""
    assert textbook(
        """
        1-2 7
        1-3 10
        2-4 6 1-2
        3-4 5 1-3
        3-5 4 1-3
        4-5 3 2-4 3-4
        5-6 2 3-5 4-5
        """
    ) == (20, {"1-2": 2, "2-4": 2, "3-5": 4}, "1-3-3-4-4-5-5-6")


def test_taylor_with_a_dummy() -> None:
    """Taylor, Introduction to Management Science, solutions to chapter 8: 38 weeks, with a dummy that takes no time."""
    assert textbook(
        """
        1-2 8
        1-3 10
        1-4 9
        2-5 6 1-2
        2-6 4 1-2
        3-5 5 1-3
        4-5 0 1-4
        4-7 7 1-4
        5-7 12 2-5 3-5 4-5
        5-8 15 2-5 3-5 4-5
        6-9 18 2-6
        7-8 4 4-7 5-7
        8-9 7 5-8 7-8
        """
    ) == (
        38,
        {"1-2": 1, "1-4": 6, "2-5": 1, "2-6": 8, "4-5": 6, "4-7": 11, "5-8": 1, "6-9": 8},
        "1-3-3-5-5-7-7-8-8-9",
    )


def test_wikipedia_pert() -> None:
    """Wikipedia, Program evaluation and review technique: 19.5 days over a, c, e and g; counted in sixths of a day."""
    assert textbook(
        """
        a 24
        b 32
        c 31 a
        d 38 a
        e 31 b c
        f 27 d
        g 31 e
        """
    ) == (117, {"b": 23, "d": 28, "f": 28}, "a-c-e-g")
