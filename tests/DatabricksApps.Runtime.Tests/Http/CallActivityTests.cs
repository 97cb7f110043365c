using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

public sealed class CallActivityTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly ActivityListener _listener;
    private readonly Activity _test = new Activity("test").Start();

    public CallActivityTests()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "DatabricksApps",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _test.TraceId)
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }

    [Fact]
    public async Task A_call_is_traced_by_its_route_not_by_its_arguments()
    {
        await new AppConnection(StubHandler.Json("\"x\"").Client()).StringAsync(ReadItem());

        Activity activity = Assert.Single(_stopped);
        Assert.Equal(("GET /api/items/{item_id}", ActivityKind.Client), (activity.DisplayName, activity.Kind));
        Assert.Equal(
            [
                "http.request.method=GET", "http.response.status_code=200", "server.address=app.example.com", "server.port=443",
                "url.template=/api/items/{item_id}",
            ],
            Tags(activity));
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
    }

    [Fact]
    public async Task A_failure_is_traced_with_its_reason()
    {
        AppConnection app = new(StubHandler.Json("""{"detail":"Item not found"}""", HttpStatusCode.NotFound).Client());

        AppException exception = await Assert.ThrowsAsync<AppException>(() => app.StringAsync(ReadItem()));

        Activity activity = Assert.Single(_stopped);
        Assert.Equal((ActivityStatusCode.Error, exception.Message), (activity.Status, activity.StatusDescription));
        Assert.Contains("error.type=NotFound", Tags(activity));
        Assert.Contains("http.response.status_code=404", Tags(activity));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_without_an_answer_has_no_status_and_is_told_by_its_kind(bool isCallers)
    {
        InvalidOperationException thrown = new();
        AppConnection app = new(new StubHandler(_ => isCallers ? throw thrown : throw new HttpRequestException(HttpRequestError.ConnectionError)).Client());

        Exception? seen = await Record.ExceptionAsync(() => app.StringAsync(ReadItem()));

        Activity activity = Assert.Single(_stopped);
        Assert.Equal((ActivityStatusCode.Error, isCallers ? null : seen!.Message), (activity.Status, activity.StatusDescription));
        Assert.Contains("error.type=" + (isCallers ? "System.InvalidOperationException" : "Unreachable"), Tags(activity));
        Assert.DoesNotContain(Tags(activity), tag => tag.StartsWith("http.response.status_code", StringComparison.Ordinal));
        Assert.Contains("server.address=app.example.com", Tags(activity));
    }

    [Fact]
    public async Task One_that_was_never_joined_to_an_address_has_no_server()
    {
        AppConnection app = new(new HttpClient(StubHandler.Json("")));

        await Assert.ThrowsAsync<InvalidOperationException>(() => app.StringAsync(ReadItem()));

        Assert.DoesNotContain(Tags(Assert.Single(_stopped)), tag => tag.StartsWith("server.", StringComparison.Ordinal));
    }

    private static string[] Tags(Activity activity) => [.. activity.TagObjects.Select(t => $"{t.Key}={t.Value}").Order(StringComparer.Ordinal)];

    private static AppRequest ReadItem()
    {
        AppRequest request = new(HttpMethod.Get, "/api/items/{item_id}");
        request.AddPath("/api/items/7?secret=1");
        return request;
    }
}
