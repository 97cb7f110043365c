using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>Reads a text where JSON was promised: NestJS, Flask and FastEndpoints send a string as it is, as <c>text/html</c> or <c>text/plain</c>.</summary>
internal static class TextBody
{
    /// <summary>Tells whether JSON spells what was promised as a string.</summary>
    /// <remarks>
    /// Any JSON may be a string. A union or an open enum is none: it would keep whatever text came as a value that it does
    /// not know, where an error tells that something else answered. The comparisons are made by the compiler, which leaves
    /// of the whole method a constant. Of classes it is the codec that is compared, since all classes share the code of a
    /// method; so a program whose answers are all objects has none of the code for text.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsString<T, TJson>()
        where TJson : IJson<T> =>
        typeof(TJson) == typeof(StringJson) || typeof(TJson) == typeof(ReferenceOrNullJson<string, StringJson>)
        || typeof(TJson) == typeof(UriJson) || typeof(TJson) == typeof(ReferenceOrNullJson<Uri, UriJson>)
        || typeof(T) == typeof(JsonElement)
        || typeof(T) == typeof(Guid) || typeof(T) == typeof(Guid?)
        || typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(DateTimeOffset?)
        || typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateOnly?)
        || typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(TimeOnly?)
        || typeof(T) == typeof(TimeSpan) || typeof(T) == typeof(TimeSpan?);

    /// <summary>Returns a body that is text as the JSON string that it stands for.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="utf8">Its body.</param>
    /// <param name="mayBeEmpty">Whether an empty text is one.</param>
    /// <returns>The JSON; null: the body is no such text.</returns>
    public static byte[]? Quote(HttpResponseMessage response, ReadOnlySpan<byte> utf8, bool mayBeEmpty) =>
        IsText(BodyEncoding.MediaTypeOf(response))
        && !JsonFailure.IsPage(utf8)
        && !IsStructure(utf8)
        && (!utf8.IsEmpty || (mayBeEmpty && response.StatusCode != HttpStatusCode.NoContent))
            ? Quote(Encoding.UTF8.GetString(utf8))
            : null;

    // An object or array is JSON of another type, whatever it is called: the app answers with something else.
    private static bool IsStructure(ReadOnlySpan<byte> utf8) =>
        utf8.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] && JsonFailure.IsValid(utf8);

    private static bool IsText(string contentType)
    {
        int end = contentType.IndexOf(';');
        ReadOnlySpan<char> mediaType = contentType.AsSpan(0, end < 0 ? contentType.Length : end).Trim();
        return mediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase)
            || mediaType.Equals(MediaTypes.PlainText, StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] Quote(string text)
    {
        using PooledBuffer json = JsonText.Write<string, StringJson>(text);
        return json.WrittenSpan.ToArray();
    }
}
