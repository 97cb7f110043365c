using System.Text.Json;

namespace DatabricksApps.Generated;

/// <summary>Compares what two values write: the order of an object's properties doesn't count.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(Action<Utf8JsonWriter> left, Action<Utf8JsonWriter> right)
    {
        using PooledBuffer leftText = Write(left);
        using PooledBuffer rightText = Write(right);
        if (leftText.WrittenSpan.SequenceEqual(rightText.WrittenSpan))
        {
            return true;
        }

        // Texts of the same values in another order have the same length.
        if (leftText.WrittenCount != rightText.WrittenCount)
        {
            return false;
        }

        JsonDocumentOptions options = new() { MaxDepth = Http.JsonLimits.MaxWrittenDepth };
        using JsonDocument leftDocument = JsonDocument.Parse(leftText.WrittenMemory, options);
        using JsonDocument rightDocument = JsonDocument.Parse(rightText.WrittenMemory, options);
        return AreEqual(leftDocument.RootElement, rightDocument.RootElement);
    }

    public static int GetHashCode(Action<Utf8JsonWriter> write)
    {
        using PooledBuffer text = Write(write);

        // A sum, since the order doesn't count.
        int sum = 0;
        foreach (byte b in text.WrittenSpan)
        {
            sum += (b * b * 31) + b;
        }

        return HashCode.Combine(text.WrittenCount, sum);
    }

    private static PooledBuffer Write(Action<Utf8JsonWriter> write)
    {
        PooledBuffer buffer = new();
        JsonWriterCache.Lease lease = JsonWriterCache.Rent(buffer);
        write(lease.Writer);
        lease.Return();
        return buffer;
    }

    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        switch (left.ValueKind)
        {
            case JsonValueKind.Object:
                return AreObjectsEqual(left, right);
            case JsonValueKind.Array:
                return left.GetArrayLength() == right.GetArrayLength()
                    && left.EnumerateArray().Zip(right.EnumerateArray()).All(pair => AreEqual(pair.First, pair.Second));
            default:
                return left.GetRawText() == right.GetRawText();
        }
    }

    private static bool AreObjectsEqual(JsonElement left, JsonElement right)
    {
        int count = 0;
        foreach (JsonProperty property in left.EnumerateObject())
        {
            if (!right.TryGetProperty(property.Name, out JsonElement value) || !AreEqual(property.Value, value))
            {
                return false;
            }

            count++;
        }

        return count == right.EnumerateObject().Count();
    }
}
