using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps;

/// <summary>One value that the app refused.</summary>
public sealed class AppValidationError
{
    private readonly JsonElement? _input;
    private readonly JsonElement? _context;

    /// <summary>Gets the C# member or parameter, such as <c>body.Items[0].Price</c> or <c>pageSize</c>.</summary>
    public required string Member { get; init; }

    /// <summary>Gets what is wrong, such as <c>Input should be greater than 0</c>.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the kind of error, such as <c>greater_than</c> (pydantic 1: <c>value_error.number.not_gt</c>).</summary>
    public string? Type { get; init; }

    /// <summary>Gets the place as the app names it (<c>loc</c>): <c>body</c>, <c>items</c>, 0, <c>price</c>.</summary>
    public IReadOnlyList<AppValidationSegment> Location { get; init; } = [];

    /// <summary>Gets the value that was refused, if the app says it.</summary>
    public JsonElement? Input
    {
        get => _input ?? Parse(InputText);
        init => _input = value;
    }

    /// <summary>Gets the bounds that were broken (<c>ctx</c>), if the app says them.</summary>
    public JsonElement? Context
    {
        get => _context ?? Parse(ContextText);
        init => _context = value;
    }

    /// <summary>Gets the page that explains the kind of error, if the app names one.</summary>
    public string? Url { get; init; }

    /// <summary>Gets the JSON of <see cref="Input"/>, which few look at, so that it is parsed when it is asked for.</summary>
    internal ReadOnlyMemory<byte> InputText { get; init; }

    /// <summary>Gets the JSON of <see cref="Context"/>.</summary>
    internal ReadOnlyMemory<byte> ContextText { get; init; }

    /// <summary>Returns the member and the message.</summary>
    public override string ToString() => Member.Length == 0 ? Message : $"{Member}: {Message}";

    private static JsonElement? Parse(ReadOnlyMemory<byte> text) => text.IsEmpty ? null : JsonText.Read<JsonElement, AnyJson>(text.Span);
}
