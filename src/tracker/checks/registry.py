"""The list of checks: each is one function with a code, a severity and an editor's sentence.

A check takes the draft and yields `Finding`s: the table, the row's position, the column and a message
for that row. Its docstring is the rule in an editor's words; the dictionary prints it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tracker.checks.draft import Draft
from tracker.problems import Problem, Severity


@dataclass(frozen=True)
class Finding:
    """One row that breaks a rule, by its position, or the table as a whole."""

    table: str
    row: int | None
    column: str
    message: str


Rule = Callable[[Draft], Iterator[Finding]]


@dataclass(frozen=True)
class Check:
    """A rule with its code, its severity and the tables it reads."""

    code: str
    severity: Severity
    needs: tuple[str, ...]
    rule: Rule

    @property
    def sentence(self) -> str:
        """The rule in an editor's words."""
        return " ".join((self.rule.__doc__ or "").split())

    def problems(self, draft: Draft) -> Iterator[Problem]:
        """Run the rule, unless a table it reads could not be read (which is reported already)."""
        if all(name in draft.tables for name in self.needs):
            for finding in self.rule(draft):
                table = draft[finding.table]
                yield table.problem(finding.row, finding.column, self.code, finding.message, self.severity)


CHECKS: list[Check] = []


def check(
    code: str, severity: Severity = Severity.ERROR, needs: tuple[str, ...] = ()
) -> Callable[[Rule], Rule]:
    """Enter a rule in the list of checks."""

    def enter(rule: Rule) -> Rule:
        CHECKS.append(Check(code, severity, needs, rule))
        return rule

    return enter
