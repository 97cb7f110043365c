using System.Text.Json;

namespace DatabricksApps;

/// <summary>One value that the app refused.</summary>
public sealed class AppValidationError
{
    /// <summary>Gets the C# member or parameter, such as <c>body.Items[0].Price</c> or <c>pageSize</c>.</summary>
    public required string Member { get; init; }

    /// <summary>Gets what is wrong, such as <c>Input should be greater than 0</c>.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the kind of error, such as <c>greater_than</c> (pydantic 1: <c>value_error.number.not_gt</c>).</summary>
    public string? Type { get; init; }

    /// <summary>Gets the place as the app names it (<c>loc</c>): <c>body</c>, <c>items</c>, 0, <c>price</c>.</summary>
    public IReadOnlyList<AppValidationSegment> Location { get; init; } = [];

    /// <summary>Gets the value that was refused, if the app says it.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>Gets the bounds that were broken (<c>ctx</c>), if the app says them.</summary>
    public JsonElement? Context { get; init; }

    /// <summary>Gets the page that explains the kind of error, if the app names one.</summary>
    public string? Url { get; init; }

    /// <summary>Returns the member and the message.</summary>
    public override string ToString() => Member.Length == 0 ? Message : $"{Member}: {Message}";
}
