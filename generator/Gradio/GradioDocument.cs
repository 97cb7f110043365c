using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Gradio;

/// <summary>What a snapshot says of a Gradio app.</summary>
internal sealed class GradioDocument
{
    /// <summary>Gets how many characters the snapshot has.</summary>
    public long Length { get; set; }

    /// <summary>Gets the app's title; null if the snapshot has none.</summary>
    public string? Title { get; init; }

    /// <summary>Gets the version of Gradio that the app runs on, such as <c>6.25.0</c>.</summary>
    public string? Version { get; init; }

    /// <summary>Gets the path that the app is mounted at, such as <c>/api/demo</c>; empty: at the root.</summary>
    public required string RootPath { get; init; }

    /// <summary>Gets the pointer of what <c>/info</c> answered.</summary>
    public required string Pointer { get; init; }

    /// <summary>Gets the public endpoints, in the document's order.</summary>
    public required IReadOnlyList<GradioEndpoint> Endpoints { get; init; }

    /// <summary>Gets the schemas that have a name, each once, however many endpoints carry a copy of it.</summary>
    public required IReadOnlyList<ApiComponent> Schemas { get; init; }
}

/// <summary>A function of the app that can be called.</summary>
internal sealed class GradioEndpoint
{
    public required string Pointer { get; init; }

    /// <summary>Gets the name with its slash, such as <c>/greet</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the function's docstring.</summary>
    public string? Description { get; init; }

    /// <summary>Gets whether the function yields values one after the other.</summary>
    public bool IsGenerator { get; init; }

    public required IReadOnlyList<GradioParameter> Parameters { get; init; }

    public required IReadOnlyList<GradioReturn> Returns { get; init; }
}

/// <summary>An input that a caller gives. State, which the server keeps, is none.</summary>
internal sealed class GradioParameter
{
    /// <summary>Gets the name of the Python argument.</summary>
    public required string Name { get; init; }

    /// <summary>Gets whether the name says no more than the place: the function has none for it.</summary>
    public bool IsPositional => Name.StartsWith("param_", StringComparison.Ordinal) && Name.Skip("param_".Length).All(c => c is >= '0' and <= '9');

    /// <summary>Gets what stands above the component on the page.</summary>
    public string? Label { get; init; }

    /// <summary>Gets the kind of component, such as <c>Textbox</c>.</summary>
    public string? Component { get; init; }

    public required ApiSchema Schema { get; init; }

    /// <summary>Gets the kind of JSON that it takes, which must be that of the running app.</summary>
    public required string Kind { get; init; }

    /// <summary>Gets the default; a JSON null is <see cref="ApiValue.Null"/>, none is null.</summary>
    public ApiValue? Default { get; init; }

    /// <summary>Gets whether there is a file in the default, which the running app has.</summary>
    public bool HasFileDefault { get; init; }
}

/// <summary>An output of an endpoint.</summary>
internal sealed class GradioReturn
{
    public string? Label { get; init; }

    public string? Component { get; init; }

    public required ApiSchema Schema { get; init; }
}
