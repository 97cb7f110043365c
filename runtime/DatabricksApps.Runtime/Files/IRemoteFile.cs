namespace DatabricksApps.Http;

/// <summary>A file that is fetched when it is read.</summary>
internal interface IRemoteFile
{
    /// <summary>Gets where it lies; null: at no address that can be told.</summary>
    Uri? Address { get; }

    /// <summary>Starts to fetch the file.</summary>
    /// <returns>The file over its connection.</returns>
    ValueTask<AppFile> OpenAsync(CancellationToken cancellationToken);
}
