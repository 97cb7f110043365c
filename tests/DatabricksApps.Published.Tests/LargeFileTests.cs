using System.Globalization;
using System.Text.RegularExpressions;
using DatabricksApps.Published;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.Published.Tests;

/// <summary>Files larger than memory stream in both directions: a gigabyte each way in a process of its own.</summary>
public sealed partial class LargeFileTests : IAsyncLifetime
{
    private const long Size = 1024L * 1024 * 1024;
    private const long MostAboveIdle = 64 * 1024 * 1024;

    private WebApplication _app = null!;

    public async ValueTask InitializeAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.MapGet("/api/health", () => Results.Text("{}", "application/json"));
        _app.MapPut("/api/items/1/manual", async (HttpRequest request) => Results.Text($"{await CountAsync(request.Body)}", "application/json"));
        _app.MapPut("/api/items/1/photo", async (HttpRequest request) => Results.Text(
            $$"""{"file_name":"large.bin","content_type":"application/octet-stream","size":{{await CountAsync(request.Body)}},"caption":null}""",
            "application/json"));
        _app.MapGet("/api/items/1/photo", () => Results.Stream(WriteAsync, "image/png"));
        await _app.StartAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_gigabyte_takes_few_megabytes()
    {
        string output = await Publishing.RunProgramAsync(
            "dotnet", Built.EveryCall, _app.Urls.First(), "large", Size.ToString(CultureInfo.InvariantCulture));
        TestContext.Current.TestOutputHelper?.WriteLine(output);

        (long Bytes, long Peak)[] steps = [.. Step().Matches(output).Select(step => (Number(step, 1), Number(step, 2)))];
        Assert.Equal(4, steps.Length);
        long idle = steps[0].Peak;
        Assert.Equal(Size, steps[1].Bytes);
        Assert.InRange(steps[2].Bytes, Size, Size + 1024);
        Assert.Equal(Size, steps[3].Bytes);
        Assert.All(steps, step => Assert.InRange(step.Peak - idle, 0, MostAboveIdle));
    }

    private static long Number(Match step, int group) => long.Parse(step.Groups[group].Value, CultureInfo.InvariantCulture);

    private static async Task<long> CountAsync(Stream body)
    {
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        for (int count = -1; count != 0; length += count)
        {
            count = await body.ReadAsync(buffer);
        }

        return length;
    }

    private static async Task WriteAsync(Stream body)
    {
        byte[] buffer = new byte[64 * 1024];
        for (long written = 0; written < Size; written += buffer.Length)
        {
            await body.WriteAsync(buffer);
        }
    }

    [GeneratedRegex(@": (\d+) bytes, (\d+) peak")]
    private static partial Regex Step();
}
