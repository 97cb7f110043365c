"""Lists in pages, as FastAPI apps have them: plain, fastapi-pagination's pages, a cursor, the header Link; and some that lie."""
import json
import sys
from typing import List, Optional

from fastapi import FastAPI, Query, Request, Response
from pydantic import BaseModel

NUMBERS = list(range(1, 8))


class Number(BaseModel):
    n: int


class Page(BaseModel):
    """fastapi-pagination's Page[T]."""
    items: List[Number]
    total: int
    page: int
    size: int
    pages: int


class LimitOffsetPage(BaseModel):
    """fastapi-pagination's LimitOffsetPage[T]."""
    items: List[Number]
    total: int
    limit: int
    offset: int


class CursorPage(BaseModel):
    numbers: List[Number]
    next_cursor: Optional[str] = None


app = FastAPI(title="Paging")


def some(start: int, count: int, least: int = 0) -> List[Number]:
    return [Number(n=n) for n in NUMBERS if n >= least][start:start + count]


@app.get("/api/plain", response_model=List[Number])
def plain(skip: int = 0, limit: int = 3, least: int = 0):
    return some(skip, limit, least)


@app.get("/api/pages", response_model=Page)
def pages(page: int = Query(1, ge=1), size: int = Query(50, ge=1, le=100)):
    return Page(items=some((page - 1) * size, size), total=len(NUMBERS), page=page, size=size, pages=-(-len(NUMBERS) // size))


@app.get("/api/offsets", response_model=LimitOffsetPage)
def offsets(limit: int = Query(50, ge=1, le=100), offset: int = Query(0, ge=0)):
    return LimitOffsetPage(items=some(offset, limit), total=len(NUMBERS), limit=limit, offset=offset)


@app.get("/api/cursors", response_model=CursorPage)
def cursors(cursor: Optional[str] = None, limit: int = 3):
    start = int(cursor[1:]) if cursor else 0
    end = start + limit
    return CursorPage(numbers=some(start, limit), next_cursor=f"/{end}" if end < len(NUMBERS) else None)


@app.get("/api/links", response_model=List[Number], responses={200: {"headers": {"Link": {"schema": {"type": "string"}}}}})
def links(request: Request, response: Response, start: int = 0, least: int = 0):
    rest = some(start, 100, least)
    if len(rest) > 3:
        response.headers["Link"] = f'<{request.url.include_query_params(start=start + 3)}>; rel="next", </api/links>; rel="first"'
    return rest[:3]


@app.get("/api/lies/ignored", response_model=List[Number])
def ignored(offset: int = 0, limit: int = 3):
    return some(0, 3)


@app.get("/api/lies/circle", response_model=CursorPage)
def circle(cursor: Optional[str] = None):
    return CursorPage(numbers=[Number(n=ord(cursor or "`"))], next_cursor={"a": "b", "b": "c"}.get(cursor or "", "a"))


if __name__ == "__main__":
    print(json.dumps(app.openapi(), indent=2), file=open(sys.argv[1], "w"))
