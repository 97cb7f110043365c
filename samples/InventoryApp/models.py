"""What the inventory app takes and gives."""
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any, Dict, Generic, List, Optional, Set, Tuple, TypeVar, Union
from uuid import UUID

from pydantic import BaseModel, Field, HttpUrl, SecretStr
from typing_extensions import Literal

from compat import Base64, GenericModel, nullable

T = TypeVar("T")


class Status(str, Enum):
    """Whether an item can be sold."""

    in_stock = "in-stock"
    sold_out = "sold-out"
    discontinued = "discontinued"


class Priority(IntEnum):
    """How soon an order is packed."""

    low = 1
    normal = 2
    urgent = 3


class Dimensions(BaseModel):
    """The outer size of an item."""

    width: float
    height: float
    depth: float = Field(0, description="Zero for what is flat.")
    unit: Literal["cm"] = "cm"


class NewItem(BaseModel):
    """What is needed to add an item."""

    name: str = Field(..., min_length=1, max_length=100)
    price: Decimal = Field(..., gt=0)
    reorder_level: Optional[int] = nullable(..., description="Null: never reorder.")
    quantity: int = Field(0, ge=0)
    status: Status = Status.in_stock
    class_: str = Field("standard", alias="class", description="The storage class.")
    note: Optional[str] = nullable()
    dimensions: Optional[Dimensions] = None
    position: Optional[Tuple[int, int, str]] = Field(None, description="Aisle, shelf and bin.")
    tags: List[str] = []
    labels: Dict[str, str] = {}


class Item(NewItem):
    """An item of the inventory."""

    kind: Literal["item"] = "item"
    id: int
    sku: UUID
    added_on: date
    updated_at: datetime


class ItemPatch(BaseModel):
    """Changes to an item: what is left out stays as it is, a null note removes the note."""

    name: Optional[str] = Field(None, min_length=1, max_length=100)
    price: Optional[Decimal] = Field(None, gt=0)
    quantity: Optional[int] = Field(None, ge=0)
    status: Optional[Status] = None
    note: Optional[str] = nullable()
    tags: Optional[List[str]] = None


class Page(GenericModel, Generic[T]):
    """One page of a list."""

    items: List[T]
    total: int
    next_offset: Optional[int] = nullable()


class Contact(BaseModel):
    name: str
    email: Optional[str] = None


class Supplier(BaseModel, extra="allow"):
    """Who delivers. Members that the app does not know are kept."""

    kind: Literal["supplier"] = "supplier"
    name: str
    homepage: HttpUrl
    opens: time
    lead_time: timedelta
    rating: Optional[float] = nullable(ge=0, le=5)
    certificate: Optional[Base64] = None
    contacts: Dict[str, Contact] = {}


class Credentials(BaseModel, extra="forbid"):
    """How the app signs in at a supplier."""

    user: str
    password: SecretStr


class Category(BaseModel):
    """A node of the category tree."""

    name: str
    children: List["Category"] = []


class CardPayment(BaseModel):
    method: Literal["card"]
    last_digits: str = Field(..., min_length=4, max_length=4)


class InvoicePayment(BaseModel):
    method: Literal["invoice"]
    due: date
    purchase_order: Union[int, str]


class OrderLine(BaseModel):
    item_id: int
    quantity: int = Field(1, ge=1)


class NewOrder(BaseModel):
    lines: List[OrderLine]
    payment: Union[CardPayment, InvoicePayment] = Field(..., discriminator="method")
    priority: Priority = Priority.normal


class Order(NewOrder):
    id: int
    state: Literal["open", "shipped", "cancelled"]
    placed_at: datetime
    total: Decimal


class Address(BaseModel):
    street: str
    city: str
    country: str = "NL"


class Shipment(BaseModel):
    order_id: int
    to: Address
    carrier: str
    gift: bool
    arrives_on: date


class Quote(BaseModel):
    total: Decimal
    express: bool
    coupons: List[str]


class Reserved(BaseModel):
    item_id: int
    reserved: int


class Waiting(BaseModel):
    item_id: int
    missing: int


class Photo(BaseModel):
    file_name: str
    content_type: str
    size: int
    caption: Optional[str] = None


class StockChange(BaseModel):
    """Sent whenever the stock of an item changes."""

    item_id: int
    change: int
    at: datetime


class Statistics(BaseModel):
    by_status: Dict[str, int]
    price_range: Tuple[Decimal, Decimal]
    largest: Optional[Item] = nullable()
    settings: Dict[str, Any] = {}
    remarks: Any = None


class Caller(BaseModel):
    """What the app saw of the request."""

    language: Optional[str] = nullable()
    depth: int
    theme: str
    numbers: List[int]
    distinct: Set[int]


class NotFound(BaseModel):
    """There is no such thing."""

    what: str
    id: str


class NameTaken(BaseModel):
    """Another item has that name."""

    name: str
    existing_id: int
