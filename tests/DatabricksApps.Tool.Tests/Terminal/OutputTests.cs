using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Tests.Terminal;

/// <summary>What a failure says: its lines stay lines, and none of them looks like one of the tool's own.</summary>
public sealed class OutputTests
{
    [Fact]
    public void A_next_step_may_have_several_lines()
    {
        using StringWriter error = new();
        ToolContext context = new() { Directory = "/", Out = TextWriter.Null, Error = error };

        new Output(context, isJson: false).Fail(Failure.Of(new InvalidOperationException(
            "It failed. Likely cause: a cause. Next step: one of these.\n- first\nerror: second\u001b[2J")));

        Assert.Equal(
            "error: It failed.\nlikely cause: a cause.\nnext step: one of these.\n  - first\n  error: second [2J\n", error.ToString().ReplaceLineEndings("\n"));
    }
}
