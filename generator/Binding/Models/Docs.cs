using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Gradio;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models;

/// <summary>Collects the texts of the XML documentation of methods, and of what stands for no schema.</summary>
internal static class Docs
{
    /// <summary>Tells nothing but the places.</summary>
    public static DocModel Places(BindingContext context, IEnumerable<string> pointers) =>
        DocModel.None with { Sources = pointers.Select(context.Source).ToEquatableArray() };

    /// <param name="context">The document.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="security">What the app asks of callers; null: nothing.</param>
    public static DocModel BindOperation(BindingContext context, ApiOperation operation, string? security)
    {
        bool hasBoth = operation is { Summary: not null, Description: not null };
        (string? summary, string? remarks) = SchemaDocs.Split(operation.Summary, operation.Description, hasBoth ? OperationNames.FirstChoice(operation) : "");
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
        (string? summary, string? remarks) = SchemaDocs.Split(null, endpoint.Description, endpoint.Name);
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
}
