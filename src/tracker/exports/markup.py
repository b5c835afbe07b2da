"""XML documents, always written in the same way; what XML forbids in a text is left out of it."""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from tracker.exports.plaintext import allowed


def add(parent: Element, name: str, text: str = "", **attributes: str) -> Element:
    """Add an element with a text and attributes, and return it."""
    element = SubElement(parent, name, {key: allowed(value) for key, value in attributes.items()})
    element.text = allowed(text) or None
    return element


def document(root: Element) -> bytes:
    """Write a whole document in UTF-8, an element a line."""
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
