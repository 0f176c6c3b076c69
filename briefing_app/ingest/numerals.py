"""How the number of an item is written: in figures, letters or Roman numerals."""

MOST = 99_999  # what is higher is no number of a list
_ROMAN = {
    "m": 1000,
    "cm": 900,
    "d": 500,
    "cd": 400,
    "c": 100,
    "xc": 90,
    "l": 50,
    "xl": 40,
    "x": 10,
    "ix": 9,
    "v": 5,
    "iv": 4,
    "i": 1,
}
_MOST_ROMAN = 3_999
_LETTERS = 26


def written(number: int, form: str) -> str:
    """Write a number as `a`, `A`, `i` or `I` counts, and in figures otherwise or where these have no sign for it."""
    lower = form.lower()
    if lower == "a" and number > 0:
        signs = _letters(number)
    elif lower == "i" and 0 < number <= _MOST_ROMAN:
        signs = _roman(number)
    else:
        return str(number)
    return signs if form == lower else signs.upper()


def doubled(number: int) -> str:
    """Write a number in letters as Word does, where bb follows aa."""
    turns, place = divmod(number - 1, _LETTERS)
    return chr(ord("a") + place) * (turns + 1)


def _letters(number: int) -> str:
    signs = ""
    while number:
        number, place = divmod(number - 1, _LETTERS)
        signs = chr(ord("a") + place) + signs
    return signs


def _roman(number: int) -> str:
    signs = ""
    for sign, value in _ROMAN.items():
        times, number = divmod(number, value)
        signs += sign * times
    return signs
