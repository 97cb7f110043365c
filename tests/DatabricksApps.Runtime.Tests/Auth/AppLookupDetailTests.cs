using System.Net;
using System.Text;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>What the workspace is asked about an app, as whom, and what of its words is told.</summary>
public sealed class AppLookupDetailTests
{
    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();
    private HttpStatusCode _status = HttpStatusCode.OK;
    private string _answer = """{"url":"https://shop-1.aws.databricksapps.com"}""";

    [Theory]
    [InlineData("7", "7")]
    [InlineData(null, null)]
    public async Task The_workspace_of_a_host_of_several_is_named(string? workspaceId, string? header)
    {
        _setup.Options.WorkspaceId = workspaceId;

        SentRequest sent = (await FindAsync()).Last;

        Assert.Equal(("GET /api/2.0/apps/shop", "Bearer of-the-lookup", header, "application/json"), (sent.Line, sent["Authorization"], sent["X-Databricks-Workspace-Id"], sent["Accept"]));
    }

    [Theory]
    [InlineData("""{"message":"not yours."}""", ", not yours. Likely cause")]
    [InlineData("""{"error_code":"NO"}""", ", NO. Likely cause")]
    [InlineData("""{"message":"said","error_code":"NO"}""", ", said. Likely cause")]
    [InlineData("{}", "answered 403 with application/json. Likely cause")]
    [InlineData("no", "answered 403 with application/json. Likely cause")]
    public async Task What_it_says_of_a_refusal_is_told(string answer, string said)
    {
        (_status, _answer) = (HttpStatusCode.Forbidden, answer);

        Assert.Contains(said, (await Assert.ThrowsAsync<AppException>(FindAsync)).Message);
    }

    [Fact]
    public async Task But_no_more_than_three_hundred_characters()
    {
        (_status, _answer) = (HttpStatusCode.NotFound, $$"""{"message":"{{new string('m', 301)}}"}""");

        Assert.Contains($", {new string('m', 300)}\u2026. Likely cause", (await Assert.ThrowsAsync<AppException>(FindAsync)).Message);
    }

    [Theory]
    [InlineData(true, "Likely cause: the program itself, as which the workspace is asked, may not see the app. Next step: Give the program's own identity CAN USE on the app shop")]
    [InlineData(false, "Likely cause: whoever signs in may not see the app. Next step: Give the caller CAN USE on the app shop")]
    public void Who_was_asked_as_is_told(bool isProgram, string text)
    {
        WorkspaceAnswer answer = new()
        {
            Address = "a", Status = HttpStatusCode.Forbidden, MediaType = null, Body = [], RetryAfter = null, RedirectHost = null,
        };

        Assert.Contains(text, AppLookupFailure.Of(answer, null, "shop", WorkspaceHost.Parse("ws.example.com"), "t", isProgram).Message);
    }

    [Theory]
    [InlineData("same", 1)]
    [InlineData("another", 2)]
    public async Task A_refused_token_is_sent_again_only_if_it_is_another(string second, int requests)
    {
        _status = HttpStatusCode.Unauthorized;
        StubHandler stub = Stub();
        Tokens tokens = new("same", second);

        await Assert.ThrowsAsync<AppException>(() => LookupAsync(stub, tokens));

        Assert.Equal(requests, stub.Sent.Count);
        Assert.Equal("same", Assert.Single(tokens.Refused).Value);
    }

    [Fact]
    public async Task One_that_is_taken_is_not_given_back()
    {
        Tokens tokens = new("same", "another");

        AppDescription app = await LookupAsync(Stub(), tokens);

        Assert.Equal("https://shop-1.aws.databricksapps.com/", app.Url.AbsoluteUri);
        Assert.Empty(tokens.Refused);
    }

    [Fact]
    public async Task A_workspace_that_cannot_be_reached_is_explained()
    {
        HttpRequestException thrown = new(HttpRequestError.ConnectionError);
        AppException seen = await Assert.ThrowsAsync<AppException>(() => LookupAsync(new StubHandler(_ => throw thrown), new Tokens("t")));

        Assert.StartsWith("The app shop could not be looked up: no connection to ws.example.com came about. Likely cause: ", seen.Message);
        Assert.Equal((AppErrorReason.Unreachable, thrown), (seen.Reason, seen.InnerException));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task One_that_answers_something_else_too(string answer)
    {
        _answer = answer;

        Assert.StartsWith(
            "The app shop could not be looked up: the workspace did not tell: https://ws.example.com/api/2.0/apps/shop answered 200 with application/json instead of JSON that describes it.",
            (await Assert.ThrowsAsync<AppException>(FindAsync)).Message);
    }

    [Theory]
    [InlineData("""{"compute_status":{"state":"STOPPED"}}""", "Likely cause: The app shop is stopped.")]
    [InlineData("{}", "Likely cause: it was never deployed.")]
    [InlineData("""{"url":""}""", "Likely cause: it was never deployed.")]
    public async Task An_app_without_a_place_may_have_a_state(string answer, string cause)
    {
        _answer = answer;

        AppException seen = await Assert.ThrowsAsync<AppException>(FindAsync);

        Assert.Equal(AppErrorReason.AppUnavailable, seen.Reason);
        Assert.Contains(cause, seen.Message);
    }

    private async Task<StubHandler> FindAsync()
    {
        StubHandler stub = Stub();
        await LookupAsync(stub, new Tokens("of-the-lookup"));
        return stub;
    }

    private StubHandler Stub() => new(_ => new HttpResponseMessage(_status) { Content = new StringContent(_answer, Encoding.UTF8, "application/json") });

    private async Task<AppDescription> LookupAsync(StubHandler stub, ITokenSource tokens) => await new AppLookup(
        "shop", () => _setup.Context().Settings, tokens, new WorkspaceClient(() => new HttpClient(stub, disposeHandler: false), _setup.Time), _setup.Log)
        .FindAsync(TestContext.Current.CancellationToken);

    private sealed class Tokens(params string[] values) : ITokenSource
    {
        private int _next;

        public List<AppToken> Refused { get; } = [];

        public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken) => new(new AppToken(values[_next++]));

        public void Invalidate(AppToken refused) => Refused.Add(refused);
    }
}
