using System.Net;
using System.Text;
using System.Text.Json;
using DatabricksApps.Auth;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>What the workspace says of the app is in the advice, beside what the client knew itself.</summary>
public sealed class AppAdviceTests
{
    [Fact]
    public void It_adds_to_what_the_client_knows()
    {
        CallAdvice before = Advice("sql");
        CallAdvice with = before.With(App("""{"url":"a.databricksapps.com","user_api_scopes":["files","sql"],"compute_status":{"state":"STOPPED"}}"""));

        Assert.Equal(("shop", "https://ws.example.com", before.Time), (with.App, with.Host, with.Time));
        Assert.Equal(["sql"], with.Scopes);
        Assert.Equal(["files", "sql"], with.AppScopes);
        Assert.Equal(["sql", "files"], with.WantedScopes);
        Assert.Equal("databricks auth login --host https://ws.example.com --scopes sql,files", with.Login);
        Assert.StartsWith("The app shop is stopped.", with.AppState);
        Assert.Empty(before.AppScopes);
        Assert.Null(before.AppState);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(502)]
    [InlineData(503)]
    public void Its_state_is_the_next_step_where_the_app_does_not_answer(int status)
    {
        AppRequest request = Calls.Get();
        request.Advice = Advice("").With(App("""{"url":"a.databricksapps.com","compute_status":{"state":"STOPPED"}}"""));
        using HttpResponseMessage response = new((HttpStatusCode)status);

        Assert.Equal("The app shop is stopped. Start it: databricks apps start shop.", StatusExplanation.Explain(request, response, "").Next);
    }

    [Theory]
    [InlineData("", "files", "the token lacks the scopes files, which the app asks its users for.")]
    [InlineData("sql", "", "the token lacks the scopes sql, which the client asks for.")]
    [InlineData("sql", "files", "the token lacks the scopes sql, files, which the app asks its users for.")]
    public void Whose_scopes_are_missing_is_told(string ofClient, string ofApp, string cause)
    {
        AppRequest request = Calls.Get();
        string scopes = ofApp.Length == 0 ? "[]" : $"[\"{ofApp}\"]";
        request.Advice = Advice(ofClient).With(App($$"""{"url":"a.databricksapps.com","user_api_scopes":{{scopes}}}"""));
        request.SentToken = $"e30.{Convert.ToBase64String(Encoding.ASCII.GetBytes("""{"scope":"other"}""")).TrimEnd('=')}.x";
        using HttpResponseMessage response = new(HttpStatusCode.Forbidden);

        Assert.Equal(cause, StatusExplanation.Explain(request, response, "").Cause);
    }

    [Theory]
    [InlineData("""{"detail":"x"}""", true)]
    [InlineData("5", false)]
    public async Task A_declared_error_counts_before_FastAPIs(string body, bool isDeclared)
    {
        AppErrorReader errors = response => isDeclared ? response.ReadError<JsonElement, AnyJson>() : null;
        AppConnection app = new(StubHandler.Json(body, HttpStatusCode.UnprocessableEntity).Client());

        Exception? seen = await Record.ExceptionAsync(
            () => app.SendAsync<string, StringJson>(Calls.Get(), null, TestContext.Current.CancellationToken, errors));

        Assert.IsType(isDeclared ? typeof(AppException<JsonElement>) : typeof(AppException), seen);
    }

    private static CallAdvice Advice(string scopes)
    {
        string[] wanted = scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DatabricksAppOptions options = new() { AppName = "shop", Host = "https://ws.example.com" };
        return CallAdvice.For(options, AuthSettings.Read(options, wanted, _ => null), wanted, TimeProvider.System);
    }

    private static AppDescription App(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        WorkspaceAnswer answer = new() { Address = "a", Status = HttpStatusCode.OK, MediaType = null, Body = [], RetryAfter = null, RedirectHost = null };
        return AppDescription.Read(document.RootElement, answer, "shop", WorkspaceHost.Parse("https://ws.example.com"));
    }
}
