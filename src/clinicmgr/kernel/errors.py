"""The one exception that a person reads."""


class UserError(Exception):
    """A request that cannot be carried out, said in one sentence: what, where, what to do.

    Anything else that is raised is a bug: it is logged and offered as a report file.
    """

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field
