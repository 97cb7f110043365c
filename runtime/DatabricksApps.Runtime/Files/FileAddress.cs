namespace DatabricksApps.Http;

/// <summary>A file at an address that the app is to fetch: the client calls no host but the app's.</summary>
internal sealed class FileAddress(Uri address) : IRemoteFile
{
    public Uri Address => address;

    public ValueTask<AppFile> OpenAsync(CancellationToken cancellationToken) => throw new InvalidOperationException(
        $"The file lies at {address.GetLeftPart(UriPartial.Path)}, which the client does not call: only a Gradio app takes an address in place of a file.");
}
