using System.Globalization;

namespace DatabricksApps.Http;

/// <summary>A body with files of the caller, whose reading may fail: that is no failure of the network.</summary>
/// <remarks>
/// <see cref="HttpContent"/> wraps what a source throws into the exception of a lost connection, so that a full disk would
/// look like a cut cable. What the source threw is kept here, and thrown to the caller as it was.
/// </remarks>
internal abstract class UploadContent : HttpContent
{
    /// <summary>Gets what the reading of a file threw when the body was sent last; null: nothing.</summary>
    public Exception? SourceFailure { get; private set; }

    /// <summary>Gets whether the body was sent, or begun to be.</summary>
    public bool WasRead { get; protected set; }

    /// <summary>Gets whether the body can be sent again.</summary>
    public abstract bool CanReplay { get; }

    /// <summary>Gets the length of a file, if it is known.</summary>
    protected long? LengthOf(AppFile file)
    {
        try
        {
            return file.Length;
        }
        catch (Exception exception)
        {
            SourceFailure = exception;
            throw;
        }
    }

    /// <summary>Copies a file into the body.</summary>
    /// <param name="file">The file.</param>
    /// <param name="announced">How many bytes the head of the request announced; null: none.</param>
    /// <param name="destination">The body.</param>
    /// <param name="cancellationToken">Cancels the copying.</param>
    protected Task CopyAsync(AppFile file, long? announced, Stream destination, CancellationToken cancellationToken)
    {
        SourceFailure = null;
        return file.IsInMemory && !file.IsDisposed
            ? file.CopyToAsync(destination, cancellationToken)
            : CopyFromSourceAsync(file, announced, destination, cancellationToken);
    }

    private async Task CopyFromSourceAsync(AppFile file, long? announced, Stream destination, CancellationToken cancellationToken)
    {
        CopyTarget target = new(destination) { Limit = announced ?? long.MaxValue };
        try
        {
            await file.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
            if (announced is not null && target.Written != announced)
            {
                throw Changed(file, announced.Value, $"{target.Written.ToString("N0", CultureInfo.InvariantCulture)} came");
            }
        }
        catch (Exception) when (target.IsExceeded)
        {
            SourceFailure = Changed(file, announced!.Value, "more came");
            throw SourceFailure;
        }
        catch (Exception exception) when (!target.HasFailed && !cancellationToken.IsCancellationRequested)
        {
            SourceFailure = exception;
            throw;
        }
    }

    private static IOException Changed(AppFile file, long announced, string what)
    {
        string happened = string.Create(
            CultureInfo.InvariantCulture,
            $"The file {file.FileName ?? "without a name"} changed while it was sent: {announced:N0} bytes were announced and {what}.");
        return new IOException(happened + " Send a copy that nothing writes to.");
    }
}
