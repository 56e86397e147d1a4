"""`python -m roadmap_tui` is the `roadmap` command."""

from roadmap_tui.cli.main import run

if __name__ == "__main__":
    run()
