using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>The constants that a value must have to be of a model: a value with another one is none of it.</summary>
/// <remarks>
/// An object of JSON, with the members that are constant: an array holds what a member may be, an object the constants of an
/// object that stands there. A member that is missing contradicts nothing.
/// </remarks>
internal sealed class JsonConstants
{
    private readonly JsonElement _allowed;

    private JsonConstants(JsonElement allowed) => _allowed = allowed;

    /// <summary>Reads the constants of each member of a table; null where it has none.</summary>
    /// <param name="json">The object.</param>
    /// <param name="members">The table.</param>
    public static JsonConstants?[] Read(byte[] json, JsonMembers members)
    {
        JsonConstants?[] constants = new JsonConstants?[members.Count];
        Utf8JsonReader reader = new(json);
        foreach (JsonProperty member in JsonElement.ParseValue(ref reader).EnumerateObject())
        {
            constants[members.Find(System.Text.Encoding.UTF8.GetBytes(member.Name))] = new JsonConstants(member.Value);
        }

        return constants;
    }

    /// <summary>Tells whether a member may have a value.</summary>
    /// <param name="reader">A copy of the reader, which stands on the value's first token.</param>
    public bool Allow(Utf8JsonReader reader) => Allow(_allowed, reader);

    private static bool Allow(JsonElement allowed, Utf8JsonReader reader)
    {
        if (allowed.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement constant in allowed.EnumerateArray())
            {
                if (Is(constant, reader))
                {
                    return true;
                }
            }

            return false;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return true;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isConstant = allowed.TryGetProperty(LenientText.Read(reader), out JsonElement inner);
            reader.Read();
            if (isConstant && !Allow(inner, reader))
            {
                return false;
            }

            reader.TrySkip();
        }

        return true;
    }

    private static bool Is(JsonElement constant, Utf8JsonReader reader) => constant.ValueKind switch
    {
        JsonValueKind.String => reader.TokenType == JsonTokenType.String && LenientText.Read(reader) == constant.GetString(),

        // A number is its value: 1.0 is 1.
        JsonValueKind.Number => reader.TokenType == JsonTokenType.Number
            && (reader.TryGetDecimal(out decimal value) && constant.TryGetDecimal(out decimal number)
                ? value == number
                : reader.GetDouble().Equals(constant.GetDouble())),
        JsonValueKind.True => reader.TokenType == JsonTokenType.True,
        JsonValueKind.False => reader.TokenType == JsonTokenType.False,
        JsonValueKind.Null => reader.TokenType == JsonTokenType.Null,
        _ => JsonEquality.AreEqual(constant, LenientText.ReadAny(ref reader)),
    };
}
