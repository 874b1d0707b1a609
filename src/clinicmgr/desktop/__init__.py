"""The window: navigation, command palette, undo, backups, settings and help around the pages.

The shell is painted before anything is opened: what is imported for that knows Qt and `qtkit`, but
neither the database nor a single page. `session` then opens the practice and fills the window.
"""
