using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DatabricksApps.EndToEnd.Tests;

public sealed class QuickstartTests
{
    private const string Expected =
        """
        The inventory app listens on http://127.0.0.1:PORT/

        ── Read an item ──
        Hammer, 12.50 EUR, 40 in stock, added on 2026-01-01
        13 x 32.5 cm, note: Steel

        ── List items, filtered and paged ──
        1  Hammer    12.50 EUR  in-stock
        2  Saw       19.95 EUR  sold-out

        ── Change an item: what you set is what is sent ──
        39 in stock, note: none, price still 12.50 EUR

        ── Send values that the app refuses ──
        body.Name: ensure this value has at least 1 characters
        body.Price: ensure this value is greater than 0

        ── Upload a file ──
        hammer.png (image/png), 20 bytes, "Front"

        ── Place an order, paid in one of two ways ──
        Order 1: 25.00 EUR, card ending in 4242

        ── Follow a stream of events ──
        event 1: item 1 +40 at 12:30:00
        event 2: item 3 +2500 at 12:30:01
        event 3: item 3 -100 at 12:30:02

        ── Ask for what is not there ──
        NotFound: there is no item 99

        ── How all of that was signed ──
        Service principal quickstart signed in to http://127.0.0.1:PORT/ by client_credentials, once,
        and got a token for all-apis that ends in 60 minutes.

        """;

    [Fact]
    public async Task It_runs_and_prints_typed_results()
    {
        ProcessStartInfo start = new("dotnet", [Repository.Quickstart])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["LC_ALL"] = "C.UTF-8" },
        };
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("", await errors);
        Assert.Equal(Expected, Regex.Replace(output, @"127\.0\.0\.1:\d+", "127.0.0.1:PORT"), ignoreLineEndingDifferences: true);
    }
}
