"""A reader of a live page without a browser: Streamlit's own protocol, protobuf over a WebSocket."""

from servers import Server
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

VIEWS = (
    "round=2018-01&as_of=2018-01-25",
    "round=2018-01&as_of=2018-03-01",
    "state=IL&state=CA&kind=city",
    "",
)
"""What readers change between."""

PATIENCE = 120
"""Seconds to wait for a part of a page."""

ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_WITH_COMPILE_ERROR)


def reader(running: Server) -> ClientConnection:
    """Connect as a browser does; the connection is closed at the end of a `with`."""
    address = running.address.replace("http", "ws") + "/_stcore/stream"
    return connect(
        address,
        subprotocols=["streamlit"],  # type: ignore[list-item]
        max_size=None,
        open_timeout=PATIENCE,
        ping_interval=None,  # whose answer may wait behind what the server is busy with
    )


def rerun(socket: ClientConnection, query: str) -> int:
    """Ask for a view, wait until all of it is there, and return how many bytes came."""
    message = BackMsg()
    message.rerun_script.query_string = query
    message.rerun_script.context_info.timezone = "America/New_York"
    socket.send(message.SerializeToString())
    count = 0
    while True:
        raw = socket.recv(timeout=PATIENCE)
        assert isinstance(raw, bytes)
        count += len(raw)
        got = ForwardMsg.FromString(raw)
        if got.WhichOneof("type") == "delta" and got.delta.new_element.WhichOneof("type") == "exception":
            raise SystemExit(got.delta.new_element.exception.message)
        if got.WhichOneof("type") == "script_finished" and got.script_finished in ENDS:
            return count
