"""An inventory, as a Databricks app.

Deploy:  databricks apps deploy inventory --source-code-path …
Run:     python3 app.py, then open http://127.0.0.1:8000/api/docs

All routes are below /api/, because Databricks Apps takes bearer tokens there only; so is the document, which a client
project can then refresh with the same token.
"""
import json
import os
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Dict, Iterator, List, Optional, Union
from uuid import UUID

from fastapi import APIRouter, Body, Cookie, FastAPI, File, Form, Header, Path, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse

from compat import changed, dump
from models import (
    Address, Caller, Category, Credentials, Item, ItemPatch, NameTaken, NewItem, NewOrder, NotFound, Order, Page,
    Photo, Quote, Reserved, Shipment, Statistics, Status, StockChange, Supplier, Waiting,
)
from store import CATEGORIES, NOW, Store, sku_of

app = FastAPI(
    title="Inventory",
    version="1.0.0",
    description="Items, their suppliers and orders.",
    openapi_url="/api/openapi.json",
    docs_url="/api/docs",
    redoc_url=None,
    openapi_tags=[{"name": "items", "description": "What lies in the warehouse."}],
)
items = APIRouter(prefix="/api/items", tags=["items"])
orders = APIRouter(prefix="/api/orders", tags=["orders"])
suppliers = APIRouter(prefix="/api/suppliers", tags=["suppliers"])
stock = APIRouter(prefix="/api/stock", tags=["stock"])
store = Store()

NOT_FOUND: Dict[Union[int, str], Any] = {404: {"model": NotFound}}


class Missing(Exception):
    """Answered with 404 and a NotFound."""

    def __init__(self, what: str, id: Any) -> None:
        self.body = NotFound(what=what, id=str(id))


@app.exception_handler(Missing)
def missing(_: Request, error: Missing) -> JSONResponse:
    return JSONResponse(dump(error.body), 404)


def item_of(item_id: int) -> Item:
    if item_id not in store.items:
        raise Missing("item", item_id)
    return store.items[item_id]


# --- items ---------------------------------------------------------------------------------------------------------


@items.get("")
def list_items(
    status: Optional[Status] = None,
    class_: Optional[str] = Query(None, alias="class", description="The storage class."),
    tag: List[str] = Query([], description="All of these."),
    min_price: Optional[Decimal] = None,
    added_since: Optional[date] = None,
    prefix: Optional[str] = Query(None, deprecated=True, description="Search instead."),
    newest_first: bool = False,
    offset: int = Query(0, ge=0),
    limit: int = Query(20, ge=1, le=100),
) -> Page[Item]:
    """Lists the items, ordered by id.

    Each filter narrows the list; without any, all items are listed.
    """
    found = [
        item
        for item in store.items.values()
        if (status is None or item.status == status)
        and (class_ is None or item.class_ == class_)
        and set(tag) <= set(item.tags)
        and (min_price is None or item.price >= min_price)
        and (added_since is None or item.added_on >= added_since)
        and item.name.startswith(prefix or "")
    ]
    if newest_first:
        found.reverse()
    end = offset + limit
    return Page[Item](items=found[offset:end], total=len(found), next_offset=end if end < len(found) else None)


@items.post(
    "",
    status_code=201,
    response_model=Item,
    responses={
        201: {"headers": {"Location": {"description": "The item's place.", "schema": {"type": "string"}}}},
        409: {"model": NameTaken},
    },
)
def create_item(item: NewItem, response: Response) -> Any:
    """Adds an item."""
    for other in store.items.values():
        if other.name == item.name:
            return JSONResponse(dump(NameTaken(name=item.name, existing_id=other.id)), 409)
    id = max(store.items) + 1
    created = Item(**dump(item), id=id, sku=sku_of(id), added_on=NOW.date(), updated_at=NOW)
    store.items[id] = created
    response.headers["Location"] = f"/api/items/{id}"
    return created


@items.get("/by-sku/{sku}", responses=NOT_FOUND)
def find_item(sku: UUID) -> Item:
    for item in store.items.values():
        if item.sku == sku:
            return item
    raise Missing("item", sku)


@items.get("/by-status/{status}")
def items_with_status(status: Status) -> List[Item]:
    return [item for item in store.items.values() if item.status == status]


@items.get("/{item_id}", responses=NOT_FOUND)
def read_item(item_id: int = Path(..., description="The item's number.")) -> Item:
    """Reads one item."""
    return item_of(item_id)


@items.patch("/{item_id}", responses=NOT_FOUND)
def update_item(item_id: int, patch: ItemPatch) -> Item:
    """Changes what is sent, and nothing else."""
    store.items[item_id] = changed(item_of(item_id), dump(patch, exclude_unset=True))
    return store.items[item_id]


