"""A static page with Observable Plot of the letters of January 2018, served compressed: `serve.py PORT`."""

import sys
from pathlib import Path

import pandas as pd
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "data"
KEY = ["jurisdiction_id", "round_id"]


def rows() -> dict[str, list[dict[str, str]]]:
    """Return the 23 letters with their places, and what happened to them on a known day."""
    letters, events, places = (
        pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)
        for name in ("letters", "events", "jurisdictions")
    )
    letters = letters[letters["round_id"] == "2018-01"].merge(places, on="jurisdiction_id")
    events = events[events["date"].str.fullmatch(r"\d{4}-\d\d-\d\d")].merge(letters[[*KEY, "name"]], on=KEY)
    return {"letters": letters.to_dict("records"), "events": events.to_dict("records")}


DATA_JSON = rows()
app = Starlette(
    routes=[
        Route("/data.json", lambda _: JSONResponse(DATA_JSON)),
        Mount("/", StaticFiles(directory=HERE, html=True)),
    ],
    middleware=[Middleware(GZipMiddleware, compresslevel=6)],
)
uvicorn.run(app, port=int(sys.argv[1]), log_level="error")
