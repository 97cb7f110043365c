"""An app that asks much of the values that it is sent."""
import json
import sys
from decimal import Decimal
from typing import Dict, List, Optional

from fastapi import Body, Cookie, FastAPI, Form, Header, Path, Query
from pydantic import BaseModel, Field, conint, conlist, constr

app = FastAPI(title="Checks")


class Part(BaseModel):
    name: constr(min_length=2, max_length=5)
    parts: List["Part"] = []


class Order(BaseModel):
    code: str = Field(regex="^[A-Z]{2}-[0-9]+$")
    quantity: int = Field(gt=0, le=100, multiple_of=5)
    price: Optional[float] = Field(None, ge=0.5, lt=10)
    cost: Optional[Decimal] = Field(None, gt=0)
    tags: conlist(str, min_items=1, max_items=2)
    scores: Dict[str, conint(ge=1)] = {}
    sizes: Optional[List[conint(lt=10)]] = None
    part: Optional[Part] = None
    limit: int = Field(0, ge=10)


@app.post("/api/orders/{shelf}")
def create_order(
    order: Order,
    shelf: int = Path(ge=1),
    q: Optional[str] = Query(None, min_length=3),
    ids: List[int] = Query([], max_items=2),
    x_token: Optional[str] = Header(None, max_length=4),
    session: Optional[str] = Cookie(None, regex="^[a-z]+$"),
):
    return order


@app.post("/api/embedded")
def create_embedded(count: int = Body(le=3), part: Part = Body()):
    return count


@app.post("/api/list")
def create_list(parts: List[Part]):
    return len(parts)


@app.post("/api/form")
def create_form(name: str = Form(max_length=3), size: int = Form(0, ge=1)):
    return name


if __name__ == "__main__":
    print(json.dumps(app.openapi(), indent=2), file=open(sys.argv[1], "w"))