@items.delete("/{item_id}", status_code=204, responses=NOT_FOUND)
def delete_item(item_id: int) -> Response:
    item_of(item_id)
    del store.items[item_id]
    return Response(status_code=204)


@items.post("/{item_id}/reserve", response_model=Reserved, responses={202: {"model": Waiting}, **NOT_FOUND})
def reserve_item(item_id: int, quantity: int = Body(..., embed=True, gt=0)) -> Any:
    """Reserves stock, or (202) waits for what is missing."""
    item = item_of(item_id)
    if quantity > item.quantity:
        return JSONResponse(dump(Waiting(item_id=item_id, missing=quantity - item.quantity)), 202)
    store.items[item_id] = changed(item, {"quantity": item.quantity - quantity})
    return Reserved(item_id=item_id, reserved=quantity)


@items.put("/{item_id}/photo", responses=NOT_FOUND)
def upload_photo(
    item_id: int,
    photo: UploadFile = File(..., description="The picture."),
    caption: Optional[str] = Form(None),
) -> Photo:
    """Stores the picture of an item."""
    item_of(item_id)
    content = photo.file.read()
    store.photo_bytes[item_id] = content
    store.photos[item_id] = Photo(
        file_name=photo.filename or "", content_type=photo.content_type or "", size=len(content), caption=caption
    )
    return store.photos[item_id]


@items.get(
    "/{item_id}/photo",
    response_class=StreamingResponse,
    responses={200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}}, **NOT_FOUND},
)
def download_photo(item_id: int) -> StreamingResponse:
    if item_id not in store.photos:
        raise Missing("photo", item_id)
    name = store.photos[item_id].file_name
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingResponse(iter([store.photo_bytes[item_id]]), media_type="image/png", headers=headers)


@items.post("/{item_id}/attachments", status_code=201)
def attach_files(item_id: int, files: List[UploadFile] = File(...)) -> Dict[str, int]:
    """Takes many files; gives their sizes by name."""
    item_of(item_id)
    return {file.filename or "": len(file.file.read()) for file in files}


@items.get("/{item_id}/label", response_class=PlainTextResponse)
def read_label(item_id: int) -> str:
    """The text that is printed on the shelf."""
    item = item_of(item_id)
    return store.labels.get(item_id, f"{item.name} ({item.status.value})")


@items.put("/{item_id}/label", response_class=PlainTextResponse)
def write_label(item_id: int, text: str = Body(..., media_type="text/plain")) -> str:
    item_of(item_id)
    store.labels[item_id] = text
    return text


@items.put(
    "/{item_id}/manual",
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
)
async def upload_manual(item_id: int, request: Request) -> int:
    """Takes raw bytes; gives how many."""
    item_of(item_id)
    return len(await request.body())


app.include_router(items)


# --- orders --------------------------------------------------------------------------------------------------------


def order_of(order_id: int) -> Order:
    if order_id not in store.orders:
        raise Missing("order", order_id)
    return store.orders[order_id]


@orders.post("", status_code=201, responses=NOT_FOUND)
def place_order(order: NewOrder) -> Order:
    total = sum((item_of(line.item_id).price * line.quantity for line in order.lines), Decimal(0))
    id = len(store.orders) + 1
    store.orders[id] = Order(**dump(order), id=id, state="open", placed_at=NOW, total=total)
    return store.orders[id]


@orders.get("/{order_id}", responses=NOT_FOUND)
def read_order(order_id: int) -> Order:
    return order_of(order_id)


@orders.post("/{order_id}/ship", responses=NOT_FOUND)
def ship_order(
    order_id: int,
    to: Address,
    carrier: str = Body(...),
    gift: bool = Body(False),
    arrives_on: Optional[date] = Body(None),
) -> Shipment:
    """Ships an order: each part of the body is a parameter of its own."""
    store.orders[order_id] = changed(order_of(order_id), {"state": "shipped"})
    arrival = arrives_on or date(2026, 3, 8)
    return Shipment(order_id=order_id, to=to, carrier=carrier, gift=gift, arrives_on=arrival)


@orders.post("/quote")
def quote_order(
    item_id: int = Form(...),
    quantity: int = Form(1),
    express: bool = Form(False),
    coupon: List[str] = Form([]),
) -> Quote:
    """Takes an HTML form."""
    total = item_of(item_id).price * quantity + (10 if express else 0)
    return Quote(total=total, express=express, coupons=coupon)


@orders.delete("/{order_id}", status_code=202, response_class=Response, responses=NOT_FOUND)
def cancel_order(order_id: int) -> Response:
    """Cancels an order later; there is nothing to tell yet."""
    store.orders[order_id] = changed(order_of(order_id), {"state": "cancelled"})
    return Response(status_code=202)


