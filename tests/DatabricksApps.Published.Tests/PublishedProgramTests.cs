using System.Reflection;
using System.Text.RegularExpressions;
using DatabricksApps.Published;
using LocalInventory;

namespace DatabricksApps.Published.Tests;

/// <summary>A program with a generated client makes every kind of call, however it is published.</summary>
public sealed class PublishedProgramTests : IAsyncLifetime
{
    private const string Expected = """
        get: Hammer 12.5 in-stock 2026-01-01 (3, 2, B)
        query: Bolts, Hammer
        list: 1
        post: 4 Nails (1, 2, C)
        patch: 39 null
        headers: nl 3 dark 2,1
        map: https://acme.example/shop north
        union: Hammer
        union sent: 4242
        anything: {"status":"ok","items":4}
        no content
        422: body.Name, body.Price
        404: item 99
        form: spring & more True
        multipart: hammer.png 100000 Front
        files: [a.txt, 3], [b.txt, 5]
        bytes: 16
        text: Saw, large
        download: hammer.png 100000
        events: 2500, -100
        lines: 40, 2500, -100
        plain HttpClient: Hammer
        dependency injection: Bolts
        serializer: True
        serializer, list: 2
        serializer, enum: new-one False
        serializer, own type: {"Id":7,"Note":"note"}

        """;

    private readonly string _artifacts = Path.Combine(Path.GetTempPath(), "DatabricksApps.Published.Tests", Guid.NewGuid().ToString("N"));

    private LocalInventoryApp _app = null!;

    internal static string Project { get; } = typeof(PublishedProgramTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "EveryCall").Value!;

    public async ValueTask InitializeAsync() => _app = await LocalInventoryApp.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (Directory.Exists(_artifacts))
        {
            Directory.Delete(_artifacts, recursive: true);
        }
    }

    [Fact]
    public async Task UnderTheJustInTimeCompiler() =>
        Assert.Equal(Expected, await Publishing.RunProgramAsync("dotnet", Built.EveryCall, _app.BaseAddress.AbsoluteUri));

    [Theory]
    [InlineData("aot")]
    [InlineData("trimmed")]
    public async Task PublishedWithoutAWarning(string publishAs)
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("PUBLISH_TESTS") == "true",
            "Publishing takes minutes, and native code a C compiler (Debian: clang, zlib1g-dev): PUBLISH_TESTS=true runs it.");

        (string folder, string output) = await Publishing.RunAsync(Project, publishAs, _artifacts);

        Assert.DoesNotMatch(new Regex(@"warning|\bIL[23]\d{3}\b"), output);
        Assert.Equal(Expected, await Publishing.RunProgramAsync(Path.Combine(folder, "EveryCall"), _app.BaseAddress.AbsoluteUri));
    }
}
