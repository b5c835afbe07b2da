"""Each test file of this folder opens the page of its own name."""

import pytest

from visiting import visit_of


@pytest.fixture
def visit(request):
    """Open the page of the test file at a query, given as parameters."""
    page = request.path.stem.removeprefix("test_")
    return visit_of("" if page == "overview" else page)
