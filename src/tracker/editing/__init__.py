"""An editor's work on the tables: rows suggested, looked up, tried aside, and written; revisions told."""
