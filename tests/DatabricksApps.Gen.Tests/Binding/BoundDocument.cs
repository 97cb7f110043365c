using DatabricksApps.Gen.Binding;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;
using DatabricksApps.Gen.OpenApi.Documents;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding;

/// <summary>A document that was read and bound, with its model as short texts.</summary>
internal sealed class BoundDocument
{
    private BoundDocument(ClientModel client, IReadOnlyList<Finding> findings)
    {
        Client = client;
        Findings = findings;
    }

    public ClientModel Client { get; }

    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets the diagnostics as <c>DBXAPP0101 /paths/~1a/get</c>.</summary>
    public IEnumerable<string> FindingPlaces => Findings.Select(f => f.Id + " " + f.Pointer);

    /// <summary>Binds a whole document.</summary>
    public static BoundDocument Of(
        string json, DocumentOptions? options = null, string path = "shop.openapi.json", IReadOnlyDictionary<string, string>? files = null, KeptNames? kept = null)
    {
        Findings findings = new();
        ReadResult read = DocumentReader.Read(path, json, file => files?.GetValueOrDefault(file), findings, TestContext.Current.CancellationToken);
        Assert.NotNull(read.Document);
        ClientModel client = ClientBinder.Bind(read.Document, path, options ?? DocumentOptions.Default, kept ?? KeptNames.None, findings, TestContext.Current.CancellationToken);
        return new BoundDocument(client, findings.Items);
    }

    /// <summary>Binds a document of the given component schemas.</summary>
    public static BoundDocument OfSchemas(string schemas) =>
        Of($$$"""{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{},"components":{"schemas":{{{schemas}}}}}""");

    /// <summary>Binds a document of the given paths (and component schemas).</summary>
    public static BoundDocument OfPaths(string paths, string schemas = "{}", DocumentOptions? options = null) =>
        Of($$$"""{"openapi":"3.1.0","info":{"title":"Shop","version":"1"},"paths":{{{paths}}},"components":{"schemas":{{{schemas}}}}}""", options);

    /// <summary>Gets the types as <c>record Item(required Int64 Id, …)</c>.</summary>
    public IEnumerable<string> Types => Client.Types.Select(Text);

    /// <summary>Gets a type's text.</summary>
    public string TypeOf(string name) => Text(Client.Types.Single(t => t.Name == name));

    /// <summary>Gets the operations as <c>Group.MethodAsync(Int64 id, String? q) -> Item</c>.</summary>
    public IEnumerable<string> Operations => Client.Groups.SelectMany(group => group.Operations.Select(operation => Text(group, operation)));

    private static string Text(TypeModel type) => type switch
    {
        ObjectTypeModel model => $"record {model.Name}({string.Join(", ", model.Properties.Select(Text))}"
            + (model.AdditionalProperties is { } more ? $", *: {Text(more)}" : "") + ")",
        EnumTypeModel model => $"{model.Kind} enum {model.Name}({string.Join(", ", model.Values.Select(v => $"{v.Name} = {v.Wire}"))})",
        UnionTypeModel model => $"union {model.Name}({string.Join(", ", model.Cases.Select(Text))})" + (model.Discriminator is { } d ? " by " + d : ""),
        TupleTypeModel model => $"tuple {model.Name}({string.Join(", ", model.Items.Select(Text))}{(model.Rest is { } rest ? ", *: " + Text(rest) : "")})",
        _ => throw new InvalidOperationException(),
    };

    private static string Text(PropertyModel property) =>
        $"{property.Presence} {Text(property.Type)} {property.Name}" + (property.Default is { } value ? $" = {value.Kind}:{value.Text}" : "");

    private static string Text(UnionCaseModel unionCase) =>
        $"{unionCase.Name}: {Text(unionCase.Type)}"
        + (unionCase.Tags.Count > 0 ? $" [{string.Join("|", unionCase.Tags)}]" : "")
        + (unionCase.TagMember is { } member ? " via " + member : "");

    private static string Text(GroupModel group, OperationModel operation)
    {
        IEnumerable<string> parameters = operation.Parameters.Select(p => $"{p.Location} {Text(p.Type)} {p.Name}")
            .Concat(operation.Body?.Fields.Select(f => $"{operation.Body.Kind} {Text(f.Type)} {f.Name}") ?? []);
        string result = operation.Response.Type is { } type ? Text(type) : operation.Response.Kind.ToString();
        string kind = operation.Response.Kind is ResponseKind.Events or ResponseKind.Lines or ResponseKind.Pages or ResponseKind.Union ? operation.Response.Kind + " " : "";
        return $"{(group.PropertyName is { } name ? name + "." : "")}{operation.MethodName}({string.Join(", ", parameters)}) -> {kind}{result}"
            + string.Concat(operation.Errors.Select(e => $" {e.FirstStatus}-{e.LastStatus}:{(e.Type is { } t ? Text(t) : e.Body == ErrorBody.Text ? "text" : "validation")}"));
    }

    private static string Text(TypeRef type) =>
        (type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Tuple ? $"{type.Kind}<{string.Join(", ", type.Arguments.Select(Text))}>" : type.Name ?? type.Kind.ToString())
        + (type.IsNullable ? "?" : "");
}
