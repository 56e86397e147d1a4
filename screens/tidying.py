"""Collecting garbage while nobody types: with a large plan in memory a full collection is felt as a hitch."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.shell import BaseApp

_NEVER = 1_000_000
_EVERY, _QUIET = 20.0, 4.0
_LONG = 0.02


def collect_when_quiet(app: BaseApp) -> None:
    """From now on look through everything only at quiet moments, and never again at what the plan was read into."""
    gc.freeze()
    gc.set_threshold(*gc.get_threshold()[:2], _NEVER)
    app.set_interval(_EVERY, lambda: tidy(app.last_key))


def tidy(last_key: float) -> None:
    """Collect, unless a key was pressed just now; what took long to look through is not looked at again."""
    began = time.monotonic()
    if began - last_key >= _QUIET:
        gc.collect()
        if time.monotonic() - began > _LONG:
            gc.freeze()
