using System.Text;
using DatabricksApps.Tool.Documents;
using Microsoft.AspNetCore.Http;

namespace DatabricksApps.Tool.Tests.Commands;

/// <summary>Which file is replaced, and by what never.</summary>
public sealed class WrittenFileTests
{
    private static readonly string s_written = IndentedJson.Of(Encoding.UTF8.GetBytes(StandIn.Document));

    [Theory]
    [InlineData("{\"openapi\":\"3.1.0\",\"paths\":{", "it is no complete JSON, at line 1, byte 29")]
    [InlineData("", "it is empty")]
    public async Task A_broken_document_is_never_written_over_a_good_one(string broken, string fault)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", broken);
        using ToolFolder folder = new();
        folder.With("shop.openapi.json", s_written);

        ToolResult result = await folder.RunAsync("add", app.Url, "shop.openapi.json", "--no-sign-in", "--force");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith($"error: GET /api/openapi.json: the answer is no whole document: {fault}\n", result.Error);
        Assert.Equal(s_written, folder.Read("shop.openapi.json"));
        Assert.Equal(["shop.openapi.json"], folder.Files);
    }

    [Fact]
    public async Task A_document_that_the_connection_cuts_is_not_written()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", async context =>
        {
            context.Response.ContentLength = StandIn.Document.Length;
            await context.Response.WriteAsync(StandIn.Document[..50]);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        using ToolFolder folder = new();
        folder.With("shop.openapi.json", s_written);

        ToolResult result = await folder.RunAsync("add", app.Url, "shop.openapi.json", "--no-sign-in");

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error: GET /api/openapi.json: ", result.Error);
        Assert.Equal(s_written, folder.Read("shop.openapi.json"));
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(null, true, true)]
    public async Task A_document_less_than_half_as_long_asks_first(bool? answer, bool isForced, bool isWritten)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", """{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{}}""");
        Answers? answers = answer is { } said ? new(said) : null;
        using ToolFolder folder = new() { Questions = answers };
        folder.With("shop.openapi.json", s_written);

        ToolResult result = await folder.RunAsync(["add", app.Url, "shop.openapi.json", "--no-sign-in", .. isForced ? ["--force"] : Array.Empty<string>()]);

        Assert.Equal(isWritten ? 0 : 3, result.ExitCode);
        Assert.Equal(isWritten, folder.Read("shop.openapi.json") != s_written);
        const string doubt = "The app's document is less than half of what shop.openapi.json is: 0 operations in 97 characters, were 2 operations in 467";
        Assert.Equal(answer is null ? null : [doubt + ". Write it?"], answers?.Asked);
        if (!isWritten)
        {
            Assert.Equal($"error: {doubt}\nlikely cause: the app is another one now, or serves only a part of its document.\nnext step: look at what the app serves; --force writes it.\n", result.Error);
        }
    }

    [Theory]
    [InlineData("Program.cs", "class Program;")]
    [InlineData("appsettings.json", "{ /* ours */ }")]
    [InlineData("package.json", "{}")]
    [InlineData("index.json", "<html>")]
    public async Task A_file_that_is_no_document_is_not_replaced(string name, string content)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", StandIn.Document);
        using ToolFolder folder = new();
        folder.With(name, content);

        ToolResult result = await folder.RunAsync("add", app.Url, name, "--no-sign-in");

        Assert.Equal($"error: {name} is there, and is no document of an app\nnext step: write to another file; --force replaces it.\n", result.Error);
        Assert.Equal(content, folder.Read(name));
    }

    [Fact]
    public async Task What_is_there_and_says_the_same_is_not_written()
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", StandIn.Document);
        using ToolFolder folder = new();
        string crlf = s_written.Replace("\n", "\r\n", StringComparison.Ordinal);
        folder.With("a.openapi.json", crlf);

        ToolResult result = await folder.RunAsync("add", app.Url, "a.openapi.json", "--no-sign-in");

        Assert.Equal($"a.openapi.json: unchanged, 2 operations of {app.Url}, from /api/openapi.json\na.openapi.lock: what its client promises, 4 facts; check it in\n", result.Out);
        Assert.Equal(crlf, folder.Read("a.openapi.json"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"openapi\":")]
    [InlineData("<<<<<<< HEAD")]
    public async Task A_document_that_was_cut_is_replaced(string content)
    {
        await using StandIn app = await StandIn.StartAsync();
        app.With("/api/openapi.json", StandIn.Document);
        using ToolFolder folder = new();
        folder.With("shop.openapi.json", content);

        ToolResult result = await folder.RunAsync("add", app.Url, "shop.openapi.json", "--no-sign-in");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(s_written, folder.Read("shop.openapi.json"));
    }
}
