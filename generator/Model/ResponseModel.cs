namespace DatabricksApps.Gen.Model;

/// <summary>What a success gives.</summary>
/// <param name="Kind">How the method returns it; <see cref="ResponseKind.Union"/> if the 2xx differ.</param>
/// <param name="Type">
/// The result (of JSON), the item (of events and lines), the union; nullable if another 2xx has no body; null for the
/// other kinds.
/// </param>
/// <param name="Accept">The <c>Accept</c> header; empty: none.</param>
/// <param name="Cases">For <see cref="ResponseKind.Union"/>, each 2xx; else empty.</param>
/// <param name="Doc">The documentation of the result.</param>
internal sealed record ResponseModel(
    ResponseKind Kind,
    TypeRef? Type,
    string Accept,
    EquatableArray<ResponseCaseModel> Cases,
    DocModel Doc)
{
    /// <summary>Gets the successes that the method reads, as the document spells them: <c>200</c>, <c>2XX</c>.</summary>
    public EquatableArray<string> Statuses { get; init; }

    /// <summary>Gets the headers that the document declares for them.</summary>
    public EquatableArray<HeaderModel> Headers { get; init; }

    /// <summary>Gets, of events whose data is of a type by the kind of event, each kind.</summary>
    public EquatableArray<EventCaseModel> Events { get; init; }

    /// <summary>Gets the successes that another method reads.</summary>
    public EquatableArray<ElsewhereModel> Elsewhere { get; init; }

    /// <summary>Gets, for <see cref="ResponseKind.Outputs"/>, the members of the result; of one output, its name.</summary>
    public EquatableArray<string> Outputs { get; init; }
}

/// <summary>A header of a success, which callers read from the response.</summary>
/// <param name="Name">Its name, as the document spells it.</param>
/// <param name="Type">The type of its value, as the document spells it.</param>
/// <param name="IsRequired">Whether it is always there.</param>
/// <param name="Pointer">Its place in the document.</param>
internal sealed record HeaderModel(string Name, string Type, bool IsRequired, string Pointer);

/// <summary>A kind of event.</summary>
/// <param name="Event">Its name on the wire.</param>
/// <param name="CaseName">The case of the union that its data is.</param>
/// <param name="Type">The type of its data; a string is the data's own text.</param>
internal sealed record EventCaseModel(string Event, string CaseName, TypeRef Type);

/// <summary>Successes that another method reads, since they have another kind of content.</summary>
/// <param name="FirstStatus">The lowest status code.</param>
/// <param name="LastStatus">The highest status code.</param>
/// <param name="MethodName">The method.</param>
internal sealed record ElsewhereModel(int FirstStatus, int LastStatus, string MethodName);

/// <summary>How a method returns a success.</summary>
internal enum ResponseKind
{
    /// <summary><c>Task</c></summary>
    None,

    /// <summary><c>Task&lt;T&gt;</c>, read as JSON.</summary>
    Json,

    /// <summary><c>Task&lt;string&gt;</c></summary>
    Text,

    /// <summary><c>Task&lt;AppFile&gt;</c>, streamed.</summary>
    File,

    /// <summary><c>IAsyncEnumerable&lt;AppEvent&lt;T&gt;&gt;</c> of <c>text/event-stream</c>.</summary>
    Events,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c> of JSON Lines.</summary>
    Lines,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c> of the items of all pages, each of which another method reads.</summary>
    Pages,

    /// <summary><c>Task&lt;T&gt;</c> of a union with a case for each 2xx.</summary>
    Union,

    /// <summary>The outputs of a Gradio endpoint: <c>Task&lt;T&gt;</c>, or <c>Task</c> if it has none.</summary>
    Outputs,

    /// <summary>The outputs of a Gradio endpoint, each time that it yields: <c>IAsyncEnumerable&lt;T&gt;</c>.</summary>
    OutputStream,
}

/// <summary>One 2xx among several.</summary>
/// <param name="FirstStatus">The lowest status code.</param>
/// <param name="LastStatus">The highest status code.</param>
/// <param name="Kind"><see cref="ResponseKind.None"/>, <see cref="ResponseKind.Json"/> or <see cref="ResponseKind.Text"/>.</param>
/// <param name="CaseName">The union's case.</param>
/// <param name="Type">The case's type; null if it has no body.</param>
internal sealed record ResponseCaseModel(
    int FirstStatus,
    int LastStatus,
    ResponseKind Kind,
    string? CaseName,
    TypeRef? Type);

/// <summary>A declared error.</summary>
/// <param name="FirstStatus">The lowest status code.</param>
/// <param name="LastStatus">The highest status code.</param>
/// <param name="Body">What its body is.</param>
/// <param name="Type">The type of an <see cref="ErrorBody.Typed"/> body; else null.</param>
/// <param name="Description">The document's words for it.</param>
internal sealed record ErrorModel(int FirstStatus, int LastStatus, ErrorBody Body, TypeRef? Type, string? Description);

/// <summary>What the body of a declared error is.</summary>
internal enum ErrorBody
{
    /// <summary>JSON with a type.</summary>
    Typed,

    /// <summary>FastAPI's <c>HTTPValidationError</c>, which the runtime reads.</summary>
    Validation,

    /// <summary>Something else, or nothing: it stays text, also where a range around its code has a type.</summary>
    Text,
}
