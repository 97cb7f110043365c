using DatabricksApps.Gradio.Tests.DemoApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>State, values that are none, validators, messages, changes of the page, exceptions, several outputs.</summary>
public sealed class ExtrasTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task State_is_kept_in_a_session_and_nowhere_else()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        using DemoClient session = demo.StartSession();

        string? first = await session.ChatAsync("a", cancellationToken: Cancellation);
        string? second = await session.ChatAsync("b", cancellationToken: Cancellation);
        string? apart = await demo.ChatAsync("c", cancellationToken: Cancellation);
        string? third = await session.ChatAsync("d", cancellationToken: Cancellation);

        Assert.Equal(["1: a", "2: b", "1: c", "3: d"], [first, second, apart, third]);
    }

    [Fact]
    public async Task A_number_that_is_none_is_null()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        StatsResult? stats = await demo.StatsAsync("x", cancellationToken: Cancellation);

        Assert.Null(stats!.Nan);
        Assert.Equal("""{"nan":null,"details":{"label":"x","top":null}}""", System.Text.Json.JsonSerializer.Serialize(stats));
    }

    [Fact]
    public async Task What_a_validator_refuses_names_the_parameter()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppValidationException refused = await Assert.ThrowsAsync<AppValidationException>(
            () => demo.PersonAsync("Adam", 3, cancellationToken: Cancellation));

        AppValidationError error = Assert.Single(refused.Errors);
        Assert.Equal(("age", "must be an adult"), (error.Member, error.Message));
        Assert.Equal("Adam is 30", await demo.PersonAsync("Adam", 30, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Progress_and_messages_are_told_to_who_asks()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        List<GradioStatus> told = [];

        string? worked = await demo.BusyAsync(2, new AppRequestOptions { OnGradioStatus = told.Add }, Cancellation);

        Assert.Equal("worked", worked);
        Assert.Equal(GradioStage.Queued, told[0].Stage);
        Assert.Contains(told, status => status.Stage == GradioStage.Started);
        Assert.Contains(told, status => status.Stage == GradioStage.Log && status is { Message.Length: > 0, Level.Length: > 0 });
        Assert.Contains(told, status => status.Stage == GradioStage.Progress && status.Progress.Count > 0);
    }

    [Fact]
    public async Task A_change_of_the_page_is_its_value_or_none()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        TouchResult? touched = await demo.TouchAsync("t", cancellationToken: Cancellation);

        Assert.Equal(("t", null), (touched!.First, touched.Second));
    }

    [Theory]
    [InlineData("--extras", null)]
    [InlineData("--extras --show-error", "boom")]
    public async Task An_exception_says_what_the_app_shows_of_it(string arguments, string? message)
    {
        await using FakeGradio app = await FakeGradio.StartAsync(arguments);
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        AppException<GradioError> failed = await Assert.ThrowsAsync<AppException<GradioError>>(
            () => demo.CrashAsync("boom", cancellationToken: Cancellation));

        Assert.Equal(message is null, failed.Error.Message is null);
        Assert.Contains(message ?? "hides why", failed.Message);
    }

    [Fact]
    public async Task Several_outputs_grow_together()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);

        List<string> grown = [];
        await foreach (GrowResult? result in demo.GrowStreamAsync(3, cancellationToken: Cancellation))
        {
            grown.Add(result!.Grown + " " + result.GrownJSON);
        }

        Assert.Equal(
            ["""x {"count":0,"seen":[]}""", """xx {"count":1,"seen":[0]}""", """xxx {"count":2,"seen":[0,1]}"""], grown);
    }

    [Fact]
    public async Task Calls_of_one_session_do_not_mix()
    {
        await using FakeGradio app = await FakeGradio.StartAsync("--extras --step-ms 5");
        using HttpClient http = app.CreateClient();
        using DemoClient demo = new(http);
        using DemoClient session = demo.StartSession();

        string[] names = [.. Enumerable.Range(0, 10).Select(i => "n" + i)];
        Task<string?> count = session.CountAsync("c", 5, cancellationToken: Cancellation);
        string?[] greetings = await Task.WhenAll(names.Select(name => session.GreetAsync(name, cancellationToken: Cancellation)));

        Assert.Equal(names.Select(name => $"Hello, {name}!"), greetings);
        Assert.Equal("c0 c1 c2 c3 c4", await count);
    }
}
