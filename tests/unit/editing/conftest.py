"""What the tests of an editor's commands start from: a copy of the real data in its one form."""

from datetime import date

import pytest
from click.testing import CliRunner

from builders import a_data_folder
from tracker.cli import main

DAY = date(2026, 12, 1)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("tracker.cli.today", lambda zone: DAY)
    folder = a_data_folder(tmp_path)
    assert CliRunner().invoke(main, ["format", "--data", str(folder)]).exit_code == 0
    return folder


@pytest.fixture
def run(folder):
    def command(*arguments, typed=None):
        return CliRunner().invoke(main, [*arguments, "--data", str(folder)], input=typed)

    return command
