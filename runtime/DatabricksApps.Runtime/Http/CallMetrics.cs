using System.Diagnostics.Metrics;

namespace DatabricksApps.Http;

/// <summary>The instruments of a meter, as OpenTelemetry's conventions for HTTP clients describe them.</summary>
internal static class CallMetrics
{
    public static Histogram<double> CreateDuration(Meter meter)
    {
        const string name = "http.client.request.duration";
        const string unit = "s";
        const string description = "Duration of HTTP client requests.";
#if NET9_0_OR_GREATER
        return meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10],
        });
#else
        // .NET 8 has no advice: there a listener is told the buckets by a view.
        return meter.CreateHistogram<double>(name, unit, description);
#endif
    }
}
