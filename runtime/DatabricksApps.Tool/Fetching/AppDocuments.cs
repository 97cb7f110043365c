using System.Text;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>A document, and the route that it was found at.</summary>
internal sealed record FoundDocument(ApiDocument Document, string Route)
{
    /// <summary>Gets the scopes that the app asks its users for, as a lock notes them; null: the workspace did not tell.</summary>
    public string? AppScopes { get; init; }
}

/// <summary>
/// Looks for an app's document: at the address that is given, if it is a document's; else FastAPI's, below <c>/api/</c> first,
/// where tokens are taken; else what answers at the path itself; else the app is one of Gradio's.
/// </summary>
internal static class AppDocuments
{
    /// <summary>Finds it.</summary>
    /// <param name="source">Where to look.</param>
    /// <param name="signIn">Who asks.</param>
    /// <param name="wanted">The kind of document; null: any.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="ToolException">There is none.</exception>
    /// <exception cref="AppException">The app cannot be asked.</exception>
    public static async Task<FoundDocument> FindAsync(AppSource source, SignIn signIn, DocumentKind? wanted, CancellationToken cancellationToken)
    {
        try
        {
            using AppCaller caller = AppCaller.Open(source, signIn);
            FoundDocument found = await SearchAsync(caller, source, wanted, cancellationToken);
            return found with { AppScopes = await caller.AppScopesAsync(cancellationToken) };
        }
        catch (AppException exception) when (signIn.SignsNothing && (int?)exception.StatusCode is 401 or 403)
        {
            throw new ToolException(NoDocument.NotSigned(Failure.Of(exception).What));
        }
        catch (AppException exception) when (exception.Reason == AppErrorReason.SignInFailed && source.Address is { IsLoopback: true })
        {
            Failure failure = Failure.Of(exception);
            throw new ToolException(failure with { Next = "an app on this machine that takes no token is fetched with --no-sign-in." + (failure.Next is null ? "" : " Else: " + failure.Next) });
        }
    }

    private static async Task<FoundDocument> SearchAsync(AppCaller caller, AppSource source, DocumentKind? wanted, CancellationToken cancellationToken)
    {
        List<Attempt> attempts = [];
        foreach (string route in wanted == DocumentKind.Gradio ? [] : RoutesOf(source))
        {
            Attempt attempt = await AskAsync(caller, route, source.IsYaml, cancellationToken);
            attempts.Add(attempt);
            if (attempt.Reading is { Document: { Kind: DocumentKind.OpenApi } document } && !IsGradiosOwn(document))
            {
                return new FoundDocument(document, route);
            }

            if (attempt.Reading is { State: DocumentState.Broken or DocumentState.Binary } broken)
            {
                throw new ToolException(
                    $"GET {route}: the answer is no whole document: {broken.Fault}",
                    "the app failed while it wrote it, or something on the way cut it.",
                    "open the address in a browser, and fetch again.");
            }
        }

        bool mayBeGradio = wanted != DocumentKind.OpenApi && !source.IsDocument;
        if (mayBeGradio && await AskGradioAsync(caller, source, attempts, cancellationToken) is { } snapshot)
        {
            return new FoundDocument(snapshot, source.Root);
        }

        throw new ToolException(NoDocument.Explain(source, attempts, wanted, caller.IsSigned));
    }

    private static IEnumerable<string> RoutesOf(AppSource source) =>
        source.IsDocument ? [source.Path + source.Query]
        : source.Root is "" or "/api" ? ["/api/openapi.json", "/openapi.json"]
        : [source.Root + "/api/openapi.json", source.Root + "/openapi.json", source.Path];

    private static async Task<Attempt> AskAsync(AppCaller caller, string route, bool isYaml, CancellationToken cancellationToken)
    {
        try
        {
            return Attempt.Of(route, await caller.GetAsync(route, cancellationToken), isYaml);
        }
        catch (AppException exception) when (SaysOnlyThatNothingIsThere(exception, route))
        {
            return new Attempt(route, null, exception);
        }
    }

    // All else, a token that is refused or an app that is stopped, would be the same at the next address.
    private static bool SaysOnlyThatNothingIsThere(AppException exception, string route) =>
        exception.Reason is AppErrorReason.NotFound or AppErrorReason.MethodNotAllowed or AppErrorReason.Redirected
            or AppErrorReason.ErrorStatus or AppErrorReason.InvalidRequest or AppErrorReason.UnexpectedContent or AppErrorReason.InvalidJson
        || (exception.Reason == AppErrorReason.SignInRequired && !RouteAdvice.IsBelowApi(route) && (int?)exception.StatusCode is >= 300 and < 400);

    private static async Task<ApiDocument?> AskGradioAsync(AppCaller caller, AppSource source, List<Attempt> attempts, CancellationToken cancellationToken)
    {
        try
        {
            string snapshot = await GradioSnapshot.FetchAsync(caller.Connection, source.Root, cancellationToken);
            return DocumentReader.Read(Encoding.UTF8.GetBytes(snapshot)).Document;
        }
        catch (AppException exception) when (SaysOnlyThatNothingIsThere(exception, source.Root + "/config"))
        {
            attempts.Add(new Attempt(source.Root + "/config", null, exception));
            return null;
        }
    }

    // A Gradio app is one of FastAPI, whose document describes Gradio's own routes and nothing of the app.
    private static bool IsGradiosOwn(ApiDocument document) =>
        document.Root.Member("paths").Members().Any(path => path.Name.EndsWith("/queue/join", StringComparison.Ordinal))
        && document.Root.Member("paths").Members().Any(path => path.Name.TrimEnd('/') is "/config");
}
