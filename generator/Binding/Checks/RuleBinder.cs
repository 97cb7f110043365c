using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Checks;

/// <summary>Binds what the schemas of what is sent ask of values.</summary>
/// <remarks>
/// The app is the judge: a check that refuses what it takes is worse than none. So sets with doubles are not refused (Pydantic
/// takes them for a set), nor values that an enum does not name, and of a union that has no tag one case is enough.
/// </remarks>
internal sealed class RuleBinder
{
    private readonly HashSet<ApiSchema> _asking;
    private readonly Findings _findings;
    private readonly Func<string, string> _source;
    private readonly Dictionary<ApiComponent, string> _components = new();
    private readonly Dictionary<(string Name, RuleModel Rule), string> _shared = new();
    private readonly Queue<ApiComponent> _open = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<NamedRuleModel> _rules = new();

    /// <param name="sent">The schemas of all that is sent.</param>
    /// <param name="className">The class that holds the rules.</param>
    /// <param name="source">Names a place of the document.</param>
    /// <param name="findings">Takes what cannot be checked.</param>
    public RuleBinder(IEnumerable<ApiSchema> sent, string className, Func<string, string> source, Findings findings)
    {
        // No member may be called like its class, or hides one that every class has.
        _names.UnionWith(typeof(object).GetMethods().Select(method => method.Name).Append("MemberwiseClone").Append("Finalize").Append(className).Select(NamedRuleModel.FieldOf));
        _asking = AskingSchemas.Of(sent);
        _source = source;
        _findings = findings;
    }

    /// <summary>Gets the name of the rule of a value; null: nothing is asked of it.</summary>
    /// <param name="schema">What the document says of the value.</param>
    /// <param name="name">What the value is called.</param>
    public string? NameOf(ApiSchema schema, string name)
    {
        if (Of(schema) is not { } rule)
        {
            return null;
        }

        if (rule.Same is { } component)
        {
            return component;
        }

        // Each limit of 1 to 100 is one rule.
        if (!_shared.TryGetValue((name, rule), out string? known))
        {
            known = Claim(name);
            _shared.Add((name, rule), known);
            _rules.Add(new NamedRuleModel(known, _source(schema.Pointer), rule));
        }

        return known;
    }

