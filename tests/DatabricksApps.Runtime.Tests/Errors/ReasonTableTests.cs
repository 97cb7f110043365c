using System.Runtime.CompilerServices;

namespace DatabricksApps.Tests.Errors;

public sealed class ReasonTableTests
{
    [Theory]
    [MemberData(nameof(Reasons))]
    public void The_README_says_of_each_reason_whether_a_call_was_carried_out(AppErrorReason reason)
    {
        string[] rows = File.ReadAllText(Readme()).Split('\n').SkipWhile(line => !line.StartsWith("| `Reason` |", StringComparison.Ordinal))
            .Skip(2).TakeWhile(line => line.StartsWith('|')).ToArray();

        Assert.Single(rows, row => row.Split('|')[1].Contains($"`{reason}`", StringComparison.Ordinal));
    }

    public static TheoryData<AppErrorReason> Reasons => [.. Enum.GetValues<AppErrorReason>()];

    private static string Readme([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "../../../README.md");
}
