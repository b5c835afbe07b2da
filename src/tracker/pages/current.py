"""What the live page says of its address beside what it draws: links for the head, a foot for each sheet.

Both are in the answer before the live page as well, but of the address that was asked for first.
"""

from datetime import date

from tracker.address import Address
from tracker.dataset import Dataset
from tracker.memo import once
from tracker.pages.alternates import alternates
from tracker.pages.engine import render
from tracker.pages.head import head_links
from tracker.pages.page_links import absolute, page_link
from tracker.pages.site import RECORD, view_of


@once(512)
def current(path: str, address: Address, dataset: Dataset, today: date, home: str) -> str:
    """Return what follows the address of a page; `home` is that of the site, with its last slash."""
    view, link = view_of(path, address, dataset, today), absolute(home, page_link(path, address))
    site, found = dataset.campaign.name, view is not None or path != RECORD
    return render(
        "current.html.j2",
        site=site,
        as_of=address.filters.day(dataset, today),
        whole_link=link,
        links=head_links(link, alternates(view), site, home, found),
    )
