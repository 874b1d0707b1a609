"""How sites and rooms are kept."""

from sqlalchemy import ForeignKey, Integer, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from clinicmgr.kernel.tables import Row, table


class SiteRow(Row):
    """A site."""

    __tablename__ = "places_site"
    __table_args__ = table(UniqueConstraint("code"), search=("name", "code", "address"))

    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    address: Mapped[str] = mapped_column(Text)
    hours: Mapped[str] = mapped_column(Text, server_default="")


class RoomRow(Row):
    """A room of a site; a site with rooms is not removed."""

    __tablename__ = "places_room"
    __table_args__ = table(UniqueConstraint("site_id", "code"), search=("name", "code"))

    site_id: Mapped[int] = mapped_column(Integer, ForeignKey("places_site.id"), index=True)
    name: Mapped[str] = mapped_column(Text)
    code: Mapped[str] = mapped_column(Text)
    capacity: Mapped[int] = mapped_column(Integer)
    hours: Mapped[str] = mapped_column(Text, server_default="")
