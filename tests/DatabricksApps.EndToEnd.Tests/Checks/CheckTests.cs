using DatabricksApps.EndToEnd.Tests.ChecksApi;
using DatabricksApps.EndToEnd.Tests.Paging;
using Microsoft.Extensions.DependencyInjection;

namespace DatabricksApps.EndToEnd.Tests.Checks;

/// <summary>What is checked before a call is sent names the same members and places as what the app itself refuses.</summary>
public sealed class CheckTests : IClassFixture<ChecksApp>
{
    private static readonly Order s_order = new() { Code = "AB-1", Quantity = 5, Tags = ["a"] };

    private readonly Asked _asked = new();
    private readonly ChecksClient _client;

    private readonly ChecksApp _app;

    public CheckTests(ChecksApp app)
    {
        _app = app;
        _client = new ChecksClient(new HttpClient(_asked) { BaseAddress = app.BaseAddress });
    }

    public static TheoryData<string> Names => [.. Calls.Select(call => call.Name)];

    private static (string Name, Func<ChecksClient, AppRequestOptions, Task> Call, string[] Members)[] Calls =>
    [
        ("nothing", (client, options) => client.CreateOrderAsync(1, s_order, q: "abc", ids: [1, 2], xToken: "abcd", session: "abc", options: options), []),
        ("a default that breaks its bound and is not sent", (client, options) => client.CreateOrderAsync(1, s_order, options: options), []),
        ("a path", (client, options) => client.CreateOrderAsync(0, s_order, options: options), ["shelf"]),
        ("a query", (client, options) => client.CreateOrderAsync(1, s_order, q: "ab", options: options), ["q"]),
        ("a header", (client, options) => client.CreateOrderAsync(1, s_order, xToken: "abcde", options: options), ["xToken"]),
        ("a cookie", (client, options) => client.CreateOrderAsync(1, s_order, session: "A", options: options), ["session"]),
        ("a list of a query", (client, options) => client.CreateOrderAsync(1, s_order, ids: [1, 2, 3], options: options), ["ids"]),
        ("several", (client, options) => client.CreateOrderAsync(0, new() { Code = "AB-1", Tags = ["a"], Quantity = 7 }, q: "a", options: options), ["shelf", "q", "body.Quantity"]),
        ("a pattern", (client, options) => client.CreateOrderAsync(1, new() { Quantity = 5, Tags = ["a"], Code = "AB-" }, options: options), ["body.Code"]),
        ("a bound below", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Tags = ["a"], Quantity = 0 }, options: options), ["body.Quantity"]),
        ("a bound above", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Tags = ["a"], Quantity = 105 }, options: options), ["body.Quantity"]),
        ("a multiple", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Tags = ["a"], Quantity = 6 }, options: options), ["body.Quantity"]),
        ("a fraction at its bound", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Price = 0.5 }, options: options), []),
        ("a fraction below", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Price = 0.49 }, options: options), ["body.Price"]),
        ("a fraction not below", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Price = 10 }, options: options), ["body.Price"]),
        ("no items", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = [] }, options: options), ["body.Tags"]),
        ("many items", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a", "b", "c"] }, options: options), ["body.Tags"]),
        ("values of a map", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Scores = new Dictionary<string, long> { ["a"] = 0, ["b"] = 1 } }, options: options), ["body.Scores.A"]),
        ("items of a list", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Sizes = [1, 10, 11] }, options: options), ["body.Sizes[1]", "body.Sizes[2]"]),
        ("a tree", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Part = new() { Name = "ab", Parts = [new() { Name = "ab" }, new() { Name = "abcdef", Parts = [new() { Name = "a" }] }] } }, options: options), ["body.Part.Parts[1].Name", "body.Part.Parts[1].Parts[0].Name"]),
        ("characters beyond 16 bits", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Part = new() { Name = "😀😀😀😀😀" } }, options: options), []),
        ("a default that is sent", (client, options) => client.CreateOrderAsync(1, new() { Code = "AB-1", Quantity = 5, Tags = ["a"], Limit = 3 }, options: options), ["body.Limit"]),
        ("fields of a body", (client, options) => client.CreateEmbeddedAsync(4, new() { Name = "a" }, options: options), ["count", "part.Name"]),
        ("a body that is a list", (client, options) => client.CreateListAsync([new() { Name = "ab" }, new() { Name = "a" }], options: options), ["body[1].Name"]),
        ("a form without a text", (client, options) => client.CreateFormAsync("abc", options: options), []),
        ("a list of a query without items", (client, options) => client.CreateOrderAsync(1, s_order, ids: [], options: options), []),
        ("a header with a blank behind it", (client, options) => client.CreateOrderAsync(1, s_order, xToken: "abcd ", options: options), []),
        ("a form", (client, options) => client.CreateFormAsync("abcd", 0, options: options), ["name", "size"]),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_told_as_the_app_tells_it(string name)
    {
        (_, Func<ChecksClient, AppRequestOptions, Task> call, string[] members) = Calls.Single(call => call.Name == name);

        Exception? app = await Record.ExceptionAsync(() => call(_client, new() { CheckRequests = false }));
        Assert.Single(_asked.Sent);
        _asked.Sent.Clear();
        Exception? own = await Record.ExceptionAsync(() => call(_client, new()));

        Assert.Equal(members, MembersOf(own));
        Assert.Equal(MembersOf(app), MembersOf(own));
        Assert.Equal(PlacesOf(app), PlacesOf(own));
        Assert.Equal(members.Length == 0 ? 1 : 0, _asked.Sent.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_and_the_message_says_what_to_do()
    {
        AppValidationException failure = await Assert.ThrowsAsync<AppValidationException>(() => _client.CreateFormAsync("abcd", 0, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(
            "POST /api/form: nothing was sent, since the document refuses 2 values: name: String should have at most 3 characters; " +
            "size: Input should be greater than or equal to 1. Next step: Give values that the document allows. If it is the document that is wrong, " +
            "CheckRequests = false in the options of the call sends them as they are.",
            failure.Message);
        Assert.Equal((AppErrorReason.InvalidRequest, null, "POST", "/api/form"), (failure.Reason, failure.StatusCode, failure.Method, failure.Route));
        Assert.Equal(["abcd", "0"], failure.Errors.Select(error => error.Input.ToString()));
        Assert.Empty(_asked.Sent);
    }

    [Fact]
    public async Task It_is_a_value_where_a_failure_is_expected()
    {
        Assert.IsType<AppValidationException>(await _client.FailureOfAsync(client => client.CreateFormAsync("abcd")));
        Assert.IsType<AppValidationException>((await _client.ResultOfAsync(client => client.CreateListAsync([new() { Name = "a" }]))).Failure);
        Assert.Empty(_asked.Sent);
    }

    // The app's 422 is what is left.
    [Fact]
    public async Task A_client_can_be_told_to_check_nothing()
    {
        int asked = 0;
        ServiceCollection services = new();
        services.AddChecksClient(options =>
        {
            options.BaseAddress = _app.BaseAddress;
            options.TokenProvider = _ => new($"token{++asked}");
            options.CheckRequests = false;
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        ChecksClient client = provider.GetRequiredService<ChecksClient>();

        AppValidationException failure = await Assert.ThrowsAsync<AppValidationException>(() => client.CreateFormAsync("abcd", cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, failure.StatusCode);

        failure = await Assert.ThrowsAsync<AppValidationException>(() => client.CreateFormAsync("abcd", options: new() { CheckRequests = true }, cancellationToken: TestContext.Current.CancellationToken));
        Assert.Null(failure.StatusCode);

        // Of what is refused nobody is asked for a token.
        Assert.Equal(1, asked);
    }

    private static string[] MembersOf(Exception? failure) => failure is null ? [] : [.. Assert.IsType<AppValidationException>(failure).Errors.Select(error => error.Member)];

    private static string[] PlacesOf(Exception? failure) => failure is null ? [] : [.. Assert.IsType<AppValidationException>(failure).Errors.Select(error => string.Join("/", error.Location))];
}
