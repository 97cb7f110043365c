using System.Diagnostics;
using System.Diagnostics.Metrics;
using DatabricksApps.Generated;

namespace DatabricksApps.Http;

/// <summary>
/// What is told of a call: an activity and a duration, with the attributes of OpenTelemetry's conventions for HTTP
/// clients. It ends with the call, when the answer is read or cannot be, a stream or file with its last byte. It shows no
/// argument, no query and no token.
/// </summary>
/// <remarks>A call that nobody listens to has none, and pays with two reads of a field.</remarks>
internal sealed class CallRecord
{
    private const string Name = "DatabricksApps";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Histogram<double> s_duration = CallMetrics.CreateDuration(new Meter(Name));

    private readonly AppRequest _request;
    private readonly Activity? _activity;
    private readonly long _start;
    private int? _status;
    private int _hasEnded;

    private CallRecord(AppRequest request, Activity? activity)
    {
        _request = request;
        _activity = activity;
        _start = Stopwatch.GetTimestamp();
    }

    /// <summary>Gets whether somebody listens.</summary>
    public static bool IsWanted => s_source.HasListeners() || s_duration.Enabled;

    /// <summary>Starts the record; null: nobody listens.</summary>
    public static CallRecord? Start(AppRequest request)
    {
        Activity? activity = s_source.HasListeners()
            ? s_source.StartActivity($"{request.Method} {request.Route}", ActivityKind.Client)
            : null;
        return activity is null && !s_duration.Enabled ? null : new CallRecord(request, activity);
    }

    /// <summary>Notes the status: an answer has one also where its body cannot be read.</summary>
    public void Answer(HttpResponseMessage response) => _status = (int)response.StatusCode;

    /// <summary>Ends the record of a call that went well, unless it has ended.</summary>
    public void Succeed() => End(null);

    /// <summary>Ends the record of a call that failed, unless it has ended.</summary>
    /// <param name="failure">What the caller is thrown.</param>
    /// <returns>False, always: as a filter, it lets the exception pass as it is.</returns>
    public bool Fail(Exception failure)
    {
        End(failure);
        return false;
    }

    private void End(Exception? failure)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) != 0)
        {
            return;
        }

        TagList tags = TagsOf(failure);
        TimeSpan duration = _activity is null ? Stopwatch.GetElapsedTime(_start) : Stop(_activity, tags, failure);
        s_duration.Record(duration.TotalSeconds, tags);
    }

    private static TimeSpan Stop(Activity activity, in TagList tags, Exception? failure)
    {
        if (activity.IsAllDataRequested)
        {
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                activity.SetTag(tag.Key, tag.Value);
            }
        }

        if (failure is not null)
        {
            activity.SetStatus(ActivityStatusCode.Error, (failure as AppException)?.Message);
        }

        // A file or stream ends in whatever the caller does by then, which stays current.
        Activity? current = Activity.Current;
        activity.Stop();
        if (current != activity)
        {
            Activity.Current = current;
        }

        return activity.Duration;
    }

    // Methods are those of the document, few and known, so that none is told as _OTHER.
    private TagList TagsOf(Exception? failure)
    {
        TagList tags = new()
        {
            { "http.request.method", _request.Method.Method },
            { "url.template", _request.Route },
        };
        if (_request.SentUri is { } address)
        {
            tags.Add("server.address", address.IdnHost);
            tags.Add("server.port", address.Port);
        }

        if (_status is { } status)
        {
            tags.Add("http.response.status_code", status);
        }

        if (failure is not null)
        {
            tags.Add("error.type", (failure as AppException)?.Reason.ToString() ?? failure.GetType().FullName);
        }

        return tags;
    }
}
