namespace DatabricksApps.Gen.Binding.Names;

/// <summary>The names of members that generated types have of themselves, which no name of a document may take.</summary>
internal static class ReservedNames
{
    /// <summary>Of types: a type may not have the name of a member that it has.</summary>
    public static readonly string[] Types =
    [
        .. ObjectMethods,
        "EqualityContract", "FitOf", "JsonMembers", "PrintMembers", "ReadFrom", "ReadMember", "TryGetUnknown", "WriteMembers",
    ];

    /// <summary>Of models of objects.</summary>
    public static readonly string[] ObjectMembers =
    [
        .. ObjectMethods,
        "AdditionalProperties", "Assign", "IsAssigned", "JsonMembers", "ReadFrom", "ReadMember", "ReadMembers", "WriteMembers", "WriteTo",
    ];

    /// <summary>Of the results of Gradio endpoints with several outputs.</summary>
    public static readonly string[] ResultMembers =
    [
        .. ObjectMembers,
        "GetOutput", "Misfits", "ReadOutput", "SetOutput", "WriteOutput",
    ];

    /// <summary>Of open enums: what stands beside their named values.</summary>
    public static readonly string[] EnumMembers =
    [
        .. ObjectMethods,
        "FitOf", "IsKnown", "Kind", "Known", "ReadFrom", "Unknown", "Value", "value__",
    ];

    /// <summary>Of unions: as the names of cases, and so of <c>TryGet…</c>, <c>From…</c> and parameters of <c>Match</c>.</summary>
    public static readonly string[] UnionMembers =
    [
        .. ObjectMethods,
        "Match", "Unknown", "Value",
    ];

    /// <summary>Of the parameters of every method.</summary>
    public static readonly string[] Parameters = ["options", "cancellationToken"];

    /// <summary>Of clients and their groups.</summary>
    public static readonly string[] ClientMembers =
    [
        .. ObjectMethods,
        "AnswerOfAsync", "App", "Create", "Dispose", "FailureOfAsync", "ResultOfAsync", "StartSession",
    ];

    private static string[] ObjectMethods =>
        ["Clone", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];
}
