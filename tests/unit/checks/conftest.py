"""What the tests of checks start from: a copy of the real data, to break in one place."""

import pytest

from builders import a_data_folder


@pytest.fixture
def folder(tmp_path):
    return a_data_folder(tmp_path)
