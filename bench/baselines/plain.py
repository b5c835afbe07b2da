"""What an analyst writes in an afternoon: the same letters with pandas, Plotly and st.dataframe."""

from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

DATA = Path(__file__).parents[2] / "data"


@st.cache_data
def read(name: str) -> pd.DataFrame:
    """Read a table."""
    return pd.read_csv(DATA / f"{name}.csv", dtype=str, keep_default_na=False)


st.set_page_config(layout="wide")
st.title("DOJ letters")
letters = read("letters").merge(read("jurisdictions"), on="jurisdiction_id")
for key, column in (("round", "round_id"), ("state", "state"), ("kind", "kind")):
    options = sorted(letters[column].unique())
    chosen = st.multiselect(key, options, default=st.query_params.get_all(key))
    if chosen:
        letters = letters[letters[column].isin(chosen)]
events = read("events").merge(letters[["jurisdiction_id", "round_id"]], on=["jurisdiction_id", "round_id"])
st.write(f"{len(letters)} letters to {letters['jurisdiction_id'].nunique()} places, {len(events)} events")
places = letters.assign(
    latitude=pd.to_numeric(letters["latitude"]), longitude=pd.to_numeric(letters["longitude"])
).dropna(subset=["latitude"])
st.plotly_chart(px.scatter_geo(places, "latitude", "longitude", color="kind", hover_name="name", scope="usa"))
dated = events.assign(day=pd.to_datetime(events["date"].str[:10], errors="coerce", format="%Y-%m-%d"))
st.plotly_chart(px.scatter(dated, "day", "jurisdiction_id", color="type", hover_name="summary"))
st.dataframe(letters)
