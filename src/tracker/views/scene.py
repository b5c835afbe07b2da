"""What the map of a view shows, before it is painted: Plotly, SVG and the pen of pictures say only how."""

from dataclasses import dataclass

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from tracker.dataset import Dataset
from tracker.filters import Selection
from tracker.memo import once
from tracker.views.insets import Inset, filling
from tracker.views.placing import (
    FRAME,
    Ground,
    areas,
    coarse_states,
    crowded,
    home_of,
    inset_ground,
    placed,
)
from tracker.vocabulary import Status


@dataclass(frozen=True, eq=False)
class MapScene:
    """What the map of a view shows, all of it on the plane.

    Attributes:
        dataset: whose states are the land.
        places: the places with their shapes, their true spot `x`, `y` and their mark's `mark_x`, `mark_y`.
        areas: the shapes to tint by status and grade of the evidence, those in insets among them.
        insets: those drawn.
        near: what shows one state alone, as large as the whole map; None for the country.
        outlined: the counties of the place whose state that is, if it lies in any.
    """

    dataset: Dataset
    places: gpd.GeoDataFrame
    areas: tuple[tuple[Status, str, list[BaseGeometry]], ...]
    insets: tuple[Inset, ...] = ()
    near: Inset | None = None
    outlined: tuple[BaseGeometry, ...] = ()

    @property
    def land(self) -> list[BaseGeometry]:
        """The states that are seen."""
        if self.near:
            return list(self.near.shapes(self.dataset.geography.states.geometry))
        return list(coarse_states(self.dataset).values())

    def places_in(self, inset: Inset) -> gpd.GeoDataFrame:
        """Return the places whose marks stand in an inset."""
        x0, y0, x1, y1 = inset.box
        return self.places[self.places["x"].between(x0, x1) & self.places["y"].between(y0, y1)]

    @property
    def inset_ground(self) -> Ground:
        """The states and counties in the insets."""
        grounds = [inset_ground(self.dataset, inset) for inset in self.insets]
        return Ground(
            tuple(state for ground in grounds for state in ground.states),
            tuple(county for ground in grounds for county in ground.counties),
        )

    @property
    def inset_lines(self) -> list[shapely.LineString]:
        """The edges of the insets and of the parts of the map that they show, with a line between them."""
        return [
            line
            for inset in self.insets
            for line in (
                shapely.box(*inset.area).exterior,
                shapely.box(*inset.box).exterior,
                inset.pointer,
            )
        ]


@once(20_000, size=lambda scene: 1 + len(scene.places))
def map_scene(selection: Selection, near: str | None = None) -> MapScene:
    """Lay out the map of a view, or of the state of a place in it, `near`; crowded parts are enlarged."""
    if near is not None:
        return _near(selection, near)
    insets = crowded(selection)
    places = placed(selection, insets)
    return MapScene(selection.dataset, places, tuple(areas(places, selection.dataset, insets)), insets)


def near_of(selection: Selection) -> str | None:
    """Return a place whose state is all that a picture of a view has to show; None for the country."""
    places = selection.places
    one = selection.filters.record or (places["jurisdiction_id"].iloc[0] if len(places) else None)
    return one if places["state"].nunique() <= 1 else None


def _near(selection: Selection, place: str) -> MapScene:
    """Lay out the state of a place: all is an inset as large as the map; among others it is not outlined."""
    dataset, home = selection.dataset, home_of(selection.dataset, place)
    whole = filling(FRAME, home.shape.bounds)
    places = placed(selection, (whole,))
    tinted = [(status, grade, list(whole.shapes(shapes))) for status, grade, shapes in areas(places, dataset)]
    outlined = whole.shapes(home.counties.geometry) if len(places) <= 1 else ()
    return MapScene(dataset, places, tuple(tinted), near=whole, outlined=tuple(outlined))
