"""How far long work is: told to whoever listens to this thread, who may also ask it to stop."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from types import FrameType
from typing import TypeVar

T = TypeVar("T")
Listener = Callable[[int, int], None]

_FEW, _TURNS = 20, 200
_listener: ContextVar[Listener | None] = ContextVar("listener", default=None)
_kept = threading.Event()


class Stopped(Exception):  # noqa: N818 - what happened, not what is wrong
    """Somebody asked to stop; raised by a listener, and thrown away by who started the work."""


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Have `listener` told how much is done of how many, for work in this thread; it may raise Stopped."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)


def counted(items: Sequence[T]) -> Iterator[T]:
    """The items one by one, telling now and then how far it is; a few items are not worth telling."""
    tell, total = _listener.get(), len(items)
    if tell is None or total < _FEW:
        yield from items
        return
    step = max(1, total // _TURNS)
    for done, item in enumerate(items):
        if done % step == 0:
            tell(done, total)
        yield item
    tell(total, total)


@contextmanager
def unbroken() -> Iterator[None]:
    """Let Ctrl+C wait until what is done here is done; a second one does not wait."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or before is not signal.default_int_handler:
        yield
        return
    asked = False

    def later(number: int, frame: FrameType | None) -> None:
        nonlocal asked
        if asked:
            signal.default_int_handler(number, frame)
        asked = True

    signal.signal(signal.SIGINT, later)
    try:
        yield
        _kept.set()
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


def is_kept() -> bool:
    """Whether this program has written something that stays, however it ends."""
    return _kept.is_set()
