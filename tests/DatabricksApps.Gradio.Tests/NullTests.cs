using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Gradio.Tests.OddApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>Null is a value of every input, and another thing than none.</summary>
public sealed class NullTests
{
    private readonly SnapshotApp _app = new("odd.gradio.json");
    private readonly OddClient _odd;

    public NullTests() => _odd = new OddClient(_app.Client);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_input_that_must_be_given_can_be_null()
    {
        await _odd.Img2imgAsync(null, null, cancellationToken: Cancellation);
        await _odd.SetLimitAsync(null, cancellationToken: Cancellation);
        await _odd.FilterAsync(null, cancellationToken: Cancellation);
        await _odd.ChooseAsync(null, cancellationToken: Cancellation);
        await _odd.TableAsync(null, cancellationToken: Cancellation);

        Assert.Equal(["[null,null]", "[null]", "[null]", "[null]", "[null]"], _app.Data);
    }

    [Fact]
    public async Task Every_input_with_a_default_can_be_null()
    {
        await _odd.PickAsync(null, cancellationToken: Cancellation);
        await _odd.DimgAsync(null, cancellationToken: Cancellation);
        await _odd.DefaultsAsync(null, null, new(null), null, null, cancellationToken: Cancellation);

        Assert.Equal(["[null]", "[null]", "[null,null,null,null,null]"], _app.Data);
    }

    [Fact]
    public async Task An_input_that_is_not_given_is_the_default_of_the_app_that_runs()
    {
        // The snapshot has others.
        _app["/pick"]["parameters"]![0]!["parameter_default"] = "b";
        _app["/defaults"]["parameters"]![2]!["parameter_default"] = new JsonArray("b", "c");

        await _odd.PickAsync(cancellationToken: Cancellation);
        await _odd.DefaultsAsync(cancellationToken: Cancellation);

        Assert.Equal(["[\"b\"]", """["tick",3,["b","c"],{"headers":["1"],"data":[[""]],"metadata":null},null]"""], _app.Data);
    }

    [Fact]
    public async Task A_value_is_given_as_it_is_and_a_list_in_new()
    {
        await _odd.PickAsync(new("b"), cancellationToken: Cancellation);
        await _odd.DefaultsAsync("tock", 4, new(["b"]), new DataframeData { Headers = [], Data = [] }, JsonSerializer.SerializeToElement(1), cancellationToken: Cancellation);

        Assert.Equal(["[\"b\"]", """["tock",4,["b"],{"headers":[],"data":[]},1]"""], _app.Data);
    }

    [Fact]
    public async Task A_default_that_is_a_file_of_the_server_is_asked_for_and_sent_as_the_server_has_it()
    {
        _app["/dimg"]["parameters"]![0]!["parameter_default"] = JsonNode.Parse("""{"path":"/srv/gradio-temp/9876/sample.png","meta":{"_type":"gradio.FileData"}}""");

        await _odd.DimgAsync(cancellationToken: Cancellation);

        Assert.Equal(["""[{"path":"/srv/gradio-temp/9876/sample.png","meta":{"_type":"gradio.FileData"}}]"""], _app.Data);
    }

    [Fact]
    public async Task A_default_that_the_app_no_longer_has_must_be_given()
    {
        _app["/pick"]["parameters"]![0]!["parameter_has_default"] = false;

        AppException changed = await Assert.ThrowsAsync<AppException>(() => _odd.PickAsync(cancellationToken: Cancellation));
        await _odd.PickAsync(new("a"), cancellationToken: Cancellation);

        Assert.Contains("'kind' has no default, and must be given; nothing was sent", changed.Message);
        Assert.Equal(["[\"a\"]"], _app.Data);
    }

    [Fact]
    public void The_default_of_an_input_gives_nothing()
    {
        Assert.False(default(GradioInput<string?>).IsGiven);
        Assert.Equal((true, null), (new GradioInput<string?>(null).IsGiven, new GradioInput<string?>(null).Value));
    }
}
