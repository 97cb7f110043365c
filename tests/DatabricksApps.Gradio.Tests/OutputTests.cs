using System.Text.Json;
using DatabricksApps.Gradio.Tests.OddApi;

namespace DatabricksApps.Gradio.Tests;

/// <summary>Functions that return something else than their components tell: what fits is typed, what does not is kept.</summary>
public sealed class OutputTests
{
    private readonly SnapshotApp _app = new("odd.gradio.json");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2.5", 2.5)]
    [InlineData("\"2.5\"", 2.5)]
    [InlineData("\"1e3\"", 1000.0)]
    [InlineData("true", 1.0)]
    [InlineData("false", 0.0)]
    [InlineData("\"true\"", 1.0)]
    [InlineData("null", null)]
    [InlineData("""{"__type__":"update","value":"7"}""", 7.0)]
    public async Task A_number_is_read_from_text_and_Booleans_too(string output, double? expected)
    {
        _app.Outputs = [$"[{output}]"];

        Assert.Equal(expected, await new OddClient(_app.Client).NStrAsync("x", cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData("\"a\"", "a", true)]
    [InlineData("\"c\"", "c", false)]
    [InlineData("3", "3", false)]
    [InlineData("true", "true", false)]
    [InlineData("""{"a":1}""", """{"a":1}""", false)]
    [InlineData("""["a","b"]""", """["a","b"]""", false)]
    public async Task A_choice_is_any_JSON(string output, string expected, bool isKnown)
    {
        _app.Outputs = [$"[{output}]"];

        ChoiceNumR choice = (await new OddClient(_app.Client).ChoiceNumAsync("x", cancellationToken: Cancellation))!.Value;

        Assert.Equal((expected, isKnown), (choice.Value, choice.IsKnown));
    }

    [Theory]
    [InlineData("\"high\"", "The string \"high\" cannot be read as a number.")]
    [InlineData("""{"value":1}""", "An object cannot be read as a number.")]
    [InlineData("[1]", "An array cannot be read as a number.")]
    public async Task One_output_that_is_none_of_its_type_is_in_the_exception(string output, string cause)
    {
        _app.Outputs = [$"[{output}]"];

        GradioOutputException misfit = await Assert.ThrowsAsync<GradioOutputException>(() => new OddClient(_app.Client).NStrAsync("x", cancellationToken: Cancellation));

        Assert.Equal(("n", output, AppErrorReason.UnexpectedValue), (misfit.Output, misfit.Value.GetRawText(), misfit.Reason));
        Assert.StartsWith($"POST /api/odd/gradio_api/queue/join: the function of '/n_str' has run, and its output 'n' is not of its type: {cause}", misfit.Message);
        Assert.Contains("Take the value as it came from the exception (Value).", misfit.Message);
    }

    [Fact]
    public async Task Of_several_outputs_one_that_is_none_of_its_type_costs_the_others_nothing()
    {
        _app.Outputs = ["""["high",3,"text",{"a":[1]}]"""];

        SeveralResult result = await new OddClient(_app.Client).SeveralAsync("x", cancellationToken: Cancellation);

        Assert.Equal(("3", "text"), (result.Choice!.Value.Value, result.Text));
        GradioOutputException score = Assert.Throws<GradioOutputException>(() => result.Score);
        GradioOutputException count = Assert.Throws<GradioOutputException>(() => result.Count);
        Assert.Equal(("score", "\"high\""), (score.Output, score.Value.GetRawText()));
        Assert.Equal(("count", """{"a":[1]}"""), (count.Output, count.Value.GetRawText()));
        Assert.Equal([score, count], result.Misfits);
        Assert.Equal("""{"score":"high","choice":"3","text":"text","count":{"a":[1]}}""", JsonSerializer.Serialize(result));
    }

    [Fact]
    public async Task A_result_without_misfits_has_none_and_a_copy_can_put_one_right()
    {
        OddClient odd = new(_app.Client);
        _app.Outputs = ["""[1,"a","t",2]"""];
        SeveralResult right = await odd.SeveralAsync("x", cancellationToken: Cancellation);
        _app.Outputs = ["""["high","a","t",2]"""];
        SeveralResult wrong = await odd.SeveralAsync("x", cancellationToken: Cancellation);

        SeveralResult mended = new(wrong) { Score = 1 };

        Assert.Empty(right.Misfits);
        Assert.Empty(mended.Misfits);
        Assert.Single(wrong.Misfits);
        Assert.Equal(right, mended);
        Assert.NotEqual(right, wrong);
    }

    [Fact]
    public async Task A_stream_tells_the_value_that_is_none_of_its_type()
    {
        _app.IsGenerator = true;
        _app.Outputs = ["[1]", "[\"2\"]", "[\"end\"]"];
        List<double?> given = [];

        GradioOutputException misfit = await Assert.ThrowsAsync<GradioOutputException>(async () =>
        {
            await foreach (double? value in new OddClient(_app.Client).NumbersStreamAsync(1, cancellationToken: Cancellation))
            {
                given.Add(value);
            }
        });

        Assert.Equal([1, 2], given);
        Assert.Equal("end", misfit.Value.GetString());
    }

    [Fact]
    public async Task A_stream_goes_on_after_a_value_that_is_none_of_its_type_if_somebody_is_told()
    {
        _app.IsGenerator = true;
        _app.Outputs = ["[1]", "[\"loading\"]", "[\"2\"]", "[3]"];
        List<string> told = [];
        AppRequestOptions options = new() { OnGradioMisfit = misfit => told.Add(misfit.Value.GetString()!) };

        GradioJob<double?> job = new OddClient(_app.Client).StartJob(client => client.NumbersStreamAsync(1, options));

        Assert.Equal(3, await job.Result.WaitAsync(Cancellation));
        Assert.Equal([1, 2, 3], job.Outputs);
        Assert.Equal(["loading"], told);
    }

    [Fact]
    public async Task An_edit_that_leads_nowhere_costs_no_result()
    {
        _app.Other = request => request.RequestUri!.AbsolutePath.EndsWith("/queue/data", StringComparison.Ordinal)
            ? new StringContent(
                """
                data: {"msg":"process_generating","event_id":"e","output":{"data":["a"]},"success":true}

                data: {"msg":"process_generating","event_id":"e","output":{"data":[[["append",["x",3],"b"]]]},"success":true}

                data: {"msg":"process_completed","event_id":"e","output":{"data":["abc"]},"success":true}

                data: {"msg":"close_stream","event_id":null}


                """,
                System.Text.Encoding.UTF8,
                "text/event-stream")
            : null;

        Assert.Equal(["a", "abc"], await new OddClient(_app.Client).WordsStreamAsync("x", cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("2", "2", true)]
    [InlineData("7", "7", false)]
    [InlineData("2.5", "2.5", false)]
    [InlineData("\"2\"", "\"2\"", false)]
    [InlineData("\"high\"", "\"high\"", false)]
    [InlineData("true", "true", false)]
    [InlineData("[1,2]", "[1,2]", false)]
    public async Task A_choice_of_numbers_is_any_JSON_too(string output, string expected, bool isKnown)
    {
        _app.Outputs = [$"[{output}]"];
        OddClient odd = new(_app.Client);

        var level = (await odd.LevelAsync(cancellationToken: Cancellation))!.Value;
        await odd.LevelAsync(level, cancellationToken: Cancellation);
        await odd.LevelAsync(new(3), cancellationToken: Cancellation);
        await odd.LevelAsync(new(1.5), cancellationToken: Cancellation);

        Assert.Equal((expected, isKnown), (level.Value, level.IsKnown));
        Assert.Equal(["[2]", $"[{expected}]", "[3]", "[1.5]"], _app.Data);
    }

    [Theory]
    [InlineData("three", "\"three\"", true)]
    [InlineData("\"three\"", "\"three\"", true)]
    [InlineData("1", "1", true)]
    [InlineData("2.5", "2.5", true)]
    [InlineData("teal", "\"teal\"", false)]
    [InlineData("7", "7", false)]
    [InlineData("a \"b\"", "\"a \\u0022b\\u0022\"", false)]
    public async Task A_mixed_choice_is_made_of_a_plain_text_or_of_JSON(string given, string json, bool isKnown)
    {
        ChooseKind kind = given;

        await new OddClient(_app.Client).ChooseAsync(kind, cancellationToken: Cancellation);

        Assert.Equal((json, isKnown), (kind.Value, kind.IsKnown));
        Assert.Equal($"[{json}]", Assert.Single(_app.Data));
    }
}
