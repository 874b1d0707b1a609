"""How rates look: the workbench, the lists behind it, Medicare's files."""
