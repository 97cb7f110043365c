using DatabricksApps.Http;

namespace DatabricksApps.Signing;

/// <summary>Tells whether a body can be sent a second time.</summary>
internal static class Replay
{
    /// <summary>Tells so of no body, of one in memory, and of files that can be read again.</summary>
    public static bool IsPossible(HttpContent? content) => content switch
    {
        null or PooledContent or ByteArrayContent or ReadOnlyMemoryContent => true,
        UploadContent upload => upload.CanReplay,
        _ => false,
    };

    /// <summary>Tells whether a body may have been sent, in whole or in part.</summary>
    public static bool WasRead(HttpContent? content) => content switch
    {
        null => false,
        PooledContent pooled => pooled.WasRead,
        UploadContent upload => upload.WasRead,
        _ => true,
    };
}
