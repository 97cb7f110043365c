using System.Net;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

public class ValidationTests
{
    [Fact]
    public async Task FastAPIs_errors_are_read_whole()
    {
        AppValidationException exception = await FailAsync(
            """
            {"detail":[{"type":"greater_than","loc":["body","line_items",0,"unit_price"],"msg":"Input should be greater than 0",
            "input":-1,"ctx":{"gt":0},"url":"https://errors.pydantic.dev/2/v/greater_than"}]}
            """);

        AppValidationError error = Assert.Single(exception.Errors);
        Assert.Equal("body.LineItems[0].UnitPrice", error.Member);
        Assert.Equal("Input should be greater than 0", error.Message);
        Assert.Equal("greater_than", error.Type);
        Assert.Equal([new("body", null), new("line_items", null), new(null, 0), new("unit_price", null)], error.Location);
        Assert.Equal(-1, error.Input!.Value.GetInt32());
        Assert.Equal(0, error.Context!.Value.GetProperty("gt").GetInt32());
        Assert.Equal("https://errors.pydantic.dev/2/v/greater_than", error.Url);
        Assert.Equal(
            "POST /api/items: the app refused a value (422): body.LineItems[0].UnitPrice: Input should be greater than 0.", exception.Message);
        Assert.Equal((HttpStatusCode)422, exception.StatusCode);
    }

    [Theory]
    [InlineData("""["query","page_size"]""", "pageSize")]
    [InlineData("""["path","item_id"]""", "itemId")]
    [InlineData("""["header","x-token"]""", "xToken")]
    [InlineData("""["cookie","session_id"]""", "sessionId")]
    [InlineData("""["query"]""", "query")]
    [InlineData("""["other","name"]""", "other.Name")]
    [InlineData("""["query","tags",2]""", "tags[2]")]
    [InlineData("""["body"]""", "body")]
    [InlineData("""["body","name"]""", "body.Name")]
    [InlineData("""["body","__root__",1]""", "body[1]")]
    [InlineData("""[]""", "")]
    public async Task A_place_names_the_CSharp_member(string loc, string member)
    {
        // pydantic 1 has neither input nor url.
        AppValidationException exception = await FailAsync(
            $$"""{"detail":[{"loc":{{loc}},"msg":"field required","type":"value_error.missing"}]}""");

        Assert.Equal(member, exception.Errors[0].Member);
        Assert.Null(exception.Errors[0].Input);
    }

    [Fact]
    public async Task The_fields_of_a_body_are_parameters()
    {
        AppRequest request = Calls.Post();
        request.StartForm("application/x-www-form-urlencoded", isRequired: true);

        AppValidationException exception = await FailAsync("""{"detail":[{"loc":["body","user_name"],"msg":"Field required","type":"missing"}]}""", request);

        Assert.Equal("userName", exception.Errors[0].Member);
    }

    [Fact]
    public async Task A_detail_of_text_is_one_error()
    {
        AppValidationException exception = await FailAsync("""{"detail":"No such colour"}""");

        Assert.Equal("No such colour", Assert.Single(exception.Errors).ToString());
    }

    [Fact]
    public async Task What_stands_beside_the_detail_changes_nothing()
    {
        AppValidationException exception = await FailAsync("""{"trace":{"detail":"inner"},"detail":"No such colour","at":[{"detail":"last"}]}""");

        Assert.Equal("No such colour", Assert.Single(exception.Errors).ToString());
    }

    [Theory]
    [InlineData(2, "the app refused 2 values (422): body: No 0.; body: No 1.")]
    [InlineData(6, "the app refused 6 values (422): body: No 0.; body: No 1.; body: No 2.; body: No 3.; body: No 4.; and 1 more.")]
    public async Task The_message_tells_the_first_five_and_the_request(int count, string refused)
    {
        string errors = string.Join(',', Enumerable.Range(0, count).Select(i => $$"""{"loc":["body"],"msg":"No {{i}}."}"""));
        StubHandler stub = new(_ => new HttpResponseMessage((HttpStatusCode)422)
        {
            Content = new StringContent($$"""{"detail":[{{errors}}]}"""),
            Headers = { { "X-Request-Id", "abc" } },
        });

        AppValidationException exception = await Assert.ThrowsAsync<AppValidationException>(
            () => new AppConnection(stub.Client()).StringAsync(Calls.Post()));

        Assert.Equal($"POST /api/items: {refused} (request id abc)", exception.Message);
        Assert.Equal("abc", exception.RequestId);
    }

    [Theory]
    [InlineData("""{"detail":{"a":1}}""")]
    [InlineData("""{"detail":[]}""")]
    [InlineData("""{"detail":[1]}""")]
    [InlineData("""{"detail":[{"loc":["query","a"],"msg":"m"},"text"]}""")]
    [InlineData("""{"detail":["text",{"loc":["query","a"],"msg":"m"}]}""")]
    [InlineData("""{"error":{"detail":"of something else"},"code":1}""")]
    [InlineData("""{"errors":[{"detail":[{"loc":["query","a"],"msg":"m"}]}],"code":1}""")]
    [InlineData("""{"errors":[]}""")]
    [InlineData("""[]""")]
    [InlineData("""<html>""")]
    public async Task Another_body_falls_back(string body)
    {
        AppConnection app = new(StubHandler.Json(body, (HttpStatusCode)422).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(Calls.Get()));

        Assert.Equal(AppErrorReason.InvalidRequest, exception.Reason);
        Assert.Equal(body, exception.Body);
    }

    private static Task<AppValidationException> FailAsync(string body, AppRequest? request = null) =>
        Assert.ThrowsAsync<AppValidationException>(() =>
            new AppConnection(StubHandler.Json(body, (HttpStatusCode)422).Client()).StringAsync(request ?? Calls.Post()));
}
