"""Whatever a folder holds, it is judged in lines and never by a traceback: a package mutated at random.

`make faults` tries thousands of mutations; among the other tests it is a few dozen.
"""

import json
import os
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import a_data_folder
from tracker.loading import load
from tracker.problems import DataError

MUTATIONS = int(os.environ.get("MUTATIONS", "60"))
PARTS = max(1, MUTATIONS // 200)
"""Into how many tests they are divided for each kind of file, so that every core has its share."""

ODD = (
    "", " ", "\u00a0", "0", "-1", "1e999", "NaN", "null", "2018-02-30", "0000-00-00", "9999-12-31",
    "2018-01/", "/", ";", ";;", ":", "=1+1", "\x00", "\r\n", '"', "\ufeff", "\ufffd", "\u202e", "Ã©",
    "x" * 200_000, "https://[::1", "javascript:alert(1)", "https://a:b@c.d/", "1" * 400, "(", "*", "\\",
)  # fmt: skip
"""Cells that mean nothing, or harm."""

SHAPELESS: tuple[Any, ...] = (
    None, [], {}, "", 0, -1, True, 1e308, [None], {"a": []}, "(", "x.y", "2999-01-01", [[]],
)  # fmt: skip
"""What stands in a descriptor or a shape in place of what should."""

PACKAGE = (
    "datapackage.json", "jurisdictions.csv", "rounds.csv", "letters.csv", "cases.csv", "events.csv",
    "documents.csv", "sources.csv", "statutes.csv", "corrections.csv", "METHOD.md", "CHANGELOG.md",
    "boundaries/states.json", "boundaries/counties.json",
)  # fmt: skip
TABLES = tuple(name for name in PACKAGE if name.endswith(".csv"))
OTHERS = tuple(name for name in PACKAGE if name not in TABLES)


def mutate_cell(raw: bytes, chance: Random) -> bytes:
    """Put something odd in place of a cell, a heading included."""
    lines = raw.split(b"\n")
    at = chance.choice([0, *range(len(lines))])
    cells = lines[at].split(b",")
    cells[chance.randrange(len(cells))] = chance.choice(ODD).encode("utf-8", "surrogatepass")
    lines[at] = b",".join(cells)
    return b"\n".join(lines)


def mutate_rows(raw: bytes, chance: Random) -> bytes:
    """Drop, repeat, cut or move a line, or all but the first."""
    lines = raw.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    changed = chance.choice((
        lambda: lines[:at] + lines[at + 1 :],
        lambda: [*lines, lines[at]],
        lambda: [*lines[:at], lines[at][: len(lines[at]) // 2], *lines[at + 1 :]],
        lambda: [*lines[at:], *lines[:at]],
        lambda: lines[:1],
        lambda: [*lines[: at + 1], b"\n", *lines[at + 1 :]],
    ))  # fmt: skip
    return b"".join(changed())


def mutate_bytes(raw: bytes, chance: Random) -> bytes:
    """Flip, cut, insert or recode bytes."""
    at = chance.randrange(len(raw) + 1)
    noise = chance.randbytes(chance.randint(1, 4))
    changed = chance.choice((
        lambda: raw[:at],
        lambda: raw[:at] + noise + raw[at:],
        lambda: raw[:at] + noise + raw[at + len(noise) :],
        lambda: raw.decode("utf-8").encode("utf-16"),
        lambda: raw.replace(b"\n", b"\r\n"),
        lambda: b"\xef\xbb\xbf" + raw,
        lambda: raw.replace(b",", b";"),
        lambda: b"",
    ))  # fmt: skip
    return changed()


def mutate_json(raw: bytes, chance: Random) -> bytes:
    """Put something else in place of any part, or drop it."""
    whole = json.loads(raw)
    part: Any = whole
    while True:
        keys = list(part) if isinstance(part, dict) else list(range(len(part)))
        if not keys:
            break
        key = chance.choice(keys)
        deeper = part[key]
        if isinstance(deeper, (dict, list)) and deeper and chance.random() < 0.85:
            part = deeper
            continue
        if chance.random() < 0.3:
            del part[key]
        else:
            part[key] = chance.choice(SHAPELESS)
        break
    return json.dumps(whole).encode()


def mutated(name: str, raw: bytes, chance: Random) -> bytes:
    kinds = [mutate_bytes]
    kinds += [mutate_cell] * 3 + [mutate_rows] if name.endswith(".csv") else []
    kinds += [mutate_json] * 4 if name.endswith(".json") else []
    return chance.choice(kinds)(raw, chance)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return a_data_folder(tmp_path_factory.mktemp("mutated"))


def fault(folder: Path) -> str:
    """Load a folder and say what no check foresaw; "" where the data load or are refused with an address."""
    try:
        load(folder)
    except DataError as error:
        return "; ".join(problem.message for problem in error.report.problems if problem.code == "unforeseen")
    return ""


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("names", [TABLES, OTHERS], ids=["tables", "others"])
def test_no_mutation_of_the_package_is_unforeseen(folder, names, part, toll):
    whole = {name: (folder / name).read_bytes() for name in names}
    tried = []

    @settings(max_examples=MUTATIONS // 2 // PARTS, database=None)
    @given(name=st.sampled_from(names), chance=st.randoms(use_true_random=True))
    def is_foreseen(name, chance):
        tried.append(name)
        (folder / name).write_bytes(mutated(name, whole[name], chance))
        found = fault(folder)
        (folder / name).write_bytes(whole[name])
        assert found == "", name

    is_foreseen()
    assert len(tried) >= MUTATIONS // 2 // PARTS
    toll("mutations tried", len(tried))
