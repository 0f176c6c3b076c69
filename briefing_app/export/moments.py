from datetime import UTC, datetime


def in_utc(moment: datetime) -> str:
    """Write a moment to the second, as XML and JSON-LD have it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
