"""The tables and columns of the dataset, as `data/datapackage.json` states them.

This module reads the descriptor's meaning, never its file: it is handed the parsed JSON. Beside the
Table Schema standard the descriptor uses properties of its own on a field: `dateForm: EDTF` (an imprecise
date), `separator` (a list in one cell), `vocabulary` (the enumeration in `tracker.vocabulary` from which its
`enum`, or the `pattern` of a list, is written) and `weakHosts` (the hosts not fit to cite, on the hosting of
a source).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias

from tracker import vocabulary
from tracker.vocabulary import Term

Descriptor = dict[str, Any]
Vocabulary: TypeAlias = type[Term]


def joined(parts: Iterable[str]) -> str:
    """Write the key of a row, its parts joined by " + "."""
    return " + ".join(parts)


@dataclass(frozen=True)
class Column:
    """One column: its words for a reader and its rule for a cell."""

    name: str
    title: str
    description: str
    type: str
    required: bool
    unique: bool
    is_partial_date: bool
    separator: str
    references: str
    pattern: str
    words: tuple[str, ...]
    vocabulary: Vocabulary | None
    bounds: tuple[float | None, float | None]
    weak_hosts: tuple[str, ...] = ()

    @classmethod
    def of(cls, field: Mapping[str, Any]) -> "Column":
        """Read one field of a Table Schema."""
        rules = field.get("constraints", {})
        return cls(
            name=field["name"],
            title=field["title"],
            description=field["description"],
            type=field["type"],
            required=rules.get("required", False),
            unique=rules.get("unique", False),
            is_partial_date=field.get("dateForm") == "EDTF",
            separator=field.get("separator", ""),
            references=field.get("references", ""),
            pattern=rules.get("pattern", ""),
            words=_words_of(field),
            vocabulary=getattr(vocabulary, field["vocabulary"], None) if "vocabulary" in field else None,
            bounds=(rules.get("minimum"), rules.get("maximum")),
            weak_hosts=tuple(field.get("weakHosts", ())),
        )

    @property
    def is_link(self) -> bool:
        """Whether it holds links: its form begins with a scheme of the web."""
        return self.pattern.startswith("https?://")


@dataclass(frozen=True)
class Table:
    """One table: its file, key, columns and what its columns refer to (column -> `table.column`)."""

    name: str
    title: str
    description: str
    path: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: Mapping[str, str]

    @classmethod
    def of(cls, resource: Mapping[str, Any]) -> "Table":
        """Read one resource of a data package."""
        schema = resource["schema"]
        columns = tuple(map(Column.of, schema["fields"]))
        single = {
            link["fields"][0]: f"{link['reference']['resource']}.{link['reference']['fields'][0]}"
            for link in schema.get("foreignKeys", ())
        }
        lists = {column.name: column.references for column in columns if column.references}
        return cls(
            name=resource["name"],
            title=resource["title"],
            description=resource["description"],
            path=resource["path"],
            key=tuple(schema["primaryKey"]),
            columns=columns,
            references=single | lists,
        )

    def key_of(self, row: Mapping[str, str]) -> str:
        """Return the key of a row, its parts joined by " + "."""
        return joined(row[name] for name in self.key)

    def keys_of(self, cells: Mapping[str, Sequence[str]]) -> Iterator[str]:
        """Return the key of each row, as `key_of` does, of a table that is given column by column."""
        return map(joined, zip(*(cells[name] for name in self.key), strict=True))

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns in the order of the file."""
        return tuple(column.name for column in self.columns)

    @property
    def weak_hosts(self) -> frozenset[str]:
        """The hosts that the descriptor lists as weak, for whichever column of links."""
        return frozenset(name for column in self.columns for name in column.weak_hosts)


def read_tables(descriptor: Descriptor) -> dict[str, Table]:
    """Read every table of a data package, by name."""
    tables = map(Table.of, descriptor["resources"])
    return {table.name: table for table in tables}


def with_vocabularies(descriptor: Descriptor) -> Descriptor:
    """Return the descriptor with every vocabulary written out: as an `enum`, or the `pattern` of a list."""
    filled = deepcopy(descriptor)
    for resource in filled["resources"]:
        for field in resource["schema"]["fields"]:
            if "vocabulary" in field:
                field["constraints"] |= _constraint(field)
    return filled


def _constraint(field: Mapping[str, Any]) -> dict[str, Any]:
    """Give the vocabulary of a field as Table Schema says it; of a list, `enum` would mean the whole cell."""
    terms = [str(term) for term in getattr(vocabulary, field["vocabulary"])]
    if "separator" not in field:
        return {"enum": terms}
    entry = f"({'|'.join(terms)})"
    return {"pattern": f"{entry}({field['separator']}{entry})*"}


def _words_of(field: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the words that a cell, or an entry of a list, may hold; none where it may hold any."""
    if "separator" in field and "vocabulary" in field:
        return tuple(map(str, getattr(vocabulary, field["vocabulary"])))
    return tuple(field.get("constraints", {}).get("enum", ()))
