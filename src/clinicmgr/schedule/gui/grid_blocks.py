"""What is done to blocks of cells: each typing, fill, paste or move is one change or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from clinicmgr.kernel.errors import UserError
from clinicmgr.kernel.i18n import _, ngettext
from clinicmgr.schedule.gui.clipboard import Drafts, Texts, drafts_in, texts_in
from clinicmgr.schedule.gui.entering import Edit, laid, typed
from clinicmgr.schedule.gui.grid_cells import Block, Cells
from clinicmgr.schedule.records import Shift

Keep = Callable[[Edit, str | None], object]
Named = Callable[[int], str]


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell of a paste that cannot be a shift: where, what stands there, and why not."""

    where: str
    text: str
    sentence: str


class NotUnderstoodError(UserError):
    """Some cells of a paste cannot be read; nothing was pasted."""

    def __init__(self, cells: Sequence[Misread]) -> None:
        self.cells = tuple(cells)
        first = _("{where}: {sentence}").format(where=cells[0].where, sentence=cells[0].sentence)
        if len(cells) == 1:
            said = _("{first} Nothing was pasted.").format(first=first)
        else:
            said = _("{count} cells were not understood, and nothing was pasted. {first}").format(
                count=len(cells), first=first
            )
        super().__init__(said)


class GridBlocks:
    """Turns blocks of cells into one edit; `keep` writes it, named, and `find` knows any shift."""

    def __init__(self, cells: Cells, keep: Keep, find: Callable[[int], Shift]) -> None:
        self._cells = cells
        self._keep = keep
        self._find = find

    # Out

    def texts(self, block: Block) -> Texts:
        """The texts of a block, as a spreadsheet takes them."""
        return texts_in(self._cells, block)

    def drafts(self, block: Block) -> Drafts:
        """The shifts of a block in full."""
        return drafts_in(self._cells, block)

    def ids(self, block: Block) -> list[int]:
        """The shifts of a block."""
        return self._cells.ids(block)

    # In

    def type(self, block: Block, text: str) -> None:
        """Type the same into every cell of a block; an empty text empties them."""
        edit = Edit()
        places = list(self._cells.places(block))
        for place in places:
            edit.join(typed(self._cells.material, self._cells.target(*place), text))
        if not text.strip():
            self._keep(edit, _empty(len(places)))
            return
        words = ngettext("Type {text} into {count} cell", "Type {text} into {count} cells",
                         len(places))  # fmt: skip
        self._keep(edit, words.format(text=" ".join(text.split()), count=len(places)))

    def clear(self, block: Block) -> int:
        """Remove the shifts of a block; returns how many."""
        ids = self.ids(block)
        self._keep(Edit(remove=ids), None)
        return len(ids)

    def paste(self, block: Block, texts: Texts, drafts: Drafts | None) -> Block:
        """Type a block of texts, or lay down copied shifts; all of it or nothing.

        A block that fits into the selection several times fills it; any other begins at its upper
        left corner. Returns the rows and columns that were written.
        """
        if not texts or not texts[0]:
            raise UserError(_("There is nothing to paste. Copy cells first."))
        size = (len(texts), len(texts[0]))
        landing = self._landing(block, size)
        edit = self._typed(landing, texts) if drafts is None else self._laid(landing, drafts)
        self._keep(edit, _titled(edit, _pasted, _("Paste empty cells")))
        return landing

    def fill_down(self, block: Block) -> None:
        """Give every row of the block the shifts of its first row; a single row those above it."""
        rows, columns = block
        if not rows or (len(rows) == 1 and self._cells.moved(rows[0], columns[0], (-1, 0)) is None):
            raise UserError(_("Select the cell to copy and those below it, then fill down."))
        if len(rows) == 1:
            above = self._cells.moved(rows[0], columns[0], (-1, 0))
            rows = [above[0] if above else rows[0], *rows]
        source = self.drafts((rows[:1], columns))
        edit = self._laid((rows[1:], columns), source)
        self._keep(edit, _titled(edit, _down, _("Fill down empty cells")))

    def fill_right(self, block: Block) -> None:
        """Give every day of the block the shifts of its first day; a single day those before it."""
        rows, columns = block
        if not columns or (len(columns) == 1 and columns[0] == 0):
            raise UserError(_("Select the cell to copy and those beside it, then fill right."))
        if len(columns) == 1:
            columns = [columns[0] - 1, *columns]
        source = self.drafts((rows, columns[:1]))
        edit = self._laid((rows, columns[1:]), source)
        self._keep(edit, _titled(edit, _right, _("Fill right empty cells")))

    def move(self, block: Block, ids: Sequence[Sequence[tuple[int, ...]]]) -> Block:
        """Put the very shifts of a block that was cut down again; what is there makes room."""
        rows, columns = self._landing((block[0][:1], block[1][:1]), (len(ids), len(ids[0])))
        going = {one for line in ids for cell in line for one in cell}
        known = {one.id: one for one in self._cells.material.some(going)}
        known |= {one: self._find(one) for one in going - known.keys()}  # cut in another month
        edit = Edit()
        for line, row in zip(ids, rows, strict=True):
            for moving, column in zip(line, columns, strict=True):
                target = self._cells.target(row, column)
                edit.remove += [one for one in target.shift_ids if one not in going]
                for shift_id in moving:
                    before = known[shift_id].draft()
                    after = replace(target.placed(before), locked=before.locked)
                    if after != before:
                        edit.change[shift_id] = after
        self._keep(edit, moved_title(len(edit.change)))
        return rows, columns

    # Between

    def _typed(self, landing: Block, texts: Texts) -> Edit:
        cells, edit, wrong = self._cells, Edit(), list[Misread]()
        there = texts_in(cells, landing)
        for at, row in enumerate(landing[0]):
            for beside, column in enumerate(landing[1]):
                text = texts[at % len(texts)][beside % len(texts[0])]
                if text == there[at][beside]:
                    continue  # it says what is there, whatever a text cannot say
                try:
                    edit.join(typed(cells.material, cells.target(row, column), text))
                except UserError as error:
                    wrong.append(Misread(cells.named(row, column), text, error.sentence))
        if wrong:
            raise NotUnderstoodError(wrong)
        return edit

    def _laid(self, landing: Block, drafts: Drafts) -> Edit:
        cells, edit = self._cells, Edit()
        for at, row in enumerate(landing[0]):
            for beside, column in enumerate(landing[1]):
                source = drafts[at % len(drafts)][beside % len(drafts[0])]
                edit.join(laid(cells.material, cells.target(row, column), source))
        return edit

    def _landing(self, block: Block, size: tuple[int, int]) -> Block:
        """Where a block of this size lands; UserError where it is larger than what is there."""
        (rows, columns), (high, wide) = block, size
        if not rows or not columns:
            raise UserError(_("Choose the cell to paste into first."))
        if len(rows) % high == 0 and len(columns) % wide == 0:
            return rows, columns
        below = self._cells.rows_from(rows[0])
        beside = list(range(columns[0], len(self._cells.view.days)))
        if high > len(below) or wide > len(beside):
            raise UserError(
                _(
                    "{rows} rows by {columns} days do not fit here; from this cell on there are "
                    "{below} rows and {beside} days."
                ).format(rows=high, columns=wide, below=len(below), beside=len(beside))
            )
        return below[:high], beside[:wide]


def moved_title(count: int) -> str:
    """What moving so many shifts is called."""
    return ngettext("Move {count} shift", "Move {count} shifts", count).format(count=count)


def copied_title(count: int) -> str:
    """What copying so many shifts is called."""
    return ngettext("Copy {count} shift", "Copy {count} shifts", count).format(count=count)


def _titled(edit: Edit, title: Named, empty: str) -> str:
    count = len(edit.add) + len(edit.change)
    return title(count) if count else empty


def _pasted(count: int) -> str:
    return ngettext("Paste {count} shift", "Paste {count} shifts", count).format(count=count)


def _down(count: int) -> str:
    return ngettext("Fill down {count} shift", "Fill down {count} shifts", count).format(
        count=count
    )


def _right(count: int) -> str:
    return ngettext("Fill right {count} shift", "Fill right {count} shifts", count).format(
        count=count
    )


def _empty(count: int) -> str:
    return ngettext("Empty {count} cell", "Empty {count} cells", count).format(count=count)
