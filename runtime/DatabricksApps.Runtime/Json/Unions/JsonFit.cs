using System.ComponentModel;
using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>How well a JSON value fits a C# type; a union without a discriminator reads the case that fits best.</summary>
/// <remarks>
/// Nothing hangs on the order of the cases where two types write the very text: the one that says more counts
/// (<see cref="ScalarFit"/>). Of objects that fit alike the first of the document does.
/// </remarks>
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

    /// <summary>A constant of the type contradicts the value, so that it is none of the type, whatever names it.</summary>
    internal const int Never = -1;

    /// <summary>A named value of an enum, which says more than any type that has the text too.</summary>
    internal const int OfName = Exact + 10;

    /// <summary>The value is one of the type, which writes it in another way; the union keeps its text.</summary>
    internal const int Spelled = 20;

    /// <summary>The least that an object fits whose required members are there.</summary>
    internal const int LeastOfObject = 30;

    /// <summary>What each property adds that the type knows.</summary>
    internal const int KnownMember = 2;

    /// <summary>What each property takes away that the type doesn't know.</summary>
    internal const int UnknownMember = 1;

    /// <summary>Tells how well a value fits a union that is a case of another one: not at all, if none of its own cases does.</summary>
    /// <param name="fit">How well it fits the inner union.</param>
    public static int OfUnion(int fit) => fit > Any ? fit : None;

    internal static bool IsSpelledOtherwise(int fit) => fit is >= Spelled and < LeastOfObject;

    internal static int OfKind(in Utf8JsonReader reader, JsonTokenType token) =>
        reader.TokenType == token ? Kind : None;

    internal static int OfText(bool isRight) => isRight ? Exact : None;
}
