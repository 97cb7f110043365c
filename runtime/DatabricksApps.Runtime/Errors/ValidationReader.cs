using System.Text.Json;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>Reads FastAPI's <c>HTTPValidationError</c>, as pydantic 1 and 2 write it.</summary>
internal static class ValidationReader
{
    private const string Body = "body";

    private static readonly JsonReaderOptions s_options = new() { MaxDepth = JsonLimits.MaxDepth };

    /// <summary>Reads the refused values.</summary>
    /// <param name="json">The body.</param>
    /// <param name="hasBodyFields">Whether the fields of the request's body are parameters of the method.</param>
    /// <returns>The refused values; null if the body is something else.</returns>
    public static IReadOnlyList<AppValidationError>? Read(ReadOnlySpan<byte> json, bool hasBodyFields)
    {
        // The errors keep parts of the text, and its buffer goes back to the pool.
        byte[] kept = json.ToArray();
        Utf8JsonReader reader = new(kept, s_options);
        try
        {
            IReadOnlyList<AppValidationError>? errors = ReadBody(ref reader, kept, hasBodyFields);

            // Throws if something follows the value.
            reader.Read();
            return errors;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IReadOnlyList<AppValidationError>? ReadBody(ref Utf8JsonReader reader, byte[] json, bool hasBodyFields)
    {
        IReadOnlyList<AppValidationError>? errors = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isDetail = LenientText.Equals(reader, "detail"u8);
            reader.Read();
            if (isDetail && reader.TokenType == JsonTokenType.String)
            {
                errors = [new AppValidationError { Member = "", Message = LenientText.Read(reader) }];
            }
            else if (isDetail && reader.TokenType == JsonTokenType.StartArray)
            {
                errors = ReadAll(ref reader, json, hasBodyFields);
            }
            else
            {
                reader.Skip();
            }
        }

        return errors;
    }

    // Stands on the array's end afterwards, also when an item is no refused value.
    private static AppValidationError[]? ReadAll(ref Utf8JsonReader reader, byte[] json, bool hasBodyFields)
    {
        using ArrayBuilder<AppValidationError> errors = new();
        bool areErrors = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (areErrors && ReadOne(ref reader, json, hasBodyFields) is { } error)
            {
                errors.Add(error);
            }
            else
            {
                areErrors = false;
                reader.Skip();
            }
        }

        return areErrors && errors.Count > 0 ? errors.ToArray() : null;
    }

    private static AppValidationError? ReadOne(ref Utf8JsonReader reader, byte[] json, bool hasBodyFields)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return null;
        }

        string? message = null;
        string? type = null;
        string? url = null;
        AppValidationSegment[] location = [];
        ReadOnlyMemory<byte> input = default;
        ReadOnlyMemory<byte> context = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (LenientText.Equals(reader, "loc"u8))
            {
                location = ReadLocation(ref reader);
            }
            else if (LenientText.Equals(reader, "msg"u8))
            {
                message = ReadText(ref reader);
            }
            else if (LenientText.Equals(reader, "type"u8))
            {
                type = ReadText(ref reader);
            }
            else if (LenientText.Equals(reader, "input"u8))
            {
                input = ReadAny(ref reader, json);
            }
            else if (LenientText.Equals(reader, "ctx"u8))
            {
                context = ReadAny(ref reader, json);
            }
            else if (LenientText.Equals(reader, "url"u8))
            {
                url = ReadText(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return message is null ? null : new AppValidationError
        {
            Member = MemberOf(location, hasBodyFields),
            Message = message,
            Type = type,
            Location = location,
            InputText = input,
            ContextText = context,
            Url = url,
        };
    }

    private static AppValidationSegment[] ReadLocation(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return [];
        }

        using ArrayBuilder<AppValidationSegment> location = new();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            location.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int index)
                ? new AppValidationSegment(null, index)
                : new AppValidationSegment(NameOf(ref reader), null));
        }

        return location.ToArray();
    }

    private static string NameOf(ref Utf8JsonReader reader) =>
        reader.TokenType != JsonTokenType.String ? AnyJson.Read(ref reader).ToString()
        : LenientText.Equals(reader, "body"u8) ? Body
        : LenientText.Read(reader);

    /// <summary>
    /// Names the member as the generator does: a parameter in camel case, the members below it in Pascal case.
    /// </summary>
    public static string MemberOf(AppValidationSegment[] location, bool hasBodyFields)
    {
        TextBuffer member = default;
        bool namesParameter = location.Length > 1
            && (location[0].Name is "query" or "path" or "header" or "cookie" || (location[0].Name == Body && hasBodyFields));
        int start = namesParameter ? 1 : 0;
        for (int i = start; i < location.Length; i++)
        {
            if (location[i].Name is not { } name)
            {
                member.Append('[');
                member.Append(location[i].ToString());
                member.Append(']');
            }
            else if (name != "__root__")
            {
                // pydantic 1 calls the value of a model that is not an object __root__.
                member.Append(i > start ? "." : "");
                member.Append(i > start ? Words.Pascal(name) : name == Body ? name : Words.Camel(name));
            }
        }

        string text = member.ToString();
        member.Release();
        return text;
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return LenientText.Read(reader);
        }

        reader.Skip();
        return null;
    }

    private static ReadOnlyMemory<byte> ReadAny(ref Utf8JsonReader reader, byte[] json)
    {
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json.AsMemory(start, (int)reader.BytesConsumed - start);
    }
}
