"""The facts that the script of a data-only change adds pass the checks of the data as they stand now."""

import importlib.util
import shutil
from pathlib import Path

from click.testing import CliRunner

from tracker.cli import main
from tracker.clock import latest_day
from tracker.loading import load
from tracker.resources import data_folder

SCRIPT = Path(__file__).parents[2] / "scripts" / "data_only_change.py"


def test_the_added_facts_pass_the_checks(tmp_path):
    spec = importlib.util.spec_from_file_location(SCRIPT.stem, SCRIPT)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    folder = shutil.copytree(data_folder(), tmp_path / "data")
    script.change_facts(folder)
    assert CliRunner().invoke(main, ["format", "--data", str(folder)]).exit_code == 0
    changed = load(folder, today=latest_day())
    assert script.CASE in set(changed.cases["case_id"])
