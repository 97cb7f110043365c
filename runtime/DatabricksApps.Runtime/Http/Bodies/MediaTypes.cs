namespace DatabricksApps.Http;

/// <summary>Media types that are spelled in more than one place.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string PlainText = "text/plain";
    public const string OctetStream = "application/octet-stream";

    /// <summary>Whether a media type of a document names one type, so that it can be sent.</summary>
    public static bool IsConcrete(string? mediaType) =>
        !string.IsNullOrEmpty(mediaType) && mediaType.AsSpan().IndexOfAny('*', ',') < 0 && HeaderText.IsValid(mediaType);
}
