using System.Text;
using System.Text.Json;
using DatabricksApps.Errors;

namespace DatabricksApps.Generated;

/// <summary>
/// A value that cannot be read. It learns its place on its way up, from the exception filters of the objects and
/// lists that it passes, so that reading keeps no path.
/// </summary>
internal sealed class JsonFault(string cause) : JsonException
{
    private string? _member;
    private string _path = "";

    /// <summary>Gets what was wrong with the value.</summary>
    public string Cause => cause;

    /// <summary>Gets the value's place below the value that was read, such as <c>$.items[3].price</c>.</summary>
    public string JsonPath => "$" + _path;

    /// <inheritdoc/>
    public override string Message => VisibleText.Of(_path.Length == 0
        ? cause
        : $"{_member ?? JsonPath}: {cause} (at {JsonPath})");

    /// <summary>Makes the fault of a value of the wrong kind.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="expected">What the C# type needs, such as <c>an integer</c>.</param>
    public static JsonFault Expected(in Utf8JsonReader reader, string expected) =>
        new($"{Describe(reader)} cannot be read as {expected}.");

    /// <summary>Notes a member on the way up.</summary>
    /// <returns>False always: an exception filter calls this, and must not catch.</returns>
    public static bool Passes(JsonException exception, Type model, string member)
    {
        if (exception is JsonFault fault)
        {
            fault._member ??= $"{model.Name}.{member}";
            fault._path = IsPlain(member) ? $".{member}{fault._path}" : $"['{member}']{fault._path}";
        }

        return false;
    }

    /// <summary>Notes an item of a list or map on the way up.</summary>
    /// <returns>False always.</returns>
    public static bool Passes(JsonException exception, string segment)
    {
        if (exception is JsonFault fault)
        {
            fault._path = $"[{segment}]{fault._path}";
        }

        return false;
    }

    private static bool IsPlain(string member)
    {
        foreach (char c in member)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        return member.Length > 0;
    }

    // Shows kinds, never strings: a value may be a secret, and messages end in logs.
    private static string Describe(in Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "An object",
        JsonTokenType.StartArray => "An array",
        JsonTokenType.String => "This string",
        JsonTokenType.Number when !reader.HasValueSequence && reader.ValueSpan.Length <= 40 =>
            "The number " + Encoding.ASCII.GetString(reader.ValueSpan),
        JsonTokenType.Number => "This number",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "null",
    };
}
