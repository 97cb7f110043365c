using System.Text;
using DatabricksApps.EndToEnd.Tests.InventoryApi;

namespace DatabricksApps.EndToEnd.Tests.Inventory;

public abstract partial class InventorySuite
{
    private static readonly byte[] s_picture = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];

    [Fact]
    public async Task Upload_photo_sends_a_file_and_a_field()
    {
        AppFile picture = AppFile.FromBytes(s_picture, "hammer.png", "image/png");

        Photo photo = await _client.Items.UploadPhotoAsync(1, picture, caption: "Grün", cancellationToken: Cancellation);

        Assert.Equal(
            new Photo { FileName = "hammer.png", ContentType = "image/png", Size = 100_000, Caption = "Grün" }, photo);
    }

    [Fact]
    public async Task Upload_photo_leaves_out_a_field_that_is_not_given()
    {
        using MemoryStream stream = new(s_picture);

        Photo photo = await _client.Items.UploadPhotoAsync(1, AppFile.FromStream(stream, "a.png"), cancellationToken: Cancellation);

        Assert.Equal(100_000, photo.Size);
        Assert.Null(photo.Caption);
    }

    [Fact]
    public async Task Download_photo_streams_the_file()
    {
        await _client.Items.UploadPhotoAsync(1, AppFile.FromBytes(s_picture, "hammer.png", "image/png"), cancellationToken: Cancellation);

        await using AppFile file = await _client.Items.DownloadPhotoAsync(1, cancellationToken: Cancellation);
        using MemoryStream content = new();
        await file.CopyToAsync(content, Cancellation);

        Assert.Equal("hammer.png", file.FileName);
        Assert.Equal("image/png", file.ContentType);
        Assert.Equal(s_picture, content.ToArray());
    }

    [Fact]
    public async Task Download_photo_throws_the_declared_error()
    {
        AppException<NotFound> error = await Assert.ThrowsAsync<AppException<NotFound>>(
            () => _client.Items.DownloadPhotoAsync(1, cancellationToken: Cancellation));

        Assert.Equal("photo", error.Error.What);
    }

    [Fact]
    public async Task Attach_files_sends_many_files()
    {
        AppFile[] files = [AppFile.FromBytes(new byte[3], "a.txt"), AppFile.FromBytes(new byte[5], "b ü.txt")];

        IReadOnlyDictionary<string, long> sizes = await _client.Items.AttachFilesAsync(1, files, cancellationToken: Cancellation);

        Assert.Equal(new Dictionary<string, long> { ["a.txt"] = 3, ["b ü.txt"] = 5 }, sizes);
    }

    [Fact]
    public async Task Labels_are_text()
    {
        string printed = await _client.Items.ReadLabelAsync(2, cancellationToken: Cancellation);
        string written = await _client.Items.WriteLabelAsync(2, "Säge\n\"groß\"", cancellationToken: Cancellation);

        Assert.Equal("Saw (sold-out)", printed);
        Assert.Equal("Säge\n\"groß\"", written);
        Assert.Equal("Säge\n\"groß\"", await _client.Items.ReadLabelAsync(2, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Upload_manual_sends_bytes()
    {
        AppFile manual = AppFile.FromBytes(Encoding.UTF8.GetBytes("Hold the handle."));

        Assert.Equal(16, await _client.Items.UploadManualAsync(1, manual, cancellationToken: Cancellation));
    }
}
