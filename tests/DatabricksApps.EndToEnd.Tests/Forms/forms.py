"""Gives back what python-multipart and Starlette read of a form."""
import base64

from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route


async def echo(request):
    fields = []
    for name, value in (await request.form()).multi_items():
        if isinstance(value, str):
            fields.append({"name": name, "value": value})
        else:
            content = base64.b64encode(await value.read()).decode()
            fields.append({"name": name, "value": content, "file_name": value.filename, "content_type": value.content_type})
    return JSONResponse(fields)


app = Starlette(routes=[Route("/api/parts", echo, methods=["POST"]), Route("/api/form", echo, methods=["POST"])])
