"""How a plan travels: one module per file format, in and out."""
