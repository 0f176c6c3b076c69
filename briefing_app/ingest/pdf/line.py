"""A line of a page, and what can be told of it by itself."""

from dataclasses import dataclass

_ENDS = (".", "!", "?", ":", ";", "…", ".”", "!”", "?”", '."', '?"', ".’", ".)", "。")


@dataclass(frozen=True)
class Line:
    """Words that stand beside each other, in points from the page's upper left corner."""

    text: str
    page: int  # from 1
    left: float
    right: float
    bottom: float  # of its baseline; lower lines have more
    size: float  # of its largest letters' font
    bold: bool = False
    broken: bool = False  # ends in a hyphen that may be there for the line's end alone
    row: bool = False  # made of cells

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def letter(self) -> float:
        """Return how wide a letter is here, on average."""
        return (self.right - self.left) / max(1, len(self.text))

    @property
    def ends(self) -> bool:
        """Tell whether a sentence ends with it."""
        return self.text.endswith(_ENDS)

    def beside(self, other: "Line") -> bool:
        """Tell whether both stand on one baseline."""
        return self.page == other.page and abs(self.bottom - other.bottom) < self.size / 3

    def alike(self, other: "Line") -> bool:
        """Tell whether both are set in one size and weight."""
        return abs(self.size - other.size) < 0.08 * self.size and self.bold is other.bold
