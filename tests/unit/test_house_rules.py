"""The rules of the house that an import contract cannot state; the contract itself is in pyproject.toml."""

import ast
from collections import Counter
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[2]
LIBRARY = ROOT / "src" / "tracker"
DASHBOARD = ROOT / "dashboard"
PAGES = DASHBOARD / "app_pages"
CODE = (LIBRARY, DASHBOARD, ROOT / "bench", ROOT / "scripts")
LONGEST = 30

OPENS_FILES = {"loading", "geography", "exports", "cli", "editing", "pages", "web"}  # the last two: own files
READS_THE_CLOCK = {"clock"}
ASKS_THE_DAY = {"cli", "web"}
READS = {"open", "read_text", "read_bytes", "read_csv", "read_file"}
WRITES = {"write_text", "write_bytes", "to_csv", "to_file"}
CLOCK_CALLS = {"now", "utcnow", "today", "time", "time_ns", "monotonic"}
CLOCKS = {"datetime", "date", "time", "Timestamp"}
UNNAMED = {"__init__", "__main__"}
PARSES_ADDRESSES = {"cli", "web", "address", "sides"}  # the last: the view that an address may hold
KEPT_FROM_PAGES = {"pandas", "geopandas", "plotly", "numpy", "shapely"}

Offence = tuple[str, int]


def sources(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path.relative_to(folder), ast.parse(path.read_text("utf-8"))


def concept(path: Path) -> str:
    """`exports/csv.py` and `exports.py` are both of the concept `exports`."""
    return path.parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports, with what it takes out of them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_clock(name: str) -> bool:
    return name == "tracker.clock" or name.startswith("tracker.clock.")


def opens_a_file(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(id=name):
            return name in READS | WRITES
        case ast.Attribute(attr=name):
            return name in READS | WRITES and not is_text_only(name, call)
    return False


def is_text_only(name: str, call: ast.Call) -> bool:
    """`to_csv()` without a path returns text."""
    return name == "to_csv" and not call.args


def reads_the_clock(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr=name, value=ast.Name(id=owner) | ast.Attribute(attr=owner)):
            return name in CLOCK_CALLS and owner in CLOCKS
    return False


def parses_an_address(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr="parse", value=ast.Name(id=owner)):
            return owner in {"Address", "Filters"}
    return False


def offences(folder, is_offence, allowed) -> list[Offence]:
    return [
        (str(path), node.lineno)
        for path, tree in sources(folder)
        if concept(path) not in allowed
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and is_offence(node)
    ]


def test_files_are_opened_in_few_places_only():
    assert offences(LIBRARY, opens_a_file, OPENS_FILES) == []


def test_the_clock_is_read_in_one_place_only():
    assert offences(LIBRARY, reads_the_clock, READS_THE_CLOCK) == []


def test_the_edges_alone_ask_for_the_day():
    asking = {concept(path) for path, tree in sources(LIBRARY) for name in imported(tree) if is_clock(name)}
    assert asking == ASKS_THE_DAY


def test_an_address_is_parsed_at_the_edges_only():
    assert offences(LIBRARY, parses_an_address, PARSES_ADDRESSES) == []


def test_pages_only_lay_out():
    found = [(str(path), name) for path, tree in sources(PAGES) for name in imported(tree)]
    assert found, "no page was read"
    assert [(path, name) for path, name in found if name.split(".")[0] in KEPT_FROM_PAGES] == []


@pytest.mark.parametrize(
    "line",
    ["open('a')", "Path('a').read_text()", "p.write_bytes(b)", "pd.read_csv(p)", "frame.to_csv(path)"],
)
def test_an_opened_file_is_noticed(line):
    assert opens_a_file(ast.parse(line, mode="eval").body)


@pytest.mark.parametrize("line", ["frame.to_csv()", "text.split()", "Path('a').name.lower()"])
def test_what_opens_no_file_is_let_pass(line):
    assert not opens_a_file(ast.parse(line, mode="eval").body)


@pytest.mark.parametrize(
    "line",
    ["datetime.now(UTC)", "date.today()", "time.time()", "pd.Timestamp.now()", "datetime.datetime.now()"],
)
def test_a_clock_that_is_read_is_noticed(line):
    assert reads_the_clock(ast.parse(line, mode="eval").body)


@pytest.mark.parametrize("line", ["date(2018, 1, 24)", "filters.today()", "datetime.combine(day, noon)"])
def test_what_reads_no_clock_is_let_pass(line):
    assert not reads_the_clock(ast.parse(line, mode="eval").body)


@pytest.mark.parametrize("line", ["Address.parse(query, dataset)", "Filters.parse(query)"])
def test_an_address_that_is_parsed_is_noticed(line):
    assert parses_an_address(ast.parse(line, mode="eval").body)


@pytest.mark.parametrize("line", ["PartialDate.parse(text)", "Address(filters).link('')"])
def test_what_parses_no_address_is_let_pass(line):
    assert not parses_an_address(ast.parse(line, mode="eval").body)


def test_the_network_is_used_in_one_place_only():
    users = {
        concept(path)
        for path, tree in sources(LIBRARY)
        for name in imported(tree)
        if name.startswith(("urllib.request", "http.client", "socket", "requests", "httpx"))
    }
    assert users == {"reachability", "listening"}  # the latter only tries the server's own port


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a body; what a function takes, and what is said of it, count for nothing."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_no_function_is_longer_than_a_look():
    assert [
        (str(path), node.name, lines_of(node))
        for folder in CODE
        for path, tree in sources(folder)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > LONGEST
    ] == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("def f():\n    return 1", 1),
        ('def f(\n    a,\n    b,\n):\n    """Say.\n\n    More.\n    """\n    c = a\n\n    return c', 3),
        ('def f():\n    """Say."""', 0),
        ("async def f():\n    await g(\n        1,\n    )", 3),
    ],
)
def test_lines_are_those_of_the_body(code, lines):
    assert lines_of(ast.parse(code).body[0]) == lines


def test_a_file_name_stands_once():
    names = Counter(path.stem for folder in (LIBRARY, DASHBOARD) for path, _ in sources(folder))
    assert [name for name, count in names.items() if count > 1 and name not in UNNAMED] == []


def test_no_modules_import_each_other_in_a_circle():
    """What is imported for a type alone counts too: such modules are no two things."""
    graph = grimp.build_graph("tracker", exclude_type_checking_imports=False)
    imported = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imported).prepare()  # raises CycleError, which names the circle
