"""What a reader sees of a selection: figures, tables and texts, built and handed back, never drawn."""
