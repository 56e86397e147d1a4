"""Everything that needs Textual: the application, its screens and widgets."""
