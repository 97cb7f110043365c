using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace DatabricksApps.Tests.Http;

/// <summary>Listens to the activities and durations of one route, so that other tests' calls are not heard.</summary>
internal sealed class CallListener : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<(double Seconds, string[] Tags)> _durations = new();
    private readonly ActivityListener? _activityListener;
    private readonly MeterListener? _meterListener;

    public CallListener(string route, bool activities = true, bool durations = true)
    {
        if (activities)
        {
            _activityListener = new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "DatabricksApps",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                {
                    if (activity.DisplayName.EndsWith(" " + route, StringComparison.Ordinal))
                    {
                        _activities.Enqueue(activity);
                    }
                },
            };
            ActivitySource.AddActivityListener(_activityListener);
        }

        if (durations)
        {
            _meterListener = new MeterListener
            {
                InstrumentPublished = (instrument, listener) =>
                {
                    if (instrument.Meter.Name == "DatabricksApps")
                    {
                        Instrument = instrument;
                        listener.EnableMeasurementEvents(instrument);
                    }
                },
            };
            _meterListener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
            {
                string[] text = TextOf(tags.ToArray());
                if (text.Contains("url.template=" + route))
                {
                    _durations.Enqueue((seconds, text));
                }
            });
            _meterListener.Start();
        }
    }

    public Instrument? Instrument { get; private set; }

    public IReadOnlyCollection<Activity> Activities => _activities;

    public IReadOnlyCollection<(double Seconds, string[] Tags)> Durations => _durations;

    public static string[] TextOf(IEnumerable<KeyValuePair<string, object?>> tags) =>
        [.. tags.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)];

    public void Dispose()
    {
        _activityListener?.Dispose();
        if (Instrument is not null)
        {
            _meterListener!.DisableMeasurementEvents(Instrument); // .NET 8 does not at the end of the listener.
        }

        _meterListener?.Dispose();
    }
}
