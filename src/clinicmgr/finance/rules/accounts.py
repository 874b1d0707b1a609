"""What is allowed of accounts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clinicmgr.finance.records import Account, AccountDraft, AccountKind
from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.fields import closest, fold
from clinicmgr.kernel.i18n import _


def tidy_account(draft: AccountDraft) -> AccountDraft:
    """Return the draft without needless spaces."""
    return replace(
        draft,
        number=" ".join(draft.number.split()),
        name=" ".join(draft.name.split()),
        group=" ".join(draft.group.split()),
    )


def check_account(draft: AccountDraft, others: Iterable[Account]) -> None:
    """Raise UserError where the draft is incomplete or stands against another account.

    A number or a name alone must say which account is meant, so neither may be that of another.
    """
    if not draft.number:
        raise UserError(_("Give the account a number, such as 6100."), field="number")
    if not draft.name:
        raise UserError(_("Give the account a name."), field="name")
    if draft.is_labor and draft.kind is not AccountKind.COST:
        raise UserError(
            _("Labor is a cost; an account of income cannot take it from the roster."),
            field="is_labor",
        )
    for each in others:
        taken = {fold(each.number), fold(each.name)}
        for field, word in (("number", draft.number), ("name", draft.name)):
            if fold(word) in taken:
                raise UserError(
                    _("There is an account {title} already.").format(title=each.title), field=field
                )
        if draft.is_labor and each.is_labor:
            raise UserError(
                _("{title} takes the labor cost of the roster already; it counts only once.")
                .format(title=each.title),
                field="is_labor",
            )  # fmt: skip


class AccountNames:
    """Finds accounts by number, by name, or by both together: "6100", "rent", "6100 Rent"."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        known = list(accounts)
        self._titles = [each.title for each in known]
        self._by_word: Mapping[str, Account] = {
            fold(word): each for each in known for word in (each.title, each.name, each.number)
        }

    def find(self, text: str) -> Account | None:
        """Return the account that is meant, None if there is none of that number or name."""
        return self._by_word.get(fold(text))

    def named(self, text: str, field: str = "account") -> Account:
        """Return the account; UserError names the one that was probably meant."""
        found = self.find(text)
        if found is not None:
            return found
        meant = closest(text, self._titles) or closest(
            text, [title.partition(" ")[2] for title in self._titles]
        )
        hint = " " + _("Did you mean {meant}?").format(meant=meant) if meant else ""
        sentence = _("There is no account “{text}”. Add it first, or correct this line.")
        raise UserError(sentence.format(text=text[:60]) + hint, field=field)
