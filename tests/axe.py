"""What axe finds on a page in each look of it: in both color schemes, wide and narrow, from top to bottom."""

from axe_playwright_python.sync_playwright import Axe

from reader import STILL

LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 360)]
ON_PAPER = LOOKS[:2]
"""Paper is white in both schemes."""

RULES = {
    "light": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "dark": ["color-contrast", "link-in-text-block"],
}
"""What axe tries in each scheme; rules of WCAG 2.2 only if told. Dark changes colors alone."""

UNROLL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        #root :has([data-testid=stMain]), [data-testid=stMain] {
            height: auto !important;
            overflow: visible !important;
            position: static !important;
        }
        .scroll { background-image: none !important; }
    `);
    document.adoptedStyleSheets = [sheet];
}"""
"""Lay the page out as high as it is, and take the shades from the edges of its tables.

What the live page's own box has scrolled out of sight, axe measures not at all; of words above a gradient it
says that it cannot tell. A window as high as the page would do too, but painting it takes fifteen seconds.
"""

PAGE_COLOUR = "getComputedStyle(document.documentElement).getPropertyValue('--page')"

MARK_SAMPLE = """() => {
    const chains = new Map(), counts = new Map();
    const chain = element => {
        if (element === null) return '';
        if (!chains.has(element)) {
            const {backgroundColor, backgroundImage, opacity, filter} = getComputedStyle(element);
            const own = [backgroundColor, backgroundImage, opacity, filter].join(' ');
            const below = chain(element.parentElement);
            chains.set(element, own === 'rgba(0, 0, 0, 0) none 1 none' ? below : `${below} > ${own}`);
        }
        return chains.get(element);
    };
    const look = element => {
        const {color, fill, fontSize, fontWeight, textShadow, position} = getComputedStyle(element);
        const ground = chain(element);
        return [color, fill, fontSize, fontWeight, textShadow, position, ground].join();
    };
    const hasWords = element => element.matches('input, select, textarea')
        || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    for (const element of document.body.querySelectorAll('*')) {
        delete element.dataset.sample;
        if (!hasWords(element) || !element.checkVisibility() || !element.getClientRects().length) continue;
        const count = (counts.get(look(element)) ?? 0) + 1;
        counts.set(look(element), count);
        if (count <= 3) element.dataset.sample = '';
    }
}"""
"""Mark three of the words of each look: color, size, weight, and all the grounds that they stand on."""


def violations(page, toll, looks=LOOKS):
    """What axe finds in each look of a page that keeps readers out, and headings that skip a level."""
    found = []
    for scheme, width in looks:
        look(page, scheme, width)
        found += [
            (scheme, width, problem["id"], [node["html"][:150] for node in problem["nodes"]][:3])
            for problem in run(page, RULES[scheme])
            if problem["impact"] in ("serious", "critical") or problem["id"] == "heading-order"
        ]
        toll("axe pages")
    return found


def run(page, rules):
    """What axe finds against some rules. It measures the contrast of words that look alike three times each.

    Of a long page axe would take five seconds for a thousand measures of the same two colors.
    """
    page.evaluate(Axe().axe_script)
    page.evaluate(MARK_SAMPLE)
    return page.evaluate(
        """async rules => {
            axe.configure({rules: [{id: 'color-contrast', selector: '[data-sample]'}]});
            return (await axe.run({runOnly: rules, resultTypes: ['violations']})).violations;
        }""",
        rules,
    )


def look(page, scheme, width):
    """Show a page in a scheme and at a width, laid out from top to bottom."""
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    before = page.evaluate(PAGE_COLOUR)
    page.emulate_media(color_scheme=scheme)
    if dark != (scheme == "dark"):
        page.wait_for_function(f"before => {PAGE_COLOUR} !== before", arg=before)
    page.set_viewport_size({"width": width, "height": 1000})
    page.evaluate(UNROLL)
    page.evaluate(STILL)
