using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace DatabricksApps.Instances;

/// <summary>Compares JSON as <see cref="JsonElement.DeepEquals"/> does, and formatted strings by their value.</summary>
public static partial class JsonComparison
{
    /// <summary>Finds the first place that differs; null if there is none.</summary>
    public static string? FindDifference(JsonElement expected, JsonElement actual, string path = "$")
    {
        if (JsonElement.DeepEquals(expected, actual))
        {
            return null;
        }

        if (expected.ValueKind == JsonValueKind.Object && actual.ValueKind == JsonValueKind.Object)
        {
            return FindDifferenceOfObjects(expected, actual, path);
        }

        if (expected.ValueKind == JsonValueKind.Array && actual.ValueKind == JsonValueKind.Array
            && expected.GetArrayLength() == actual.GetArrayLength())
        {
            return expected.EnumerateArray().Zip(actual.EnumerateArray())
                .Select((pair, index) => FindDifference(pair.First, pair.Second, $"{path}[{index}]"))
                .FirstOrDefault(difference => difference is not null);
        }

        return HaveSameValue(expected, actual) ? null : $"{path}: {Short(expected)} came back as {Short(actual)}";
    }

    private static string? FindDifferenceOfObjects(JsonElement expected, JsonElement actual, string path)
    {
        foreach (JsonProperty property in expected.EnumerateObject())
        {
            string place = $"{path}.{property.Name}";
            string? difference = actual.TryGetProperty(property.Name, out JsonElement value)
                ? FindDifference(property.Value, value, place)
                : $"{place} is lost";
            if (difference is not null)
            {
                return difference;
            }
        }

        foreach (JsonProperty property in actual.EnumerateObject())
        {
            if (!expected.TryGetProperty(property.Name, out _))
            {
                return $"{path}.{property.Name} came from nowhere: {Short(property.Value)}";
            }
        }

        return null;
    }

    private static bool HaveSameValue(JsonElement expected, JsonElement actual)
    {
        if ((expected.ValueKind, actual.ValueKind) is (JsonValueKind.Number, JsonValueKind.String) or (JsonValueKind.String, JsonValueKind.Number))
        {
            // Pydantic's Decimal, which it reads as either.
            return Same(expected.ToString(), actual.ToString(), text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        }

        if (expected.ValueKind != JsonValueKind.String || actual.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        (string a, string b) = (expected.GetString()!, actual.GetString()!);
        return (IsPointInTime(a) && IsPointInTime(b) && Same(a, b, text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)))
            || (Time().IsMatch(a) && Same(a, b, text => TimeOnly.Parse(text, CultureInfo.InvariantCulture)))
            || (a.TrimStart('-').StartsWith('P') && Same(a, b, ToTimeSpan))
            || Same(a, b, Guid.Parse)
            || HaveSameUri(a, b)
            || Same(a, b, text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture))
            || a.TrimEnd('=').Replace('-', '+').Replace('_', '/') == b.TrimEnd('=').Replace('-', '+').Replace('_', '/');
    }

    private static bool IsPointInTime(string text) => text.Length > 16 && text[10] == 'T';

    // A URI's characters are its value: only an escape's case is free.
    private static bool HaveSameUri(string a, string b) => a.Contains('%') && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static TimeSpan ToTimeSpan(string text) => Weeks().Match(text) is { Success: true } weeks
        ? TimeSpan.FromDays(7 * int.Parse(weeks.Groups[1].Value, CultureInfo.InvariantCulture))
        : XmlConvert.ToTimeSpan(text);

    [GeneratedRegex(@"\A[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?\z")]
    private static partial Regex Time();

    [GeneratedRegex(@"\AP([0-9]+)W\z")]
    private static partial Regex Weeks();

    private static bool Same<T>(string a, string b, Func<string, T> parse)
    {
        try
        {
            return Equals(parse(a), parse(b));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string Short(JsonElement element)
    {
        string text = element.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "…";
    }
}
