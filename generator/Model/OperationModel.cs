namespace DatabricksApps.Gen.Model;

/// <summary>An operation: a method of a group.</summary>
/// <param name="MethodName">The C# method, ending in <c>Async</c>.</param>
/// <param name="Call">What it calls.</param>
/// <param name="Parameters">Path, query, header and cookie parameters; required ones first, in the document's order.</param>
/// <param name="Body">What is sent; null: no body.</param>
/// <param name="Response">What a success gives.</param>
/// <param name="Errors">The declared errors that have a body, the exact status codes first.</param>
/// <param name="Doc">Its documentation; the source names the operation's place.</param>
/// <param name="IsDeprecated">Whether the document calls it deprecated.</param>
internal sealed record OperationModel(
    string MethodName,
    CallModel Call,
    EquatableArray<ParameterModel> Parameters,
    BodyModel? Body,
    ResponseModel Response,
    EquatableArray<ErrorModel> Errors,
    DocModel Doc,
    bool IsDeprecated)
{
    /// <summary>Gets, for <see cref="ResponseKind.Pages"/>, how pages are read; else null.</summary>
    public PagingModel? Paging { get; init; }

    /// <summary>Gets what is checked before the call is sent, if the item asks for it.</summary>
    public EquatableArray<CheckModel> Checks { get; init; }

    /// <summary>Gets the API keys that the app asks for.</summary>
    public EquatableArray<ApiKeyModel> ApiKeys { get; init; }

    /// <summary>Gets the scopes that the document asks for, by its own security schemes and by <c>x-databricks-scopes</c>, in the order of their names.</summary>
    public EquatableArray<string> Scopes { get; init; }
}

/// <summary>What a method calls.</summary>
/// <param name="Name">How the documentation names it, such as <c>GET /api/items</c>.</param>
internal abstract record CallModel(string Name);

/// <summary>A route of the app.</summary>
/// <param name="HttpMethod">The method on the wire, such as <c>GET</c>.</param>
/// <param name="Template">The path template with the base path joined in, such as <c>/api/items/{item_id}</c>.</param>
/// <param name="Path">The same, in pieces.</param>
internal sealed record RouteModel(string HttpMethod, string Template, EquatableArray<PathPartModel> Path)
    : CallModel(NameOf(HttpMethod, Template))
{
    public static string NameOf(string httpMethod, string template) => httpMethod + " " + template;
}

/// <summary>An endpoint of a Gradio app.</summary>
/// <param name="Name">Its name, such as <c>/greet</c>.</param>
internal sealed record EndpointModel(string Name) : CallModel(Name);

/// <summary>An API key, which the client's options hold.</summary>
/// <param name="Scheme">The name of its security scheme in the document, under which the options hold it.</param>
/// <param name="Location">Where it goes: header, query or cookie.</param>
/// <param name="WireName">Its name there.</param>
internal sealed record ApiKeyModel(string Scheme, ParameterLocation Location, string WireName)
{
    /// <summary>Gets whether an operation takes no call without it, since no alternative does.</summary>
    public bool IsNeeded { get; init; }
}

/// <summary>A piece of a path: literal text (already percent-encoded) or the C# name of a path parameter.</summary>
internal sealed record PathPartModel(bool IsParameter, string Text);

/// <summary>A parameter outside the body.</summary>
internal sealed record ParameterModel
{
    /// <summary>Gets the C# parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name on the wire.</summary>
    public required string WireName { get; init; }

    /// <summary>Gets where it goes.</summary>
    public required ParameterLocation Location { get; init; }

    /// <summary>Gets its type; nullable if optional, or if the document allows null.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>Gets whether the caller must give it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Gets how arrays and objects are spelled.</summary>
    public required ParameterStyle Style { get; init; }

    /// <summary>Gets whether each item is spelled on its own.</summary>
    public bool Explode { get; init; }

    /// <summary>Gets whether reserved characters are sent as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>Gets the one value that it can have, which is sent without asking; null: the caller gives one.</summary>
    public LiteralModel? Constant { get; init; }

