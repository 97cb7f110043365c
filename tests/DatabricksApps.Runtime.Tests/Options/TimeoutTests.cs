using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Options;

public sealed class TimeoutTests
{
    public static TheoryData<TimeSpan> Wrong => [TimeSpan.Zero, TimeSpan.FromSeconds(-5), TimeSpan.FromDays(50), TimeSpan.MaxValue, TimeSpan.MinValue];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_time_that_is_none_is_refused_with_its_name(TimeSpan time)
    {
        ArgumentOutOfRangeException ofCall = Assert.Throws<ArgumentOutOfRangeException>(() => new AppRequestOptions { Timeout = time });
        ArgumentException ofClient = Assert.Throws<ArgumentException>(
            () => AppPipeline.Connect(new DatabricksAppOptions { BaseAddress = new Uri("https://app.example.com"), Token = "t", Timeout = time }));

        Assert.Equal("Timeout", ofCall.ParamName);
        Assert.StartsWith("AppRequestOptions.Timeout must be positive and at most 49 days, or Timeout.InfiniteTimeSpan.", ofCall.Message);
        Assert.Equal("DatabricksAppOptions.Timeout must be positive and at most 49 days, or Timeout.InfiniteTimeSpan.", ofClient.Message);
    }

    [Fact]
    public async Task The_longest_and_an_infinite_time_are_taken()
    {
        foreach (TimeSpan time in (TimeSpan[])[TimeSpan.FromDays(49), Timeout.InfiniteTimeSpan])
        {
            using AppConnection app = new(StubHandler.Json("\"x\"").Client());

            Assert.Equal("x", await app.StringAsync(Calls.Get(), new AppRequestOptions { Timeout = time }));
        }
    }
}
