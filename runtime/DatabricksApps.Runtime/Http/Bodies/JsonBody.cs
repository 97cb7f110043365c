using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads a whole body of JSON.</summary>
internal static class JsonBody
{
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = JsonLimits.MaxDepth };

    /// <summary>Tells whether a body has nothing in it.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> utf8) => utf8.Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Reads a body.</summary>
    /// <exception cref="AppException">The body is not JSON of the type.</exception>
    public static T Read<T, TJson>(AppRequest request, HttpResponseMessage response, ReadOnlySpan<byte> utf8)
        where TJson : IJson<T> => Read<T, TJson>(request, response, utf8, utf8);

    /// <summary>Reads a body if it is one of the type.</summary>
    public static bool TryRead<T, TJson>(ReadOnlySpan<byte> utf8, out T? value)
        where TJson : IJson<T>
    {
        try
        {
            value = JsonText.Read<T, TJson>(utf8, JsonLimits.MaxDepth);
            return value is not null;
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            value = default;
            return false;
        }
    }

    private static T Read<T, TJson>(AppRequest request, HttpResponseMessage response, ReadOnlySpan<byte> utf8, ReadOnlySpan<byte> json)
        where TJson : IJson<T>
    {
        Utf8JsonReader reader = new(json, s_options);
        try
        {
            reader.Read();
            T value = TJson.Read(ref reader);

            // Throws if something follows the value.
            reader.Read();
            return value;
        }
        catch (Exception exception) when (JsonFailure.IsMisfit(exception))
        {
            return TextBody.IsString<T, TJson>() && json == utf8 && TextBody.Quote(response, utf8, mayBeEmpty: typeof(T) == typeof(string)) is { } quoted
                ? Read<T, TJson>(request, response, utf8, quoted)
                : throw JsonFailure.Of(request, response, utf8, reader.TokenStartIndex, exception);
        }
    }
}
