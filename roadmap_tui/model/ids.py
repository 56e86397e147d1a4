"""Record ids: random 48-bit integers, unique across tables and copies, safe in JavaScript and Excel."""

from __future__ import annotations

import os


def new_id() -> int:
    """A fresh id; among 10,000 records the chance that any two are alike is below one in five million."""
    return int.from_bytes(os.urandom(6), "big") or new_id()


def derived_id(*parts: str) -> int:
    """The id that always belongs to these words, for records made from the same source row twice."""
    from hashlib import blake2b

    return (
        int.from_bytes(blake2b("\x1f".join(parts).encode(errors="surrogatepass"), digest_size=6).digest(), "big") or 1
    )
