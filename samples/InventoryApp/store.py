"""The app's data: in memory, the same after every reset."""
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from typing import Dict, List
from uuid import UUID

from models import Category, Contact, Dimensions, Item, Order, Photo, Status, StockChange, Supplier

NOW = datetime(2026, 3, 1, 12, 30, tzinfo=timezone.utc)
CATEGORIES = Category(
    name="all",
    children=[
        Category(name="tools", children=[Category(name="hand tools")]),
        Category(name="parts"),
    ],
)


def sku_of(item_id: int) -> UUID:
    return UUID(int=0x5EED << 64 | item_id)


def _item(item_id: int, name: str, price: str, quantity: int, **more) -> Item:
    values = dict(
        id=item_id,
        sku=sku_of(item_id),
        name=name,
        price=Decimal(price),
        quantity=quantity,
        reorder_level=None,
        added_on=date(2026, 1, item_id),
        updated_at=NOW,
    )
    return Item(**{**values, **more})


class Store:
    items: Dict[int, Item]
    orders: Dict[int, Order]
    suppliers: Dict[str, Supplier]
    photos: Dict[int, Photo]
    photo_bytes: Dict[int, bytes]
    labels: Dict[int, str]
    changes: List[StockChange]

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        hammer = _item(
            1, "Hammer", "12.5", 40, reorder_level=10, note="Steel", position=(3, 2, "B"),
            dimensions=Dimensions(width=13, height=32.5), tags=["tool", "steel"], labels={"origin": "NL"},
        )
        saw = _item(2, "Saw", "19.95", 0, status=Status.sold_out, tags=["tool"])
        bolts = _item(3, "Bolts", "0.25", 2500, tags=["part", "steel"], **{"class": "bulk"})
        self.items = {item.id: item for item in (hammer, saw, bolts)}
        self.orders = {}
        self.suppliers = {
            "acme": Supplier(
                name="Acme",
                homepage="https://acme.example/shop",
                opens=time(8, 30),
                lead_time=timedelta(days=2),
                rating=4.5,
                certificate="QUNNRQ==",
                contacts={"sales": Contact(name="Ann", email="ann@acme.example")},
                region="north",
            )
        }
        self.photos = {}
        self.photo_bytes = {}
        self.labels = {}
        self.changes = [
            StockChange(item_id=1, change=40, at=NOW),
            StockChange(item_id=3, change=2500, at=NOW + timedelta(seconds=1)),
            StockChange(item_id=3, change=-100, at=NOW + timedelta(seconds=2)),
        ]
