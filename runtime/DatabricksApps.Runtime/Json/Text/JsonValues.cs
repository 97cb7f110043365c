using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>Compares and shows generated values by the JSON that they write.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonValues
{
    /// <summary>Tells whether two values write the same JSON.</summary>
    public static bool AreEqual<T>(T left, T right)
        where T : IJsonModel => JsonEquality.AreEqual(left.WriteTo, right.WriteTo);

    /// <summary>Returns a hash of the JSON.</summary>
    public static int GetHashCode<T>(T value)
        where T : IJsonModel => JsonEquality.GetHashCode(value.WriteTo);

    /// <summary>Reads a member of whichever case a union is.</summary>
    /// <param name="union">The union.</param>
    /// <param name="name">The member's name on the wire.</param>
    /// <returns>The value; null if there is none, or none of the type.</returns>
    public static TMember? Member<T, TMember, TJson>(T union, ReadOnlySpan<byte> name)
        where T : IJsonModel
        where TMember : class
        where TJson : IJson<TMember> => TryReadMember<TMember, TJson>(union, name, out TMember? value) ? value : null;

    /// <inheritdoc cref="Member{T, TMember, TJson}(T, ReadOnlySpan{byte})"/>
    public static TMember? MemberValue<T, TMember, TJson>(T union, ReadOnlySpan<byte> name)
        where T : IJsonModel
        where TMember : struct
        where TJson : IJson<TMember> => TryReadMember<TMember, TJson>(union, name, out TMember value) ? value : null;

    /// <summary>Returns the JSON, shortened, with the secrets masked.</summary>
    public static string Show<T>(T value)
        where T : IJsonModel => JsonText.Show(value.WriteTo);

    // A case declares the member or keeps it as a further one, a value that is no case is any JSON: what they write is alike.
    private static bool TryReadMember<TMember, TJson>(IJsonModel union, ReadOnlySpan<byte> name, [MaybeNullWhen(false)] out TMember value)
        where TJson : IJson<TMember>
    {
        value = default;
        using PooledBuffer json = new();
        JsonWriterCache.Lease lease = JsonWriterCache.Rent(json);
        union.WriteTo(lease.Writer);
        lease.Return();
        Utf8JsonReader reader = new(json.WrittenSpan, new JsonReaderOptions { MaxDepth = JsonLimits.MaxWrittenDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return reader.TokenType != JsonTokenType.Null && TryRead<TMember, TJson>(ref reader, out value);
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryRead<TMember, TJson>(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out TMember value)
        where TJson : IJson<TMember>
    {
        try
        {
            value = TJson.Read(ref reader);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }
}
