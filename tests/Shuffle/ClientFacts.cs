using DatabricksApps.Gen.Model;

namespace DatabricksApps.Shuffle;

/// <summary>What the C# of a document says, place by place, but for the order of parameters, members and cases.</summary>
internal sealed class ClientFacts
{
    private readonly Dictionary<Fact, string> _facts = [];
    private readonly Func<string, string> _nameOf;

    private ClientFacts(Func<string, string> nameOf) => _nameOf = nameOf;

    /// <summary>Finds what two orders of a document do not agree on.</summary>
    /// <param name="before">The client as the document stands.</param>
    /// <param name="after">The client of the other order.</param>
    /// <param name="newcomer">The pointer of what the first document does not have; null: nothing.</param>
    public static IReadOnlyList<Difference> Compare(ClientModel? before, ClientModel? after, string? newcomer = null)
    {
        if (before is null || after is null)
        {
            return before is null == after is null
                ? []
                : [new Difference(new Fact(DifferenceKind.Client, ""), before?.ClientName, after?.ClientName)];
        }

        TypeNames names = TypeNames.Match(before, after, newcomer);
        HashSet<string> missing = [.. names.Differences
            .Where(difference => difference.Fact.Kind == DifferenceKind.TypeMissing)
            .Select(difference => (difference.Before ?? difference.After)!)];

        // What the newcomer is of too may have another name, and members and cases whose names give way to that.
        missing.UnionWith(after.Types.Where(type => newcomer is not null && TypeNames.HasPlaceOf(type, newcomer)).Select(type => names.Of(type.Name)));
        Dictionary<Fact, string> olds = Read(before, name => name, _ => true, null, missing);
        Dictionary<Fact, string> news = Read(after, names.Of, names.Has, newcomer, missing);
        return
        [
            .. names.Differences,
            .. olds.Keys.Union(news.Keys)
                .Select(fact => new Difference(fact, olds.GetValueOrDefault(fact), news.GetValueOrDefault(fact)))
                .Where(difference => difference.Before != difference.After),
        ];
    }

    private static Dictionary<Fact, string> Read(
        ClientModel client, Func<string, string> nameOf, Func<string, bool> isKnown, string? newcomer, HashSet<string> missing)
    {
        ClientFacts facts = new(nameOf);
        foreach (GroupModel group in client.Groups)
        {
            foreach (OperationModel operation in group.Operations)
            {
                string place = operation.Doc.Sources[0];
                place = place[(place.IndexOf('#') + 1)..];
                if (newcomer is null || !place.StartsWith(newcomer + "/", StringComparison.Ordinal))
                {
                    facts.AddOperation(place, group, operation);
                }
            }
        }

        foreach (TypeModel type in client.Types)
        {
            // A type that one client lacks is one difference, not one a member.
            if (isKnown(type.Name) && !missing.Contains(type.Name) && !missing.Contains(nameOf(type.Name)))
            {
                facts.AddType(type);
            }
        }

        return facts._facts;
    }

    private void AddOperation(string place, GroupModel group, OperationModel operation)
    {
        Add(DifferenceKind.OperationName, place, $"{group.PropertyName}.{operation.MethodName}");
        foreach (ParameterModel parameter in operation.Parameters)
        {
            string of = $"{place} {parameter.Location} {parameter.WireName}";
            Add(DifferenceKind.ParameterName, of, parameter.Name);
            Add(DifferenceKind.ParameterType, of, Text(parameter.Type) + (parameter.IsRequired ? " required" : ""));
        }

        if (operation.Body is { } body)
        {
            Add(DifferenceKind.Body, place, $"{body.Kind} {body.MediaType} {(body.Type is { } type ? Text(type) : "")} {body.IsRequired}");
            foreach (BodyFieldModel field in body.Fields)
            {
                string of = $"{place} body {field.WireName}";
                Add(DifferenceKind.ParameterName, of, field.Name);
                Add(DifferenceKind.ParameterType, of, Text(field.Type) + (field.IsRequired ? " required" : "") + Text(field.Default));
            }
        }

        ResponseModel response = operation.Response;
        IEnumerable<string> cases = response.Cases.Select(c => $"{c.FirstStatus}-{c.LastStatus}:{c.CaseName} {Text(c.Type)}").Order(StringComparer.Ordinal);
        Add(DifferenceKind.Response, place, $"{response.Kind} {Text(response.Type)} {string.Join(", ", cases)}");
        IEnumerable<string> errors = operation.Errors.Select(e => $"{e.FirstStatus}-{e.LastStatus}:{Text(e.Type)}").Order(StringComparer.Ordinal);
        Add(DifferenceKind.Errors, place, string.Join(", ", errors));
    }

    private void AddType(TypeModel type)
    {
        string place = _nameOf(type.Name);
        switch (type)
        {
            case ObjectTypeModel model:
                Add(DifferenceKind.TypeShape, place, $"object {Text(model.AdditionalProperties)}{Deprecation(model)}");
                foreach (PropertyModel property in model.Properties)
                {
                    string of = $"{place} '{property.WireName}'";
                    Add(DifferenceKind.MemberName, of, property.Name);
                    Add(DifferenceKind.MemberType, of, $"{property.Presence} {Text(property.Type)}{Text(property.Default)}");
                }

                break;
            case EnumTypeModel model:
                Add(DifferenceKind.TypeShape, place, $"{model.Kind} enum{Deprecation(model)}");
                foreach (EnumValueModel value in model.Values)
                {
                    Add(DifferenceKind.EnumValue, $"{place} '{value.Wire}'", value.Name);
                }

                break;
            case UnionTypeModel model:
                Add(DifferenceKind.TypeShape, place, $"union by {model.Discriminator}{Deprecation(model)}");
                foreach (UnionCaseModel unionCase in model.Cases)
                {
                    IEnumerable<string> tags = unionCase.Tags.Order(StringComparer.Ordinal);
                    Add(DifferenceKind.UnionCase, $"{place} {Text(unionCase.Type)}", $"{unionCase.Name} [{string.Join("|", tags)}] {unionCase.TagMember}");
                }

                break;
            case TupleTypeModel model:
                Add(DifferenceKind.TypeShape, place, $"tuple {string.Join(", ", model.Items.Select(Text))} {Text(model.Rest)}{Deprecation(model)}");
                break;
        }
    }

    private void Add(DifferenceKind kind, string place, string value) => _facts[new Fact(kind, place)] = value;

    private static string Deprecation(TypeModel type) => type.IsDeprecated ? " deprecated" : "";

    private static string Text(LiteralModel? value) => value is null ? "" : $" = {value.Kind}:{value.Text}";

    private string Text(TypeRef? type) => type is null
        ? ""
        : (type.Name is { } name ? _nameOf(name) : type.Kind.ToString())
            + (type.Arguments.IsEmpty ? "" : $"<{string.Join(", ", type.Arguments.Select(Text))}>")
            + (type.IsNullable ? "?" : "");
}
