"""Books: an app of Django REST framework whose document drf-spectacular writes."""
import datetime
import io
import json
import sys
import uuid

import django
from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework", "drf_spectacular"],
    MIDDLEWARE=[],
    REST_FRAMEWORK={
        "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    },
    ROOT_URLCONF=__name__,
    SECRET_KEY="tests",
    SPECTACULAR_SETTINGS={"TITLE": "Books", "VERSION": "1.0.0", "COMPONENT_SPLIT_REQUEST": True, "SERVE_INCLUDE_SCHEMA": False},
    TIME_ZONE="UTC",
    USE_TZ=True,
)
django.setup()

from django.core.servers.basehttp import run  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import FileResponse, StreamingHttpResponse  # noqa: E402
from django.urls import include, path  # noqa: E402
from drf_spectacular.types import OpenApiTypes  # noqa: E402
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, PolymorphicProxySerializer, extend_schema, inline_serializer  # noqa: E402
from drf_spectacular.views import SpectacularJSONAPIView  # noqa: E402
from rest_framework import pagination, parsers, routers, serializers, status, viewsets  # noqa: E402
from rest_framework.decorators import action, api_view  # noqa: E402
from rest_framework.exceptions import NotFound  # noqa: E402
from rest_framework.response import Response  # noqa: E402


class AuthorSerializer(serializers.Serializer):
    name = serializers.CharField()
    born = serializers.DateField(required=False)


class BookSerializer(serializers.Serializer):
    id = serializers.UUIDField(read_only=True)
    title = serializers.CharField(max_length=20)
    price = serializers.DecimalField(max_digits=8, decimal_places=2)
    binding = serializers.ChoiceField(choices=[("hard", "Hard cover"), ("soft", "Soft cover")])
    grade = serializers.ChoiceField(choices=[("a", "A"), ("b", "B")], allow_null=True, allow_blank=True, required=False)
    printed = serializers.DateField()
    added = serializers.DateTimeField(read_only=True)
    opens = serializers.TimeField(required=False)
    loan = serializers.DurationField(required=False)
    tags = serializers.ListField(child=serializers.CharField(), default=list)
    author = AuthorSerializer(allow_null=True, required=False)
    stock = serializers.DictField(child=serializers.IntegerField(), required=False)
    weight = serializers.FloatField(allow_null=True, required=False)
    extra = serializers.JSONField(required=False)


class CoverSerializer(serializers.Serializer):
    cover = serializers.FileField()
    caption = serializers.CharField(required=False)
    page = serializers.IntegerField(min_value=1)


class LoanSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=["loan"])
    until = serializers.DateField()


class SaleSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=["sale"])
    price = serializers.DecimalField(max_digits=8, decimal_places=2)


class ProblemSerializer(serializers.Serializer):
    detail = serializers.CharField()


class LineSerializer(serializers.Serializer):
    n = serializers.IntegerField()
    text = serializers.CharField()


LAMP = {
    "id": uuid.UUID("11111111-2222-3333-4444-555555555555"),
    "title": "Lamp",
    "price": "12.50",
    "binding": "hard",
    "grade": "a",
    "printed": datetime.date(2026, 3, 1),
    "added": datetime.datetime(2026, 3, 1, 12, 30, 0, 250000, datetime.timezone.utc),
    "opens": datetime.time(8, 30),
    "loan": datetime.timedelta(days=1, hours=2),
    "tags": ["light", "oak"],
    "author": {"name": "Ada", "born": datetime.date(1815, 12, 10)},
    "stock": {"north": 3},
    "weight": 1.25,
    "extra": {"any": [1, None]},
}
RUG = {**LAMP, "id": uuid.UUID("66666666-7777-8888-9999-000000000000"), "title": "Rug", "binding": "soft", "grade": None, "author": None, "weight": None}

EVENT = PolymorphicProxySerializer("Event", {"loan": LoanSerializer, "sale": SaleSerializer}, "kind")
INVALID = inline_serializer("Invalid", {"title": serializers.ListField(child=serializers.CharField(), required=False)})


def find(pk):
    for book in (LAMP, RUG):
        if str(book["id"]) == str(pk):
            return book
    raise NotFound(f"There is no book {pk}.")


class Pages(pagination.LimitOffsetPagination):
    default_limit = 10

    def get_paginated_response_schema(self, schema):
        """The framework's, whose examples are addresses of a host that is none of this app's."""
        page = super().get_paginated_response_schema(schema)
        for member in page["properties"].values():
            member.pop("example", None)
        return page


