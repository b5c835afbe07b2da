"""The map, timeline and charts of a view as pictures that stand alone, in print or in somebody's story."""

from tracker.pictures.picture import Look, Picture, picture_file, picture_of

__all__ = ["Look", "Picture", "picture_file", "picture_of"]
