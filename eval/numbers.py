"""Numbers as a report shows them."""


def number(value: float | None) -> str:
    """Return a share with three digits, a time in whole milliseconds, a dash for no value."""
    if value is None:
        return "–"
    if abs(value) > 1:
        return f"{value:,.0f}"
    return f"{value:.3f}".replace("0.", ".", 1)


def signed(value: float | None) -> str:
    """Return a difference with its sign."""
    if value is None:
        return "–"
    return f"{'−' if value < 0 else '+'}{number(abs(value))}"