class BookViewSet(viewsets.GenericViewSet):
    pagination_class = Pages
    serializer_class = BookSerializer
    queryset = []
    lookup_value_regex = "[0-9a-f-]{36}"
    lookup_field = "book_id"

    @extend_schema(parameters=[
        OpenApiParameter("binding", enum=["hard", "soft"]),
        OpenApiParameter("tag", OpenApiTypes.STR, many=True),
        OpenApiParameter("printed_since", OpenApiTypes.DATE),
        OpenApiParameter("X-Team", OpenApiTypes.STR, OpenApiParameter.HEADER),
    ])
    def list(self, request):
        query = request.query_params
        books = [
            book for book in (LAMP, RUG)
            if query.get("binding") in (None, book["binding"])
            and all(tag in book["tags"] for tag in query.getlist("tag"))
            and ("printed_since" not in query or book["printed"] >= datetime.date.fromisoformat(query["printed_since"]))
            and request.headers.get("X-Team") != "nobody"
        ]
        return self.get_paginated_response(self.get_serializer(self.paginate_queryset(books), many=True).data)

    @extend_schema(responses={200: BookSerializer, 404: ProblemSerializer}, parameters=[OpenApiParameter("book_id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    def retrieve(self, request, book_id):
        return Response(self.get_serializer(find(book_id)).data)

    @extend_schema(responses={201: BookSerializer, 400: INVALID})
    def create(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        book = {"id": LAMP["id"], "added": LAMP["added"], **serializer.validated_data}
        return Response(self.get_serializer(book).data, status.HTTP_201_CREATED)

    @extend_schema(parameters=[OpenApiParameter("book_id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    def partial_update(self, request, book_id):
        serializer = self.get_serializer(find(book_id), data=request.data, partial=True)
        serializer.is_valid(raise_exception=True)
        return Response(self.get_serializer({**find(book_id), **serializer.validated_data}).data)

    @extend_schema(parameters=[OpenApiParameter("book_id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    def destroy(self, request, book_id):
        return Response(status=status.HTTP_204_NO_CONTENT)

    @extend_schema(
        request={"multipart/form-data": CoverSerializer},
        responses=inline_serializer("Uploaded", {"name": serializers.CharField(), "type": serializers.CharField(), "size": serializers.IntegerField(), "text": serializers.CharField()}),
        parameters=[OpenApiParameter("book_id", OpenApiTypes.UUID, OpenApiParameter.PATH)],
    )
    @action(detail=True, methods=["post"], parser_classes=[parsers.MultiPartParser], serializer_class=CoverSerializer)
    def cover(self, request, book_id):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        sent = serializer.validated_data
        cover = sent["cover"]
        return Response({"name": cover.name, "type": cover.content_type, "size": cover.size, "text": f"{sent['page']}: {sent.get('caption')}"})

    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY}, parameters=[OpenApiParameter("book_id", OpenApiTypes.UUID, OpenApiParameter.PATH)])
    @action(detail=True, methods=["get"])
    def sample(self, request, book_id):
        return FileResponse(io.BytesIO(b"%PDF"), filename="lamp \u00fc.pdf", as_attachment=True, content_type="application/pdf")

    @extend_schema(responses={(200, "application/x-ndjson"): OpenApiResponse(LineSerializer)}, filters=False)
    @action(detail=False, methods=["get"], pagination_class=None)
    def lines(self, request):
        return StreamingHttpResponse((json.dumps({"n": n, "text": "\u00fc"}) + "\n" for n in (1, 2)), content_type="application/x-ndjson")


class NumberSerializer(serializers.Serializer):
    n = serializers.IntegerField()


class MarkSerializer(NumberSerializer):
    """The framework names a page after what is in it."""


class Numbers(list):
    """What the framework asks of a queryset to give pages by cursor."""

    def order_by(self, *names):
        return Numbers(sorted(self, key=lambda number: number["n"], reverse=names[0].startswith("-")))

    def filter(self, **rule):
        (name, value), = rule.items()
        return Numbers(number for number in self if (number["n"] > int(value) if name.endswith("__gt") else number["n"] < int(value)))


class WithoutExamples:
    def get_paginated_response_schema(self, schema):
        page = super().get_paginated_response_schema(schema)
        for member in page["properties"].values():
            member.pop("example", None)
        return page


class ByPage(WithoutExamples, pagination.PageNumberPagination):
    page_size = 3
    page_size_query_param = "page_size"


class ByCursor(WithoutExamples, pagination.CursorPagination):
    page_size = 3
    ordering = "n"


class NumberViewSet(viewsets.GenericViewSet):
    serializer_class = NumberSerializer
    queryset = Numbers({"n": n} for n in range(1, 8))

    @extend_schema(responses=NumberSerializer(many=True), operation_id="numbers_by_page", filters=True)
    @action(detail=False, methods=["get"], pagination_class=ByPage)
    def by_page(self, request):
        return self.get_paginated_response(self.get_serializer(self.paginate_queryset(self.queryset), many=True).data)

    @extend_schema(responses=MarkSerializer(many=True), operation_id="numbers_by_cursor", filters=True)
    @action(detail=False, methods=["get"], pagination_class=ByCursor, serializer_class=MarkSerializer)
    def by_cursor(self, request):
        return self.get_paginated_response(self.get_serializer(self.paginate_queryset(self.queryset), many=True).data)


@extend_schema(request=EVENT, responses=EVENT)
@api_view(["POST"])
def events(request):
    return Response(request.data)


@extend_schema(request={"application/x-www-form-urlencoded": AuthorSerializer}, responses=AuthorSerializer)
@api_view(["POST"])
def authors(request):
    serializer = AuthorSerializer(data=request.data)
    serializer.is_valid(raise_exception=True)
    return Response(serializer.data)


router = routers.SimpleRouter()
router.register("books", BookViewSet, basename="book")
router.register("numbers", NumberViewSet, basename="number")
urlpatterns = [
    path("api/", include(router.urls)),
    path("api/events/", events),
    path("api/authors/", authors),
    path("api/openapi.json", SpectacularJSONAPIView.as_view()),
]

if __name__ == "__main__":
    # What "runserver" runs, without its look for a database.
    run("127.0.0.1", int(sys.argv[1]), get_wsgi_application(), threading=True)
