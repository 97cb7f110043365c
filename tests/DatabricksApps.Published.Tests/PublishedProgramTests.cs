using System.Reflection;
using System.Text.RegularExpressions;
using DatabricksApps.Gradio.Tests;
using DatabricksApps.Published;
using LocalGradio;
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

    private const string ExpectedOfGradio = """
        call: Hello, Ada! 1.5
        generator: tick0, tick0 tick1
        outputs: x {"count":0,"seen":[]}
        outputs: xx {"count":1,"seen":[0]}
        file: shouted.txt HELLO
        session: 1: one, 2: two
        news: work begins, work ends
        refused: name: name too short, age: must be an adult
        failed: No luck, Refused: not today

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
    public async Task Under_the_just_in_time_compiler() =>
        Assert.Equal(Expected, await Publishing.RunProgramAsync("dotnet", Built.EveryCall, _app.BaseAddress.AbsoluteUri));

    [Fact]
    public async Task A_gradio_client_under_the_just_in_time_compiler()
    {
        await using LocalGradioApp gradio = await StartGradioAsync();

        Assert.Equal(ExpectedOfGradio, await Publishing.RunProgramAsync("dotnet", Built.EveryCall, Root(gradio), "gradio"));
    }

    [Theory]
    [InlineData("aot")]
    [InlineData("trimmed")]
    public async Task Published_without_a_warning(string publishAs)
    {
        Publish.Require();

        (string folder, string output) = await Publishing.RunAsync(Project, publishAs, _artifacts);

        Assert.DoesNotMatch(new Regex(@"warning|\bIL[23]\d{3}\b"), output);
        string program = Path.Combine(folder, "EveryCall");
        Assert.Equal(Expected, await Publishing.RunProgramAsync(program, _app.BaseAddress.AbsoluteUri));
        await using LocalGradioApp gradio = await StartGradioAsync();
        Assert.Equal(ExpectedOfGradio, await Publishing.RunProgramAsync(program, Root(gradio), "gradio"));
    }

    private static Task<LocalGradioApp> StartGradioAsync()
    {
        Node.Require();
        return LocalGradioApp.StartAsync("--extras --mount /api/demo --step-ms 5", TestContext.Current.CancellationToken);
    }

    // The document holds the path below which the app is mounted.
    private static string Root(LocalGradioApp app) => app.Address.GetLeftPart(UriPartial.Authority);
}
