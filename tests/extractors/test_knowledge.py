"""What extraction knows is read once for a process, not for every paper."""

from __future__ import annotations

from archive_app.extractors import Knowledge
from archive_app.paths import resources


def test_knowledge_of_a_folder_is_one_object() -> None:
    assert Knowledge.load(resources()) is Knowledge.load(resources())


def test_what_is_built_from_it_is_built_once() -> None:
    built = []

    def build(knowledge: Knowledge) -> int:
        built.append(knowledge)
        return len(knowledge.authorities.records)

    knowledge = Knowledge.load(resources())
    assert knowledge.once(build) == knowledge.once(build) > 200
    assert built == [knowledge]
