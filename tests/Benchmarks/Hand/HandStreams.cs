using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DatabricksApps.Benchmarks.Hand;

/// <summary>The streams as a careful person reads them by hand.</summary>
internal sealed class HandStreams(HttpClient http)
{
    public async IAsyncEnumerable<SseItem<HandReading?>> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await http.GetAsync(
            "api/events", HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        SseParser<HandReading?> parser = SseParser.Create(body, static (_, data) => JsonSerializer.Deserialize(data, HandJson.Default.HandReading));
        await foreach (SseItem<HandReading?> item in parser.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item;
        }
    }

    public async IAsyncEnumerable<HandReading?> ExportAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using HttpResponseMessage response = await http.GetAsync(
            "api/readings", HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (HandReading? reading in JsonSerializer.DeserializeAsyncEnumerable(
            body, HandJson.Default.HandReading, topLevelValues: true, cancellationToken).ConfigureAwait(false))
        {
            yield return reading;
        }
    }
}
