using System.Text.Json;
using DatabricksApps.Errors;

namespace DatabricksApps.Generated;

/// <summary>
/// A value that cannot be read. It learns its place on its way up, from the exception filters of the objects and
/// lists that it passes, so that reading keeps no path.
/// </summary>
internal sealed class JsonFault : JsonException
{
    private readonly string _what;
    private readonly string _kind = "";
    private string? _value;
    private string? _member;
    private string _path = "";

    public JsonFault(string cause) => _what = cause;

    private JsonFault(string kind, string? value, string what)
        : this(what)
    {
        _kind = kind;
        _value = value;
    }

    /// <summary>Gets what was wrong with the value, whose start it shows.</summary>
    public string Cause => _kind + (_value is null ? "" : FaultyValue.Start(Redaction.Hide(_value, token: null))) + _what;

    /// <summary>Gets the value's place below the value that was read, such as <c>$.items[3].price</c>.</summary>
    public string JsonPath => "$" + _path;

    /// <inheritdoc/>
    public override string Message => VisibleText.Of(_path.Length == 0
        ? Cause
        : $"{_member ?? JsonPath}: {Cause} (at {JsonPath})");

    /// <summary>Makes the fault of a value of the wrong kind.</summary>
    /// <param name="reader">Stands on the value.</param>
    /// <param name="expected">What the C# type needs, such as <c>an integer</c>.</param>
    public static JsonFault Expected(in Utf8JsonReader reader, string expected) =>
        new(FaultyValue.KindOf(reader), FaultyValue.TextOf(reader), $" cannot be read as {expected}.");

    /// <summary>Makes the fault of a null where the value makes a case of a union, which none is.</summary>
    public static JsonFault NoCase() => new("null cannot be read as one of several types.");

    /// <summary>Takes what the request was sent with out of the value and its path, in which an app may echo it: before they are cut.</summary>
    public void HideSent(AppRequest request)
    {
        _value = _value is null ? null : Redaction.HideSent(request, _value);
        _path = Redaction.HideSent(request, _path);
    }

    /// <summary>Notes a member on the way up.</summary>
    /// <returns>False always: an exception filter calls this, and must not catch.</returns>
    public static bool Passes(JsonException exception, Type model, string member, bool isSecret = false)
    {
        if (exception is JsonFault fault)
        {
            fault._member ??= $"{model.Name}.{member}";
            fault._path = IsPlain(member) ? $".{member}{fault._path}" : $"['{member}']{fault._path}";
            fault._value = isSecret && fault._value is not null ? FaultyValue.Masked : fault._value;
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
}
