from enum import StrEnum


class Review(StrEnum):
    """What the reader has made of a proposal. What they made by hand is confirmed from the start."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    DISMISSED = "dismissed"
