using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>How well a JSON value fits a C# type; a union without a discriminator reads the case that fits best.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonFit
{
    /// <summary>Not at all.</summary>
    public const int None = 0;

    /// <summary>The type takes any value, as <see cref="JsonElement"/> does.</summary>
    public const int Any = 1;

    /// <summary>The kind of JSON value is right.</summary>
    public const int Kind = 100;

    /// <summary>The value's text is right too: a date for <c>format: date</c>, a named value of an enum.</summary>
    public const int Exact = 200;

    /// <summary>What each property adds that the type knows.</summary>
    internal const int KnownMember = 2;

    /// <summary>What each property takes away that the type doesn't know.</summary>
    internal const int UnknownMember = 1;

    internal static int OfKind(in Utf8JsonReader reader, JsonTokenType token) =>
        reader.TokenType == token ? Kind : None;

    internal static int OfText(bool isRight) => isRight ? Exact : None;
}
