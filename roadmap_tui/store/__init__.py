"""How a plan lasts: changes, revisions, the file and its safe replacement."""
