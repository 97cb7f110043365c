namespace DatabricksApps.Gen.Recovery;

/// <summary>What a token of JSON is.</summary>
internal enum JsonTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary><c>{</c></summary>
    OpenObject,

    /// <summary><c>}</c></summary>
    CloseObject,

    /// <summary><c>[</c></summary>
    OpenArray,

    /// <summary><c>]</c></summary>
    CloseArray,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>A string, without its quotes and escapes.</summary>
    String,

    /// <summary>A string and the colon after it.</summary>
    Key,

    /// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>, as it is spelled.</summary>
    Literal,

    /// <summary>Anything else.</summary>
    Unknown,
}

/// <summary>A token of JSON.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it says.</param>
/// <param name="LineIndent">How far the line that it stands on is indented.</param>
/// <param name="IsFirst">Whether it is the first of its line.</param>
internal readonly record struct JsonToken(JsonTokenKind Kind, string Text, int LineIndent, bool IsFirst)
{
    public bool IsValue => Kind is JsonTokenKind.String or JsonTokenKind.Literal or JsonTokenKind.OpenObject or JsonTokenKind.OpenArray;

    public bool IsOpen => Kind is JsonTokenKind.OpenObject or JsonTokenKind.OpenArray;

    public bool IsClose => Kind is JsonTokenKind.CloseObject or JsonTokenKind.CloseArray;
}
