using DatabricksApps.Instances;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>The kinds of cases whose input is what a server does to a call of a generated client.</summary>
internal static class RuntimeKinds
{
    public const string Group = "runtime";
    public const string Answers = "answers";
    public const string Streams = "streams";
    public const string Faults = "faults";
    public const string Uploads = "uploads";

    /// <summary>Lists the kinds.</summary>
    public static IEnumerable<CaseKind> All()
    {
        RawDocument things = RawDocument.Read(Repository.Things)!;
        AnswerBuilder answers = new(things);
        StreamBuilder streams = new(things);
        FaultBuilder faults = new(answers, streams);
        yield return new CaseKind(Answers, Group, 8, 200, chance => ("answer.txt", answers.Build(chance).Write()));
        yield return new CaseKind(Streams, Group, 5, 200, chance => ("stream.txt", streams.Build(chance).Write()));
        yield return new CaseKind(Faults, Group, 8, 32, chance => ("fault.txt", faults.Build(chance).Write()));
        yield return new CaseKind(Uploads, Group, 4, 32, chance => ("upload.txt", faults.BuildUpload(chance).Write()));
    }
}
