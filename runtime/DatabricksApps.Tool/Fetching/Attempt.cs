using System.Text;
using DatabricksApps.Tool.Documents;

namespace DatabricksApps.Tool.Fetching;

/// <summary>What came of asking for a document at one address.</summary>
/// <param name="Route">The path and query.</param>
/// <param name="Reading">What the answer is; null: there was none that is a success.</param>
/// <param name="Refusal">Why there was none; null: there was one.</param>
/// <param name="Page">The start of the answer, if it is a page.</param>
internal sealed record Attempt(string Route, DocumentReading? Reading, AppException? Refusal = null, string Page = "")
{
    private const int StartOfPage = 20_000;

    public bool IsBelowApi => RouteAdvice.IsBelowApi(Route);

    public bool IsHtml => Reading?.State == DocumentState.Html;

    /// <summary>Gets whether the front door wanted a sign-in in the browser, which it does wherever it takes no tokens.</summary>
    public bool IsLogin => Refusal is { Reason: AppErrorReason.SignInRequired } && (int?)Refusal.StatusCode is >= 300 and < 400;

    /// <summary>Gets whether the app itself said that there is nothing.</summary>
    public bool IsAppsOwn404 => Refusal is { Reason: AppErrorReason.NotFound, Body: { } body } && body.TrimStart() is ['{' or '[', ..];

    public static Attempt Of(string route, byte[] bytes, bool isYaml)
    {
        DocumentReading reading = DocumentReader.Read(bytes, isYaml);
        string page = reading.State == DocumentState.Html ? Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, StartOfPage)) : "";
        return new Attempt(route, reading, Page: page);
    }
}
