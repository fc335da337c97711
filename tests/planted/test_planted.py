"""A small planted archive read whole: chains, orphans and coverage as planned, wherever the papers were read right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.planted import causes, measure, plan
from tests.planted.archive import Planted, planted


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    with planted(plan.make(7, 40), tmp_path_factory.mktemp("planted")) as archive:
        yield archive


def test_the_same_seed_plans_the_same() -> None:
    assert plan.make(3, 40) == plan.make(3, 40)
    assert plan.make(3, 40) != plan.make(4, 40)


def test_a_plan_holds_what_is_to_be_found() -> None:
    made = plan.make(1)
    assert len({one.agency for one in made.held}) >= 20
    assert len({other for one in made.held for other in one.others}) >= 50
    for kind in ("renews", "supersedes", "amends", "implements"):
        assert any(type == kind for one in made.held for type, _ in one.says)
    assert any(len(one.others) == 5 for one in made.held)
    assert any(one.first_signed and one.signed and (one.signed - one.first_signed).days > 300 for one in made.held)
    assert {one.kind for one in made.told} == {"release", "news", "termination"}


def test_most_papers_are_read_right(made: Planted) -> None:
    assert sum(not causes.of(made, one.key) for one in made.plan.held) > 0.6 * len(made.plan.held)


def test_chains_and_orphans_are_those_planned(made: Planted) -> None:
    """A silent renewal in the other language is not to be told from a paper on another matter: so nearly all."""
    for score in measure.scores(made):
        read = measure.read_right(made, score)
        assert read.precision >= 0.9, read
        assert read.recall >= 0.95, read
        assert score.recall > 0.6, score


def test_coverage_agrees_on_every_sampled_day(made: Planted) -> None:
    asked, misses = measure.coverage_misses(made)
    assert asked > 200
    assert [miss for miss in misses if causes.of_pair(made, miss[0]) == "read right"] == []
