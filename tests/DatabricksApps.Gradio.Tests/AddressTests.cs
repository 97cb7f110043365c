using System.Text;
using DatabricksApps.Gradio.Tests.OddApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>Files by their addresses: given to the app, and told of what it returns.</summary>
public sealed class AddressTests
{
    private readonly SnapshotApp _app = new("odd.gradio.json");
    private readonly List<string> _fetched = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://example.com/a%20b.png?x=1", null, "https://example.com/a%20b.png?x=1", "a b.png")]
    [InlineData("http://example.com/", null, "http://example.com/", null)]
    [InlineData("https://example.com/a.png", "b.png", "https://example.com/a.png", "b.png")]
    public async Task A_file_at_an_address_is_given_as_the_address(string address, string? name, string path, string? expected)
    {
        AppFile file = AppFile.FromUri(new Uri(address), name, "image/png");
        await new OddClient(_app.Client).Img2imgAsync("x", file, cancellationToken: Cancellation);

        string sent = expected is null ? "null" : $"\"{expected}\"";
        Assert.Equal(["[\"x\",{\"path\":\"" + path + "\",\"orig_name\":" + sent + ""","mime_type":"image/png","meta":{"_type":"gradio.FileData"}}]"""], _app.Data);
        Assert.DoesNotContain("/gradio_api/upload", _app.Paths);
        Assert.Equal(new Uri(address), file.Address);
    }

    [Theory]
    [InlineData("a.png")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/a.png")]
    public void An_address_is_absolute_and_of_http(string address) =>
        Assert.Throws<ArgumentException>(() => AppFile.FromUri(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Fact]
    public async Task A_file_at_an_address_is_read_by_nobody_but_the_app()
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await AppFile.FromUri(new Uri("https://example.com/a.png?token=1")).OpenReadAsync(Cancellation));

        Assert.Equal("The file lies at https://example.com/a.png, which the client does not call: only a Gradio app takes an address in place of a file.", failure.Message);
    }

    [Theory]

    // At the app: whatever host the app takes itself for.
    [InlineData("""{"path":"/tmp/a b/c.png","url":"http://10.0.0.1:7860/gradio_api/file=/tmp/a b/c.png"}""", "https://app.example.com/api/odd/gradio_api/file=/tmp/a%20b/c.png", "/gradio_api/file=/tmp/a%20b/c.png")]
    [InlineData("""{"path":"s1/2/3/playlist.m3u8","is_stream":true,"url":"http://10.0.0.1:7860/gradio_api/stream/s1/2/3/playlist.m3u8"}""", "https://app.example.com/api/odd/gradio_api/stream/s1/2/3/playlist.m3u8", "/gradio_api/stream/s1/2/3/playlist.m3u8")]
    [InlineData("""{"path":"s1/2/3/playlist.m3u8","is_stream":true,"url":null}""", "https://app.example.com/api/odd/gradio_api/stream/s1/2/3/playlist.m3u8", "/gradio_api/stream/s1/2/3/playlist.m3u8")]

    // Elsewhere: told, and not called.
    [InlineData("""{"path":"https://cdn.example.com/a.png","url":"https://cdn.example.com/a.png"}""", "https://cdn.example.com/a.png", null)]
    [InlineData("""{"path":null,"url":"https://cdn.example.com/a.png"}""", "https://cdn.example.com/a.png", null)]
    [InlineData("""{"path":null,"url":"data:image/png;base64,aGk="}""", null, "")]
    public async Task The_address_of_an_output_is_told(string output, string? address, string? fetched)
    {
        _app.Outputs = [$"[{output}]"];
        _app.Other = request =>
        {
            string path = request.RequestUri!.AbsolutePath;
            if (!path.Contains("/file=", StringComparison.Ordinal) && !path.Contains("/stream/", StringComparison.Ordinal))
            {
                return null;
            }

            _fetched.Add(path["/api/odd".Length..]);
            return new StringContent("hi", Encoding.UTF8, "text/plain");
        };

        AppFile file = (await new OddClient(_app.Client).FileAsync("x", cancellationToken: Cancellation))!;

        Assert.Equal(address, file.Address?.AbsoluteUri);
        if (fetched is null)
        {
            InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await file.OpenReadAsync(Cancellation));
            Assert.Contains("which the client does not call (Address): https://cdn.example.com/a.png", failure.Message);
            _app.Outputs = ["[null]"];
            await new OddClient(_app.Client).Img2imgAsync("x", file, cancellationToken: Cancellation);
            Assert.EndsWith($"{output}]", _app.Data.Last());
            return;
        }

        using StreamReader reader = new(await file.OpenReadAsync(Cancellation));
        Assert.Equal("hi", await reader.ReadToEndAsync(Cancellation));
        Assert.Equal(fetched.Length == 0 ? [] : [fetched], _fetched);
    }
}
