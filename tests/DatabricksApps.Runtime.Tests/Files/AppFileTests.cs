using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Files;

public class AppFileTests
{
    [Fact]
    public async Task A_file_of_bytes_of_a_path_and_of_a_stream_that_seeks_can_be_read_again()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");
        await File.WriteAllTextAsync(path, "abc", TestContext.Current.CancellationToken);
        using MemoryStream stream = new("xabc"u8.ToArray()) { Position = 1 };
        try
        {
            foreach (AppFile file in new[] { AppFile.FromBytes("abc"u8.ToArray()), AppFile.FromPath(path), AppFile.FromStream(stream) })
            {
                Assert.Equal(3, file.Length);
                Assert.Equal("abc", await ReadAsync(file));
                Assert.Equal("abc", await ReadAsync(file));
            }

            Assert.Equal(Path.GetFileName(path), AppFile.FromPath(path).FileName);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_read_once()
    {
        AppFile file = AppFile.FromStream(new ForwardStream("abc"u8.ToArray()));

        Assert.Null(file.Length);
        Assert.Equal("abc", await ReadAsync(file));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ReadAsync(file));
    }

    [Fact]
    public void A_path_without_a_file_fails_at_once() =>
        Assert.Throws<FileNotFoundException>(() => AppFile.FromPath("/no/such/file.csv"));

    [Fact]
    public void A_content_type_with_a_line_break_is_refused() =>
        Assert.Throws<ArgumentException>(() => AppFile.FromBytes(default, "a", "text/plain\r\nX: y"));

    [Fact]
    public async Task Disposing_a_file_disposes_its_stream_unless_told_otherwise()
    {
        MemoryStream owned = new();
        MemoryStream lent = new();

        await AppFile.FromStream(owned).DisposeAsync();
        AppFile.FromStream(lent, leaveOpen: true).Dispose();

        Assert.False(owned.CanRead);
        Assert.True(lent.CanRead);
    }

    [Fact]
    public async Task An_answer_is_a_file_with_name_type_and_length_and_holds_its_connection_until_disposed()
    {
        ForwardStream body = new("abc"u8.ToArray());
        StubHandler stub = Answer(body, content =>
        {
            content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            content.Headers.ContentLength = 3;
            content.Headers.TryAddWithoutValidation("Content-Disposition", "attachment; filename=\"x.csv\"; filename*=UTF-8''%E2%82%AC.csv");
        });

        AppFile file = await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);

        Assert.Equal(("€.csv", "text/csv", 3L), (file.FileName, file.ContentType, file.Length));
        Assert.Equal(0, body.Reads);
        Assert.Equal("abc", await ReadAsync(file));
        await file.DisposeAsync();
        Assert.True(body.IsDisposed);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\\\Windows\\\\x.dll", "x.dll")]
    [InlineData("..", null)]
    [InlineData("/", null)]
    [InlineData("a/..", null)]
    [InlineData("x.csv/", null)]
    [InlineData("C:x.csv", "Cx.csv")]
    [InlineData("x.csv:hidden", "x.csvhidden")]
    [InlineData("con", "_con")]
    [InlineData("NUL.tar.gz", "_NUL.tar.gz")]
    [InlineData("nul .txt", "_nul .txt")]
    [InlineData("com1", "_com1")]
    [InlineData("COM", "COM")]
    [InlineData("com10.txt", "com10.txt")]
    [InlineData("console.log", "console.log")]
    [InlineData("report. . ", "report")]
    [InlineData(" . ", null)]
    [InlineData("a<b>|c?*d", "abcd")]
    public async Task An_answers_file_name_has_no_folders_and_is_one_on_every_system(string name, string? expected)
    {
        StubHandler stub = Answer(
            new ForwardStream([]), content => content.Headers.TryAddWithoutValidation("Content-Disposition", $"attachment; filename=\"{name}\""));

        await using AppFile file = await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);

        Assert.Equal(expected, file.FileName);
    }

    [Theory]
    [InlineData("attachment; filename*=utf-7''a.txt", null)]
    [InlineData("attachment; filename=\"=?utf-7?B?aGVsbG8=?=\"", null)]
    [InlineData("attachment; filename*=utf-7''a.txt; filename=b.txt", "b.txt")]
    [InlineData("attachment; filename*=made-up''a.txt; filename=b.txt", "b.txt")]
    public async Task A_name_in_a_charset_that_is_not_supported_is_none(string disposition, string? name)
    {
        StubHandler stub = Answer(new ForwardStream([]), content => content.Headers.TryAddWithoutValidation("Content-Disposition", disposition));

        await using AppFile file = await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);

        Assert.Equal(name, file.FileName);
    }

    [Fact]
    public async Task A_cut_download_says_how_far_it_came()
    {
        StubHandler stub = Answer(new ForwardStream("abc"u8.ToArray(), new IOException("reset")), _ => { });
        await using AppFile file = await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);

        AppException exception = await Assert.ThrowsAsync<AppException>(() => ReadAsync(file));

        Assert.Equal(AppErrorReason.ConnectionLost, exception.Reason);
        Assert.Contains("GET /api/items: the connection was cut before the answer was complete after 3 bytes.", exception.Message);
    }

    [Fact]
    public async Task A_download_that_is_read_and_cut_says_so_too()
    {
        StubHandler stub = Answer(new ForwardStream("abc"u8.ToArray(), new IOException("reset"), piece: 1), _ => { });
        await using AppFile file = await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);
        Stream stream = await file.OpenReadAsync(TestContext.Current.CancellationToken);
        await stream.ReadExactlyAsync(new byte[2], TestContext.Current.CancellationToken);

        AppException exception = await Assert.ThrowsAsync<AppException>(() => stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken));

        Assert.Contains("after 3 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_no_cut_connection()
    {
        StubHandler stub = Answer(new ForwardStream("abc"u8.ToArray()), _ => { });
        await using AppFile file = await new AppConnection(stub.Client()).SendForFileAsync(Calls.Get(), null, TestContext.Current.CancellationToken);

        IOException exception = await Assert.ThrowsAsync<IOException>(() => file.CopyToAsync(new FullDisk(), TestContext.Current.CancellationToken));

        Assert.Equal("full", exception.Message);
    }

    private static StubHandler Answer(Stream body, Action<HttpContent> configure) => new(_ =>
    {
        StreamContent content = new(body);
        configure(content);
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
    });

    private static async Task<string> ReadAsync(AppFile file)
    {
        using MemoryStream target = new();
        await file.CopyToAsync(target, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(target.ToArray());
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("full");

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            throw new IOException("full");
    }
}
