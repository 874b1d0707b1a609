"""Every text a person sees passes through here (gettext)."""

import gettext
from pathlib import Path

DOMAIN = "clinicmgr"

_catalog: gettext.NullTranslations = gettext.NullTranslations()


def use_language(language: str | None, folder: Path) -> None:
    """Speak `language` (such as "de") from the compiled catalogs in `folder`; None is English.

    This is the one thing that is set for the whole process: texts are looked up from
    everywhere, and a program speaks one language at a time.
    """
    global _catalog  # noqa: PLW0603 - see above
    languages = [language] if language else []
    _catalog = (
        gettext.translation(DOMAIN, str(folder), languages=languages, fallback=True)
        if languages
        else gettext.NullTranslations()
    )


def _(text: str) -> str:
    """Return `text` in the language in use."""
    return _catalog.gettext(text) if text else text


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of the text that goes with `count`."""
    return _catalog.ngettext(one, many, count)


def N_(text: str) -> str:
    """Mark a constant for translation; show it later with `_`."""
    return text
