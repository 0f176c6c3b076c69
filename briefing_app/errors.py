"""What can go wrong in the reader's surroundings, as against in this program."""


class BriefingError(Exception):
    """Something the reader can do something about; its text is a sentence written for them."""

    @property
    def sentence(self) -> str:
        """The whole of what the reader is told."""
        return str(self)
