using System.Globalization;
using System.Text;
using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Errors;

/// <summary>Finds where in JSON a position lies, by reading up to it once more.</summary>
internal static class JsonPathFinder
{
    /// <summary>Gets the path of the token at a position, such as <c>$.items[3].price</c>.</summary>
    /// <param name="json">The JSON, which may be broken at or after the position.</param>
    /// <param name="position">The position in bytes.</param>
    public static string Find(ReadOnlySpan<byte> json, long position)
    {
        Utf8JsonReader reader = new(json, new JsonReaderOptions { MaxDepth = JsonLimits.MaxDepth });
        List<Step> steps = [];
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= position)
            {
                Follow(ref reader, steps);
            }
        }
        catch (JsonException)
        {
            // The break that was to be found: the steps so far lead to it.
        }

        return Spell(steps);
    }

    private static void Follow(ref Utf8JsonReader reader, List<Step> steps)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                NextItem(steps);
                steps.Add(new Step(false));
                break;
            case JsonTokenType.StartArray:
                NextItem(steps);
                steps.Add(new Step(true));
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                steps.RemoveAt(steps.Count - 1);
                break;
            case JsonTokenType.PropertyName:
                steps[^1] = new Step(false) { Name = LenientText.Read(reader) };
                break;
            default:
                NextItem(steps);
                break;
        }
    }

    private static void NextItem(List<Step> steps)
    {
        if (steps.Count > 0 && steps[^1].IsArray)
        {
            steps[^1] = steps[^1] with { Index = steps[^1].Index + 1 };
        }
    }

    private static string Spell(List<Step> steps)
    {
        StringBuilder path = new("$");
        foreach (Step step in steps)
        {
            if (step is { IsArray: true, Index: >= 0 })
            {
                path.Append('[').Append(step.Index.ToString(CultureInfo.InvariantCulture)).Append(']');
            }
            else if (step.Name is not null)
            {
                path.Append('.').Append(step.Name);
            }
        }

        return path.ToString();
    }

    private readonly record struct Step(bool IsArray)
    {
        public int Index { get; init; } = -1;

        public string? Name { get; init; }
    }
}
