"""The one form of the data's own files: sorted by key, plain quotes, a newline at the end of each line."""

import csv
import io
import json

from tracker.schema import Descriptor, Table, with_vocabularies


def canonical_csv(text: str, table: Table) -> str:
    """Rewrite a CSV file in its one form; the cells stay as they are.

    Raises:
        KeyError: a column of the schema is missing.
    """
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    written = io.StringIO()
    writer = csv.DictWriter(written, table.column_names, lineterminator="\n", extrasaction="raise")
    writer.writeheader()
    writer.writerows(sorted(rows, key=lambda row: [row[name] for name in table.key]))
    return written.getvalue()


def canonical_descriptor(descriptor: Descriptor) -> str:
    """Print the descriptor in its one form, the vocabularies written from the code."""
    return json.dumps(with_vocabularies(descriptor), ensure_ascii=False, indent=2) + "\n"