    /// <summary>Gets whether the value of a path parameter is the rest of the path, whose slashes stay.</summary>
    public bool KeepsSlashes { get; init; }

    /// <summary>Gets whether the value is sent as JSON (a <c>content</c> parameter).</summary>
    public bool IsJson { get; init; }

    /// <summary>Gets its place in the document, as a JSON pointer; empty: the path alone names it.</summary>
    public string Pointer { get; init; } = "";

    /// <summary>Gets its documentation.</summary>
    public DocModel Doc { get; init; } = DocModel.None;

    /// <summary>Gets whether the document calls it deprecated.</summary>
    public bool IsDeprecated { get; init; }
}

/// <summary>The parameter styles of OpenAPI.</summary>
internal enum ParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
    TabDelimited,
}

/// <summary>What an operation sends.</summary>
/// <param name="Kind">How it is spelled.</param>
/// <param name="MediaType">The <c>Content-Type</c>, without the boundary.</param>
/// <param name="IsRequired">Whether there must be a body.</param>
/// <param name="Type">For <see cref="BodyKind.Json"/> the body's type; else null.</param>
/// <param name="Fields">The C# parameters of the body: one for JSON, text and bytes, one a field for the others.</param>
internal sealed record BodyModel(
    BodyKind Kind,
    string MediaType,
    bool IsRequired,
    TypeRef? Type,
    EquatableArray<BodyFieldModel> Fields)
{
    /// <summary>Gets the fields that are sent without asking: those that must have one value.</summary>
    public EquatableArray<BodyConstantModel> Constants { get; init; }
}

/// <summary>A field of a body that can have one value only.</summary>
/// <param name="WireName">The field's name on the wire.</param>
/// <param name="Type">The value's type: a string, number or Boolean, or any JSON.</param>
/// <param name="Value">The value.</param>
internal sealed record BodyConstantModel(string WireName, TypeRef Type, LiteralModel Value);

/// <summary>How a body is spelled.</summary>
internal enum BodyKind
{
    /// <summary>One value as JSON.</summary>
    Json,

    /// <summary>A JSON object whose properties are C# parameters.</summary>
    JsonFields,

    /// <summary><c>application/x-www-form-urlencoded</c>.</summary>
    Form,

    /// <summary><c>multipart/form-data</c>.</summary>
    Multipart,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A stream of bytes: one <c>AppFile</c>.</summary>
    Bytes,

    /// <summary>The inputs of a Gradio endpoint, which the runtime lays into the app's own order.</summary>
    Inputs,
}

/// <summary>A C# parameter of a body.</summary>
internal sealed record BodyFieldModel
{
    /// <summary>Gets the C# parameter.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the field's name on the wire; empty for a whole body.</summary>
    public required string WireName { get; init; }

    /// <summary>Gets its type; nullable if optional, or if the document allows null.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>Gets whether the caller must give it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Gets how a field of a form spells arrays and objects.</summary>
    public required ParameterStyle Style { get; init; }

    /// <summary>Gets whether each item is spelled on its own.</summary>
    public bool Explode { get; init; }

    /// <summary>Gets whether the field's value is sent as JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>Gets the part's content type, if the document gives one.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets, of an input of a Gradio endpoint, whether the running app's default is sent where it is not given.</summary>
    public bool IsOmittable { get; init; }

    /// <summary>Gets, of an input of a Gradio endpoint, the kind of JSON that it takes.</summary>
    public string? InputKind { get; init; }

    /// <summary>Gets, of an input whose name says no more than its place, the label that tells it from others.</summary>
    public string? InputLabel { get; init; }

    /// <summary>Gets its documentation.</summary>
    public DocModel Doc { get; init; } = DocModel.None;

    /// <summary>Gets whether the document calls it deprecated.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>
    /// Gets what is sent if the caller gives nothing: a scalar, which stands in the signature; null: nothing is sent, or null.
    /// </summary>
    public LiteralModel? Default { get; init; }
}
