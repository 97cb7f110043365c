public sealed partial class ShopClient
{
    // POST /api/file
    // body multipart/form-data
    public Task SendFileAsync(AppFile @file, string? note = null);

    // POST /api/files
    // body multipart/form-data
    // field about: about (as JSON)
    public Task SendFilesAsync(IReadOnlyList<AppFile> files, About? about = null);
}

public sealed partial class About
{
    public string? Title { get; init; }
}
