"""How many questions are taken in when many come at one moment."""

import asyncio
import time

import pytest

from web.capacity import BusyError, Capacity


async def crowd(capacity: Capacity, people: int) -> list[object]:
    work = (capacity.run(lambda: time.sleep(0.05)) for _ in range(people))
    return await asyncio.gather(*work, return_exceptions=True)


@pytest.mark.parametrize(
    ("at_once", "waiting", "people", "refused"), [(1, 1, 5, 3), (2, 0, 2, 0), (2, 0, 3, 1), (2, 10, 12, 0)]
)
def test_a_crowd_is_counted_whole(at_once: int, waiting: int, people: int, refused: int) -> None:
    told = asyncio.run(crowd(Capacity(at_once, waiting), people))
    assert sum(isinstance(each, BusyError) for each in told) == refused
    assert sum(each is None for each in told) == people - refused


def test_places_are_free_again_afterwards() -> None:
    async def twice() -> list[object]:
        capacity = Capacity(1, 0)
        await crowd(capacity, 3)
        return await crowd(capacity, 1)

    assert asyncio.run(twice()) == [None]
