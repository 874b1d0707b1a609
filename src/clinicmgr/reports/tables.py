"""How the manager's own words are kept: one text a month and section."""

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Row, table


class WordsRow(Row):
    """The words to one section of one month, kept as "2026-10"."""

    __tablename__ = "reports_words"
    __table_args__ = table(UniqueConstraint("month", "section"), search=("words",))

    month: Mapped[str] = mapped_column(Text)
    section: Mapped[str] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
