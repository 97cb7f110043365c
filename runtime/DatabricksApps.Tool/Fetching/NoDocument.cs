using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Fetching;

/// <summary>Why no document was found, concluded from what each address answered.</summary>
internal static class NoDocument
{
    private const string ServeIt = "FastAPI(openapi_url=\"/api/openapi.json\")";

    /// <summary>Explains it.</summary>
    public static Failure Explain(AppSource source, IReadOnlyList<Attempt> attempts, DocumentKind? wanted, bool isSigned)
    {
        string asked = string.Join(", ", attempts.Select(attempt => attempt.Route));
        if (wanted == DocumentKind.Gradio)
        {
            return attempts is [{ Refusal: { } refusal }] ? Failure.Of(refusal) : new Failure($"{source} is no Gradio app (asked: {asked})");
        }

        // A name of another kind of document was found.
        if (attempts.FirstOrDefault(attempt => attempt.Reading?.State is DocumentState.Good) is { } other && wanted is not null)
        {
            return new Failure(
                $"GET {other.Route}: the app describes Gradio's own routes there, none of its endpoints",
                "it is a Gradio app.",
                "name the file *.gradio.json, or leave its name out.");
        }

        bool answersPages = attempts.Any(attempt => attempt.IsHtml);
        bool hasNothingElse = attempts.All(attempt => attempt.IsHtml || !attempt.IsAppsOwn404);
        if (answersPages && hasNothingElse)
        {
            string framework = FrameworkOf(attempts);
            return new Failure(
                $"{source} answers pages for people, also where an API would be (asked: {asked})",
                $"{framework} It has no API that a program could call.",
                "the app's author puts one beside it: a FastAPI app whose routes lie below /api/, that serves its document there: " + ServeIt + ".");
        }

        if (!isSigned && attempts.Any(attempt => attempt.IsLogin))
        {
            return NotSigned($"{source} redirects to a login page (asked: {asked})");
        }

        if (isSigned && attempts.Any(attempt => attempt.IsLogin))
        {
            return new Failure(
                $"the app has no document below /api/, and the front door redirects elsewhere to the login page (asked: {asked})",
                "the app serves its document at /openapi.json; tokens are taken below /api/ alone.",
                $"the app's author serves it there: {ServeIt}; a Gradio app is mounted there, gr.mount_gradio_app(app, demo, path=\"/api/demo\"), and added as {source}/api/demo. Until then run the app on this machine, and add its address with --no-sign-in.");
        }

        if (attempts.Any(attempt => attempt.Refusal is { Reason: AppErrorReason.NotFound }) && attempts.All(attempt => attempt.Refusal is not null && !attempt.IsAppsOwn404))
        {
            return Failure.Of(attempts[0].Refusal!);
        }

        if (attempts.FirstOrDefault(attempt => attempt.Reading?.State is DocumentState.Other or DocumentState.Good) is { } strange)
        {
            return new Failure(
                $"GET {strange.Route}: the answer is no OpenAPI document (asked: {asked})",
                "something else answers there, or the address is not that of the document.",
                "give the address of the document itself, as the app's own page of documentation links it.");
        }

        return new Failure(
            $"{source} has no document where one is looked for (asked: {asked})",
            "the app serves it elsewhere, or not at all (openapi_url=None).",
            $"give the address of the document itself, or the app's author serves it: {ServeIt}.");
    }

    /// <summary>Explains a refusal of a request that was not signed.</summary>
    public static Failure NotSigned(string what) => new(what, "nothing was signed: --no-sign-in is for an app on this machine that takes no token.", "leave out --no-sign-in.");

    private static string FrameworkOf(IReadOnlyList<Attempt> attempts)
    {
        string page = string.Concat(attempts.Select(attempt => attempt.Page));
        return page.Contains("streamlit", StringComparison.OrdinalIgnoreCase) ? "it is a Streamlit app."
            : page.Contains("_dash-", StringComparison.Ordinal) || page.Contains("dash-renderer", StringComparison.Ordinal) ? "it is a Dash app."
            : page.Contains("gradio", StringComparison.OrdinalIgnoreCase) ? "it is a Gradio app that is not mounted here."
            : "it is a Streamlit or Dash app, or a site.";
    }
}