app.include_router(orders)


# --- suppliers -----------------------------------------------------------------------------------------------------


@suppliers.get("")
def list_suppliers() -> Dict[str, Supplier]:
    """All suppliers by their short names."""
    return store.suppliers


@suppliers.put("/{name}")
def write_supplier(name: str, supplier: Supplier) -> Supplier:
    store.suppliers[name] = supplier
    return supplier


@suppliers.put("/{name}/credentials", status_code=204, responses=NOT_FOUND)
def write_credentials(name: str, credentials: Credentials) -> Response:
    if name not in store.suppliers:
        raise Missing("supplier", name)
    return Response(status_code=204)


app.include_router(suppliers)


# --- stock ---------------------------------------------------------------------------------------------------------

# How FastAPI describes a stream of server-sent events since 0.134; said by hand so that older versions say it too.
STOCK_EVENT = {
    "type": "object",
    "required": ["data"],
    "properties": {
        "data": {
            "type": "string",
            "contentMediaType": "application/json",
            "contentSchema": {"$ref": "#/components/schemas/StockChange"},
        },
        "event": {"type": "string"},
        "id": {"type": "string"},
        "retry": {"type": "integer", "minimum": 0},
    },
}


@stock.get(
    "/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"itemSchema": STOCK_EVENT}}}},
)
def watch_stock(last_event_id: Optional[int] = Header(None)) -> StreamingResponse:
    """Tells each change of the stock as it happens."""

    def events() -> Iterator[str]:
        for id, change in enumerate(store.changes, start=1):
            if id > (last_event_id or 0):
                yield f"id: {id}\nevent: change\ndata: {json.dumps(as_json(change))}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


@stock.get(
    "/export",
    response_class=StreamingResponse,
    responses={200: {"content": {"application/jsonl": {"itemSchema": {"$ref": "#/components/schemas/StockChange"}}}}},
)
def export_stock(since: Optional[datetime] = None) -> StreamingResponse:
    """All changes of the stock, one a line."""
    lines = (json.dumps(as_json(c)) + "\n" for c in store.changes if since is None or c.at >= since)
    return StreamingResponse(lines, media_type="application/jsonl")


@stock.get("/last")
def last_change() -> StockChange:
    return store.changes[-1]


@stock.get("/{item_id}", deprecated=True, responses={"default": {"model": NotFound}})
def count_stock(item_id: int) -> int:
    """Counts an item. Read the item instead."""
    return item_of(item_id).quantity


def as_json(change: StockChange) -> Dict[str, Any]:
    return {**dump(change), "at": change.at.isoformat()}


app.include_router(stock)


# --- the rest ------------------------------------------------------------------------------------------------------


@app.get("/api/categories")
def read_categories() -> Category:
    """The tree of categories."""
    return CATEGORIES


@app.get("/api/search")
def search(term: str = Query(..., min_length=2)) -> List[Union[Item, Supplier]]:
    """Finds items and suppliers by a part of their names."""
    everything = [*store.items.values(), *store.suppliers.values()]
    return [found for found in everything if term.lower() in found.name.lower()]


@app.get("/api/statistics")
def read_statistics() -> Statistics:
    prices = [item.price for item in store.items.values()]
    return Statistics(
        by_status={status.value: len(items_with_status(status)) for status in Status},
        price_range=(min(prices), max(prices)),
        largest=next((item for item in store.items.values() if item.dimensions), None),
        settings={"currency": "EUR", "decimals": 2},
        remarks=["counted", 3],
    )


@app.get("/api/caller")
def who_calls(
    accept_language: Optional[str] = Header(None),
    x_depth: int = Header(1),
    theme: str = Cookie("light"),
    numbers: List[int] = Query([]),
    # Databricks Apps tells the app who calls; a caller cannot send this header, so the document does not show it.
    x_forwarded_email: Optional[str] = Header(None, include_in_schema=False),
) -> Caller:
    """Tells what the app saw of the request."""
    return Caller(language=accept_language, depth=x_depth, theme=theme, numbers=numbers, distinct=set(numbers))


@app.get(
    "/api/health",
    responses={200: {"content": {"application/json": {"example": {"status": "ok", "items": 3}}}}},
)
def health():
    return {"status": "ok", "items": len(store.items)}


@app.post("/api/reset", status_code=204)
def reset() -> Response:
    """Puts the data back to what it was at the start."""
    store.reset()
    return Response(status_code=204)


if __name__ == "__main__":
    import uvicorn

    # Inside Databricks Apps the platform's proxy reaches the app from outside; elsewhere only this machine may.
    port = os.environ.get("DATABRICKS_APP_PORT")
    uvicorn.run(app, host="0.0.0.0" if port else "127.0.0.1", port=int(port or 8000))
