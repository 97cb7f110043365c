using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using DatabricksApps.Gen.Binding.Names;

namespace DatabricksApps.Errors;

/// <summary>Reads FastAPI's <c>HTTPValidationError</c>, as pydantic 1 and 2 write it.</summary>
internal static class ValidationReader
{
    /// <summary>Reads the refused values.</summary>
    /// <param name="json">The body.</param>
    /// <param name="hasBodyFields">Whether the fields of the request's body are parameters of the method.</param>
    /// <returns>The refused values; null if the body is something else.</returns>
    public static IReadOnlyList<AppValidationError>? Read(ReadOnlyMemory<byte> json, bool hasBodyFields)
    {
        if (!TryParse(json, out JsonDocument? document))
        {
            return null;
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("detail", out JsonElement detail))
            {
                return null;
            }

            return detail.ValueKind switch
            {
                JsonValueKind.String => [new AppValidationError { Member = "", Message = detail.GetString()! }],
                JsonValueKind.Array => ReadAll(detail, hasBodyFields),
                _ => null,
            };
        }
    }

    private static List<AppValidationError>? ReadAll(JsonElement detail, bool hasBodyFields)
    {
        List<AppValidationError> errors = new(detail.GetArrayLength());
        foreach (JsonElement item in detail.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || GetString(item, "msg") is not { } message)
            {
                return null;
            }

            List<AppValidationSegment> location = ReadLocation(item);
            errors.Add(new AppValidationError
            {
                Member = MemberOf(location, hasBodyFields),
                Message = message,
                Type = GetString(item, "type"),
                Location = location,
                Input = Get(item, "input"),
                Context = Get(item, "ctx"),
                Url = GetString(item, "url"),
            });
        }

        return errors.Count > 0 ? errors : null;
    }

    private static List<AppValidationSegment> ReadLocation(JsonElement item)
    {
        List<AppValidationSegment> location = [];
        if (item.TryGetProperty("loc", out JsonElement loc) && loc.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement segment in loc.EnumerateArray())
            {
                location.Add(segment.ValueKind == JsonValueKind.Number && segment.TryGetInt32(out int index)
                    ? new AppValidationSegment(null, index)
                    : new AppValidationSegment(segment.ToString(), null));
            }
        }

        return location;
    }

    /// <summary>
    /// Names the member as the generator does: a parameter in camel case, the members below it in Pascal case.
    /// </summary>
    private static string MemberOf(List<AppValidationSegment> location, bool hasBodyFields)
    {
        StringBuilder member = new();
        bool namesParameter = location.Count > 1
            && (location[0].Name is "query" or "path" or "header" or "cookie" || (location[0].Name == "body" && hasBodyFields));
        int start = namesParameter ? 1 : 0;
        for (int i = start; i < location.Count; i++)
        {
            if (location[i].Name is not { } name)
            {
                member.Append('[').Append(location[i]).Append(']');
            }
            else if (name != "__root__")
            {
                // pydantic 1 calls the value of a model that is not an object __root__.
                member.Append(i > start ? "." : "").Append(i > start ? Words.Pascal(name) : Words.Camel(name));
            }
        }

        return member.ToString();
    }

    private static bool TryParse(ReadOnlyMemory<byte> json, [NotNullWhen(true)] out JsonDocument? document)
    {
        try
        {
            document = JsonDocument.Parse(json);
            return true;
        }
        catch (JsonException)
        {
            document = null;
            return false;
        }
    }

    private static string? GetString(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement? Get(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) ? value.Clone() : null;
}