    /// <summary>Gets all rules, in the order of their names.</summary>
    public EquatableArray<NamedRuleModel> All()
    {
        while (_open.Count > 0)
        {
            ApiComponent component = _open.Dequeue();
            _rules.Add(new NamedRuleModel(_components[component], _source(component.Schema.Pointer), Of(component.Schema) ?? new RuleModel()));
        }

        return _rules.OrderBy(rule => rule.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    private RuleModel? Of(ApiSchema schema)
    {
        if (!_asking.Contains(schema))
        {
            return null;
        }

        if (schema.Target is { } target)
        {
            return new RuleModel { Same = NameOf(target) };
        }

        RuleModel rule = OfBranches(schema, OfValue(schema));
        return rule == new RuleModel() ? null
            : rule == new RuleModel { All = rule.All } && rule.All.Count == 1 ? rule.All[0]
            : rule;
    }

    private string NameOf(ApiComponent component)
    {
        if (!_components.TryGetValue(component, out string? name))
        {
            name = Claim(component.Name);
            _components.Add(component, name);
            _open.Enqueue(component);
        }

        return name;
    }

    private string Claim(string wanted)
    {
        string stem = Words.Pascal(wanted) is { Length: > 0 } pascal ? pascal : "Value";
        string name = stem;
        for (int number = 2; !_names.Add(NamedRuleModel.FieldOf(name)); number++)
        {
            name = stem + number;
        }

        return name;
    }

    private RuleModel OfValue(ApiSchema schema)
    {
        RuleMemberModel[] members = schema.Properties
            .Select(property => Of(property.Schema) is { } rule ? new RuleMemberModel(property.Name, rule) : null)
            .OfType<RuleMemberModel>()
            .ToArray();

        // By the letter they meet the members of the other parts of an allOf too, which nobody means.
        bool isWhole = schema.AllOf.Count == 0 && schema.AnyOf.Count == 0 && schema.OneOf.Count == 0 && schema.PatternProperties.Count == 0;
        RuleModel? others = isWhole && schema.AdditionalPropertiesSchema is { } additional ? Of(additional) : null;
        EquatableArray<BoundModel> bounds = CheckableBounds.Of(schema, _findings);
        return new RuleModel
        {
            Bounds = bounds,
            Kinds = bounds.Any(bound => bound.Kind == BoundKind.MultipleOf) ? KindsOf(schema) : default,
            Items = schema.Items is { } items ? Of(items) : null,
            FirstItems = schema.PrefixItems.Any(_asking.Contains) ? schema.PrefixItems.Select(item => Of(item) ?? new RuleModel()).ToEquatableArray() : default,
            Members = members.ToEquatableArray(),
            OtherMembers = others,
            FreeMembers = others is null ? default : schema.Properties.Select(property => property.Name).Except(members.Select(member => member.Name)).ToEquatableArray(),
            DependentRequired = schema.DependentRequired.Where(names => !names.Any(name => IsReadOnly(schema, name))).Select(names => names.ToEquatableArray()).ToEquatableArray(),
        };
    }

    private RuleModel OfBranches(ApiSchema schema, RuleModel rule)
    {
        List<RuleModel> all = schema.AllOf.Select(Of).OfType<RuleModel>().ToList();
        IReadOnlyList<EquatableArray<string>> sets = RequiredSets.Of(schema);
        List<ApiSchema> branches = SchemaFacts.Branches(schema).Where(branch => !SchemaFacts.IsNull(branch)).ToList();
        if (sets.Count > 0)
        {
            rule = rule with { AnyRequired = sets.ToEquatableArray() };
        }
        else if (branches.Count == 1)
        {
            all.AddRange(branches.Select(Of).OfType<RuleModel>());
        }
        else if (DecimalOf(branches) is { } number)
        {
            all.AddRange(new[] { Of(number) }.OfType<RuleModel>().Select(bounds => bounds with { IsNumberInText = true }));
        }
        else if (branches.Any(_asking.Contains))
        {
            DiscriminatorFacts facts = DiscriminatorFacts.Of(schema, branches);

            // Of several scalars an app may take for one what is another: "12" for a number, 5 for a text.
            bool areSeveral = branches.Count(IsScalar) > 1;
            rule = rule with
            {
                Tag = facts.PropertyName,
                Any = branches.Select((branch, i) => CaseOf(branch, areSeveral && IsScalar(branch) ? new RuleModel() : Of(branch) ?? new RuleModel(), facts.Tags[i], schema.Discriminator is not null)).ToEquatableArray(),
            };
        }

        return all.Count == 0 ? rule : rule with { All = all.ToEquatableArray() };
    }

    // Pydantic's Decimal is a number or a string of digits; the client writes the latter.
    private static ApiSchema? DecimalOf(List<ApiSchema> branches) =>
        branches.Count == 2 && branches.Any(branch => SchemaFacts.TypesOf(branch) == ApiType.String && Formats.IsDecimalPattern(branch.Pattern))
            ? branches.FirstOrDefault(branch => SchemaFacts.TypesOf(branch) is ApiType.Number or ApiType.Integer)
            : null;

    // Where the document states a tag, FastAPI names the case by it, else by its class.
    private static RuleModel CaseOf(ApiSchema branch, RuleModel rule, EquatableArray<string> tags, bool isTagStated)
    {
        ApiSchema followed = SchemaFacts.Follow(branch);
        ObjectParts? parts = SchemaFacts.IsObject(branch) ? ObjectParts.Collect(branch) : null;
        IEnumerable<string> required = parts is null || !tags.IsEmpty ? Enumerable.Empty<string>()
            : parts.Required.Except(parts.Properties.Where(property => SchemaFacts.IsReadOnly(property.Schema)).Select(property => property.Name));
        return rule with
        {
            Kinds = parts is null ? KindsOf(followed) : EquatableArray.Create("Object"),
            Required = required.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
            Tags = tags,
            Case = isTagStated && !tags.IsEmpty ? null : ClassOf(branch) ?? LabelOf(followed),
        };
    }

    // FastAPI calls a class that is sent in another way than it comes Item-Input.
    private static string? ClassOf(ApiSchema schema) =>
        schema.Target?.Name is not { } name ? null
        : name.EndsWith("-Input", StringComparison.Ordinal) ? name.Substring(0, name.Length - "-Input".Length)
        : name;

    private static bool IsReadOnly(ApiSchema schema, string member) =>
        schema.Properties.Any(property => property.Name == member && SchemaFacts.IsReadOnly(property.Schema));

    private static bool IsScalar(ApiSchema schema) =>
        SchemaFacts.TypesOf(SchemaFacts.Follow(schema)) is ApiType.String or ApiType.Integer or ApiType.Number or ApiType.Boolean;

    private static EquatableArray<string> KindsOf(ApiSchema schema)
    {
        ApiType types = SchemaFacts.TypesOf(schema);
        return new[] { (ApiType.String, "Text"), (ApiType.Number, "Number"), (ApiType.Integer, "Integer"), (ApiType.Boolean, "Boolean"), (ApiType.Object, "Object"), (ApiType.Array, "Array") }
            .Where(kind => types.HasFlag(kind.Item1))
            .Select(kind => kind.Item2)
            .ToEquatableArray();
    }

    // As Pydantic calls a case that has no class.
    private static string? LabelOf(ApiSchema schema)
    {
        string? plain = SchemaFacts.TypesOf(schema) switch
        {
            ApiType.String => "str",
            ApiType.Integer => "int",
            ApiType.Number => "float",
            ApiType.Boolean => "bool",
            ApiType.Array when schema.Items is { } items => $"list[{ClassOf(items) ?? LabelOf(SchemaFacts.Follow(items)) ?? "any"}]",
            _ => null,
        };
        return plain is null || schema.Items is not null ? plain : Bounds.Of(schema).Any(bound => bound.Kind < BoundKind.Value) ? "constrained-" + plain : plain;
    }
}
