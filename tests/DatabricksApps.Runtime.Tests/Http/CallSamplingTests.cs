using System.Diagnostics;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Http;

/// <summary>A call that is only passed on, and not recorded, costs no more than its name.</summary>
/// <remarks>Alone, so that nobody else who listens has it recorded.</remarks>
[Collection(Alone.Name)]
public sealed class CallSamplingTests
{
    [Theory]
    [InlineData(ActivitySamplingResult.PropagationData, false)]
    [InlineData(ActivitySamplingResult.AllData, true)]
    public async Task What_is_not_asked_for_is_not_told(ActivitySamplingResult sampling, bool isTold)
    {
        List<Activity> stopped = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = static source => source.Name == "DatabricksApps",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => sampling,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await new AppConnection(StubHandler.Json("\"x\"").Client()).StringAsync(Calls.Get());

        Activity activity = Assert.Single(stopped);
        Assert.Equal("GET /api/items", activity.DisplayName);
        Assert.Equal(
            isTold ? ["http.request.method", "http.response.status_code", "server.address", "server.port", "url.template"] : [],
            activity.TagObjects.Select(tag => tag.Key).Order(StringComparer.Ordinal));
    }
}
