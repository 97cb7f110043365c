using System.Net;
using System.Text;
using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Operations.Models;

namespace DatabricksApps.Gen.Tests.Emit.Operations;

public class AnswerTests
{
    [Fact]
    public async Task JSON_text_files_and_nothing()
    {
        EmittedClient client = EmittedClient.Load(
            Client(
                Operation("JsonAsync") with { Response = Json(ListType) },
                Operation("TextAsync") with { Response = NoResponse with { Kind = ResponseKind.Text, Accept = "text/plain" } },
                Operation("FileAsync") with { Response = NoResponse with { Kind = ResponseKind.File, Accept = "*/*" } },
                Operation("NoneAsync", "DELETE")),
            "[\"a\"]");

        Assert.Equal(["a"], (IReadOnlyList<string>)(await client.CallAsync("JsonAsync"))!);
        Assert.Equal("GET /api/x\nAccept: application/json\n", client.Sent);
        Assert.Equal("[\"a\"]", await client.CallAsync("TextAsync"));
        await using AppFile file = (AppFile)(await client.CallAsync("FileAsync"))!;
        Assert.Equal("GET /api/x\nAccept: */*\n", client.Sent);
        await client.CallAsync("NoneAsync");
        Assert.Equal("DELETE /api/x\n", client.Sent);
    }

    [Fact]
    public async Task An_answer_that_may_be_empty_is_null()
    {
        EmittedClient client = EmittedClient.Load(
            Client(
                Operation("ListAsync") with { Response = Json(ListType.AsNullable()) },
                Operation("NumberAsync") with { Response = Json(Int64Type.AsNullable()) }),
            _ => new HttpResponseMessage(HttpStatusCode.NoContent));

        Assert.Null(await client.CallAsync("ListAsync"));
        Assert.Null(await client.CallAsync("NumberAsync"));
    }

    [Fact]
    public async Task Streams()
    {
        OperationModel Stream(string name, ResponseKind kind, TypeRef? type) =>
            Operation(name) with { Response = NoResponse with { Kind = kind, Type = type } };
        EmittedClient client = EmittedClient.Load(
            Client(
                Stream("LinesAsync", ResponseKind.Lines, Int64Type),
                Stream("EventsAsync", ResponseKind.Events, Int64Type),
                Stream("TextsAsync", ResponseKind.Events, StringType)),
            request => new HttpResponseMessage { Content = new StringContent(request.Headers.Contains("X-Lines") ? "1\n2\n" : "data: 1\n\ndata: 2\n\n") });

        AppRequestOptions lines = new() { Headers = { ["X-Lines"] = "1" } };
        Assert.Equal([1, 2], await ToListAsync((IAsyncEnumerable<long>)(await client.CallAsync("LinesAsync", ("options", lines)))!));
        Assert.Equal([1, 2], (await ToListAsync((IAsyncEnumerable<AppEvent<long>>)(await client.CallAsync("EventsAsync"))!)).Select(e => e.Data));
        Assert.Equal(["1", "2"], (await ToListAsync((IAsyncEnumerable<AppEvent<string>>)(await client.CallAsync("TextsAsync"))!)).Select(e => e.Data));
    }

    [Fact]
    public async Task Of_several_successes_each_has_its_case()
    {
        TypeRef union = TypeRef.Named(TypeKind.Union, "Result");
        OperationModel operation = Operation("PutAsync", "PUT") with
        {
            Response = new ResponseModel(
                ResponseKind.Union, union.AsNullable(), "application/json, text/plain",
                EquatableArray.Create(
                    new ResponseCaseModel(200, 200, ResponseKind.Json, "Int64", Int64Type),
                    new ResponseCaseModel(202, 202, ResponseKind.Text, "String", StringType),
                    new ResponseCaseModel(204, 204, ResponseKind.None, null, null),
                    new ResponseCaseModel(200, 299, ResponseKind.Json, "Int64", Int64Type)),
                DocModel.None),
        };
        UnionTypeModel type = new(
            "Result", "put", DocModel.None, false, null,
            EquatableArray.Create(
                new UnionCaseModel("Int64", Int64Type, EquatableArray<string>.Empty), new UnionCaseModel("String", StringType, EquatableArray<string>.Empty)));
        HttpStatusCode status = HttpStatusCode.OK;

        // A property of the union's name: expressions must still find the type.
        EmittedClient client = EmittedClient.Load(
            Client(
                [
                    new GroupModel(null, "ShopClient", DocModel.None, EquatableArray.Create(operation)),
                    new GroupModel("Result", "ResultOperations", DocModel.None, EquatableArray.Create(Operation("GetAsync"))),
                ],
                type),
            _ => new HttpResponseMessage(status) { Content = new StringContent("5") });

        Assert.Equal("5", (await client.CallAsync("PutAsync"))!.ToString());
        status = HttpStatusCode.Accepted;
        object text = (await client.CallAsync("PutAsync"))!;
        object?[] found = [null];
        Assert.True((bool)text.GetType().GetMethod("TryGetString")!.Invoke(text, found)!);
        Assert.Equal("5", found[0]);
        status = HttpStatusCode.NoContent;
        Assert.Null(await client.CallAsync("PutAsync"));
    }

    [Fact]
    public async Task Declared_errors_are_typed_by_their_status()
    {
        EquatableArray<ErrorModel> errors = EquatableArray.Create(
            new ErrorModel(409, 409, ErrorBody.Typed, ListType, "Taken \"by\" {others}\n*/"),
            new ErrorModel(422, 422, ErrorBody.Validation, null, null),
            new ErrorModel(400, 499, ErrorBody.Typed, Int64Type, null),
            new ErrorModel(400, 499, ErrorBody.Typed, ListType, null),
            new ErrorModel(500, 599, ErrorBody.Typed, Int64Type, null),
            new ErrorModel(400, 599, ErrorBody.Typed, Int64Type, null));
        string body = "";
        HttpStatusCode status = HttpStatusCode.OK;
        EmittedClient client = EmittedClient.Load(
            Client(
                Operation("OneAsync") with { Response = Json(Int64Type), Errors = errors },
                Operation("TwoAsync") with { Errors = errors },
                Operation("PlainAsync") with { Errors = EquatableArray.Create(new ErrorModel(422, 422, ErrorBody.Validation, null, "Validation Error")) }),
            _ => new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });

        (status, body) = (HttpStatusCode.Conflict, "[\"a\"]");
        Assert.Equal(["a"], (await Assert.ThrowsAsync<AppException<IReadOnlyList<string>>>(() => client.CallAsync("OneAsync"))).Error);
        (status, body) = (HttpStatusCode.BadRequest, "7");
        Assert.Equal(7, (await Assert.ThrowsAsync<AppException<long>>(() => client.CallAsync("TwoAsync"))).Error);
        (status, body) = (HttpStatusCode.BadRequest, "<html>");
        await Assert.ThrowsAsync<AppException>(() => client.CallAsync("TwoAsync"));
        (status, body) = ((HttpStatusCode)422, """{"detail":[{"loc":["query","q"],"msg":"m","type":"t"}]}""");
        await Assert.ThrowsAsync<AppValidationException>(() => client.CallAsync("OneAsync"));
        await Assert.ThrowsAsync<AppValidationException>(() => client.CallAsync("PlainAsync"));
    }

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items.WithCancellation(TestContext.Current.CancellationToken))
        {
            list.Add(item);
        }

        return list;
    }
}
