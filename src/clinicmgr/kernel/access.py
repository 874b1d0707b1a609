"""Who is acting, and the right a change or a secret needs.

Every change names the right it needs and the journal keeps who made it, so that sign-in and
roles can come later without touching a domain: then only the actor handed in will differ.
"""

from dataclasses import dataclass

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _


@dataclass(frozen=True, slots=True)
class Right:
    """Permission for one kind of change or one kind of secret."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the keyboard; `rights` None means the owner, who may do everything."""

    name: str
    rights: frozenset[str] | None = None

    def may(self, right: Right) -> bool:
        """Tell whether this person holds `right`."""
        return self.rights is None or right.id in self.rights

    def require(self, right: Right) -> None:
        """Raise a UserError unless this person holds `right`."""
        if not self.may(right):
            raise UserError(
                _("{name} may not do this. It needs the right “{right}”.").format(
                    name=self.name, right=_(right.label)
                )
            )
