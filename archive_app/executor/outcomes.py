"""What became of each piece of work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
#: What is ``stalled`` took too long, and not even its process could be ended: the system waits for a disk or a network.
FaultKind = Literal["raised", "timeout", "stalled", "memory", "output", "crashed"]
#: After how many seconds at an item, and each time as many more, the caller is asked about it; it may raise to end all.
Doubt = tuple[float, Callable[[Any], object]]
Initializer = tuple[Callable[..., object], tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an item has no result. ``error`` is what the work raised, where it raised and the error can travel."""

    kind: FaultKind
    error: BaseException | None
    detail: str


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """One item done: its result, or the fault it ended with."""

    item: Item
    result: Result | None = None
    fault: Fault | None = None
