"""Roadmap: lead an implementation in a Dutch municipality from the terminal."""

__version__ = "0.1.0"
