namespace DatabricksApps.Gen.Model;

/// <summary>What is checked of a value before it is sent, beyond its type.</summary>
internal sealed record RuleModel
{
    /// <summary>Gets the name of the rule that this one is; null: it is its own.</summary>
    public string? Same { get; init; }

    /// <summary>Gets the kinds of JSON that it speaks of; empty: any.</summary>
    public EquatableArray<string> Kinds { get; init; }

    /// <summary>Gets its bounds.</summary>
    public EquatableArray<BoundModel> Bounds { get; init; }

    /// <summary>Gets whether the number may be written as a string.</summary>
    public bool IsNumberInText { get; init; }

    /// <summary>Gets the rules of the first items of an array, one each.</summary>
    public EquatableArray<RuleModel> FirstItems { get; init; }

    /// <summary>Gets the rule of the other items.</summary>
    public RuleModel? Items { get; init; }

    /// <summary>Gets the rules of the members of an object, in the document's order.</summary>
    public EquatableArray<RuleMemberModel> Members { get; init; }

    /// <summary>Gets the rule of the members that the document does not name.</summary>
    public RuleModel? OtherMembers { get; init; }

    /// <summary>Gets the members that the document names and that have no rule, where others have one.</summary>
    public EquatableArray<string> FreeMembers { get; init; }

    /// <summary>Gets the members that tell a case of a union from others.</summary>
    public EquatableArray<string> Required { get; init; }

    /// <summary>Gets the sets of members of which all of one must be there.</summary>
    public EquatableArray<EquatableArray<string>> AnyRequired { get; init; }

    /// <summary>Gets the members that must be there where another one is: that one first.</summary>
    public EquatableArray<EquatableArray<string>> DependentRequired { get; init; }

    /// <summary>Gets rules that all hold.</summary>
    public EquatableArray<RuleModel> All { get; init; }

    /// <summary>Gets the cases of a union.</summary>
    public EquatableArray<RuleModel> Any { get; init; }

    /// <summary>Gets the member that names the case.</summary>
    public string? Tag { get; init; }

    /// <summary>Gets, of a case, the values of the tag that mean it.</summary>
    public EquatableArray<string> Tags { get; init; }

    /// <summary>Gets, of a case without a tag, what FastAPI calls it.</summary>
    public string? Case { get; init; }
}

/// <summary>The rule of a member.</summary>
/// <param name="Name">The member on the wire.</param>
/// <param name="Rule">Its rule.</param>
internal sealed record RuleMemberModel(string Name, RuleModel Rule);

/// <summary>A rule with a name.</summary>
/// <param name="Name">The C# property that holds it.</param>
/// <param name="Source">The place in the document that says so.</param>
/// <param name="Rule">The rule.</param>
internal sealed record NamedRuleModel(string Name, string Source, RuleModel Rule)
{
    /// <summary>Gets the field that keeps the rule of a name, without its prefix.</summary>
    public static string FieldOf(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}

/// <summary>What is checked of a call before it is sent.</summary>
/// <param name="Place">Where the value goes, as FastAPI calls it.</param>
/// <param name="WireName">The value's name there; empty: it is the whole body.</param>
/// <param name="ParameterName">The C# parameter; empty: the body as it was written.</param>
/// <param name="Type">The parameter's type; null: the body as it was written.</param>
/// <param name="Rule">The name of the rule.</param>
internal sealed record CheckModel(string Place, string WireName, string ParameterName, TypeRef? Type, string Rule);

/// <summary>What the file of the rules of a document is written from.</summary>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="Namespace">The namespace of the client.</param>
/// <param name="ClientName">The client class, which the folder of the files is named after.</param>
/// <param name="RulesName">The class that holds the rules.</param>
/// <param name="Rules">The rules; none: no file.</param>
internal sealed record RulesFileModel(string DocumentName, string Namespace, string ClientName, string RulesName, EquatableArray<NamedRuleModel> Rules);
