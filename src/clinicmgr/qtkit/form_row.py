"""One field of a form: label, input, help and the sentence of an error."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from clinicmgr.kernel.fields import Field
from clinicmgr.kernel.i18n import _
from clinicmgr.qtkit import labels, tokens
from clinicmgr.qtkit.chips import ChipsEditor
from clinicmgr.qtkit.day_edit import DayEditor
from clinicmgr.qtkit.editors import ChoiceEditor, FlagEditor, LineEditor, TextEditor
from clinicmgr.qtkit.icon_label import IconLabel

AnyEditor = LineEditor | DayEditor | TextEditor | FlagEditor | ChoiceEditor | ChipsEditor


def editor_for(field: Field, locale: str, currency: str, parent: QWidget) -> AnyEditor:
    """The input that fits the kind of the field."""
    if field.kind == "long_text":
        return TextEditor(field, parent)
    if field.kind == "flag":
        return FlagEditor(field, parent)
    if field.kind == "choice":
        return ChoiceEditor(field, parent)
    if field.kind == "choices":
        return ChipsEditor(field.options(), parent)
    if field.kind == "day":
        return DayEditor(field, locale, currency, parent)
    return LineEditor(field, locale, currency, parent)


class FormRow(QWidget):
    """A field as it stands in a form."""

    edited = Signal()

    def __init__(self, field: Field, locale: str, currency: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.editor = editor_for(field, locale, currency, self)
        self._help = labels.label(_(field.help), pixels=tokens.LABEL, tone="secondary", parent=self)
        self._help.setWordWrap(True)
        self._help.setVisible(bool(field.help))
        self._mark = IconLabel("error", "danger", 16, self)
        self._error = labels.label(pixels=tokens.LABEL, tone="danger", parent=self)
        self._error.setWordWrap(True)
        self._lay_out()
        self._name()
        self.show_error("")
        self.editor.edited.connect(self.edited)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if self._field.kind != "flag":
            caption = labels.label(self._field.title, pixels=tokens.LABEL, weight=600, parent=self)
            caption.setBuddy(self.editor)
            top = QHBoxLayout()
            top.setSpacing(4)
            top.addWidget(caption)
            if self._field.required:
                top.addWidget(labels.label("*", pixels=tokens.LABEL, tone="danger", parent=self))
            top.addStretch()
            column.addLayout(top)
        column.addWidget(self.editor)
        column.addWidget(self._help)
        wrong = QHBoxLayout()
        wrong.setSpacing(6)
        wrong.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._error, 1)
        column.addLayout(wrong)

    def _name(self) -> None:
        title = self._field.title
        if self._field.required:
            title = _("{label}, required").format(label=title)
        self.editor.setAccessibleName(title)
        self.editor.setAccessibleDescription(_(self._field.help))

    def show_error(self, sentence: str) -> None:
        """Show the sentence and mark the input; an empty one takes both away."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._mark.setVisible(bool(sentence))
        self.editor.mark(bool(sentence))
        self.editor.setAccessibleDescription(sentence or _(self._field.help))

    def offer(self, choices: Sequence[tuple[object, str]]) -> None:
        """Offer other choices; TypeError if the field has none."""
        if not isinstance(self.editor, ChoiceEditor | ChipsEditor):
            raise TypeError(self._field.name)
        self.editor.offer(choices)

    def take_focus(self) -> None:
        """Put the cursor into the input."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
