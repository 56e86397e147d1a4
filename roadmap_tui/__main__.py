"""`python -m roadmap_tui` is the `roadmap` command."""

from roadmap_tui.cli.main import main

if __name__ == "__main__":
    main()
