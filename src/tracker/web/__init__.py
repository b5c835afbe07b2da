"""What the server answers beside the live pages: HTML rewritten on its way out."""
