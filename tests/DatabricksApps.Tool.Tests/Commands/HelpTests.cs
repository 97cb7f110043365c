namespace DatabricksApps.Tool.Tests.Commands;

/// <summary>What the tool says of itself, and of what it does not understand.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("add", "--help")]
    [InlineData("refresh", "-h")]
    public async Task Help_names_the_exit_codes(params string[] arguments)
    {
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync(arguments);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("\nExit codes:\n  0  done, nothing to say\n", result.Out.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("databricks-apps --help shows what there is.", "fetch", "x")]
    [InlineData("databricks-apps add --help shows what there is.", "add")]
    [InlineData("databricks-apps add --help shows what there is.", "add", "x", "--profil")]
    public async Task A_command_line_that_is_not_understood_is_no_finding(string next, params string[] arguments)
    {
        using ToolFolder folder = new();

        ToolResult result = await folder.RunAsync(arguments);

        Assert.Equal((3, ""), (result.ExitCode, result.Out));
        Assert.EndsWith($"\nnext step: {next}\n", result.Error);
        Assert.Equal(2, result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }
}
