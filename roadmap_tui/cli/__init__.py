"""The `roadmap` command: one module per subcommand."""
