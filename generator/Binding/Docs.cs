using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>Collects the texts of XML documentation.</summary>
internal static class Docs
{
    public static DocModel BindType(BindingContext context, ApiSchema schema, string fallback, params string[] pointers) =>
        Bind(schema, Split(schema.Title, schema.Description, fallback), pointers.Select(context.Source));

    /// <summary>Tells nothing but the places.</summary>
    public static DocModel Places(BindingContext context, IEnumerable<string> pointers) =>
        DocModel.None with { Sources = pointers.Select(context.Source).ToEquatableArray() };

    public static DocModel BindMember(ApiSchema schema, string? description)
    {
        ApiSchema described = description is null && schema.Description is null && schema.Title is null ? Followed(schema) : schema;
        return Bind(schema, (description ?? described.Description ?? described.Title, null), Enumerable.Empty<string>());
    }

    /// <param name="context">The document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="security">What the app asks of callers; null: nothing.</param>
    public static DocModel BindOperation(BindingContext context, ApiOperation operation, string? security)
    {
        bool hasBoth = operation is { Summary: not null, Description: not null };
        (string? summary, string? remarks) = Split(operation.Summary, operation.Description, hasBoth ? OperationNames.FirstChoice(operation) : "");
        remarks = security is null ? remarks : remarks is null ? security : remarks + "\n\n" + security;
        return new DocModel
        {
            Summary = summary,
            Remarks = remarks,
            Sources = EquatableArray.Create(context.Source(operation.Pointer)),
        };
    }

    /// <summary>Documents an endpoint of a Gradio app.</summary>
    public static DocModel BindEndpoint(BindingContext context, GradioEndpoint endpoint, bool isStream)
    {
        (string? summary, string? remarks) = Split(null, endpoint.Description, endpoint.Name);
        string? stream = isStream ? "Gives each value that the app yields; leaving the loop cancels the call on the server." : null;
        return new DocModel
        {
            Summary = summary,
            Remarks = remarks is null || stream is null ? remarks ?? stream : stream + "\n\n" + remarks,
            Sources = EquatableArray.Create(context.Source(endpoint.Pointer)),
        };
    }

    /// <summary>Documents an input of an endpoint.</summary>
    public static DocModel BindInput(GradioParameter parameter) => new()
    {
        Summary = string.IsNullOrEmpty(parameter.Component) ? parameter.Label : $"{parameter.Label} ({parameter.Component})",
        Remarks = parameter.Schema.Description,
        Constraints = parameter.Default is { Node: not null } value ? parameter.HasFileDefault ? "Default: a file of the app." : $"Default {value.Json}." : null,
        Bounds = parameter.Default is { Node: not null } given ? EquatableArray.Create(new BoundModel(BoundKind.Default, given.Json)) : default,
    };

    public static DocModel Text(string? summary) => DocModel.None with { Summary = summary };

    private static DocModel Bind(ApiSchema schema, (string? Summary, string? Remarks) texts, IEnumerable<string> sources) => new()
    {
        Summary = texts.Summary,
        Remarks = texts.Remarks,
        Example = schema.Example is { Node: not null } example ? example.Json : null,
        Constraints = Bounds.Describe(Bounds.Of(schema)),
        Bounds = Bounds.Of(schema),
        Sources = sources.ToEquatableArray(),
    };

    // allOf of one is how a reference gets a default.
    private static ApiSchema Followed(ApiSchema schema) =>
        SchemaFacts.Follow(schema is { Target: null, AllOf.Count: 1 } ? schema.AllOf[0] : schema);

    // The title that FastAPI makes of the name of a function or class says no more than the C# name does: the first
    // paragraph of the docstring says more.
    private static (string? Summary, string? Remarks) Split(string? title, string? description, string name)
    {
        description = description?.Trim() is { Length: > 0 } trimmed ? trimmed : null;
        bool isMadeUp = title is null || Words.Pascal(title) == Words.Pascal(name);
        if (description is null || !isMadeUp)
        {
            return (title, SameText(description, title) ? null : description);
        }

        string text = description.Replace("\r\n", "\n");
        int end = text.IndexOf("\n\n", System.StringComparison.Ordinal);
        return end < 0 ? (text, null) : (text.Substring(0, end), text.Substring(end).Trim());
    }

    private static bool SameText(string? a, string? b) => a is null || string.Equals(a.Trim(), b?.Trim(), System.StringComparison.Ordinal);
}
