using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Diagnostics;

/// <summary>Every diagnostic of the generator: one id, one cause.</summary>
/// <remarks>The messages end in the JSON pointer and line, because not every IDE opens the document at a location.</remarks>
internal static class DiagnosticDescriptors
{
    private const string Category = "DatabricksApps.Gen";
    private const string HelpLink = "https://github.com/DatabricksApps/DatabricksApps.Gen#";

    private static readonly Dictionary<string, DiagnosticDescriptor> s_byId = new();

    public static readonly DiagnosticDescriptor InternalError = Error(
        "DBXAPP0001", "The generator failed", "The generator failed on this document, which is a bug of the generator: {0}");

    public static readonly DiagnosticDescriptor Unreadable = Error(
        "DBXAPP0002", "The document cannot be parsed", "The document is neither JSON nor YAML that can be parsed: {0}");

    public static readonly DiagnosticDescriptor NotOpenApi = Error(
        "DBXAPP0003", "The file is not an OpenAPI document", "The file is not an OpenAPI document: {0}");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "DBXAPP0004", "The document is beyond the limits", "The document is beyond the generator's limits: {0}");

    public static readonly DiagnosticDescriptor SameClient = Error(
        "DBXAPP0005", "Two documents give the same client", "This document is left out: {0}");

    public static readonly DiagnosticDescriptor BadMetadata = Error(
        "DBXAPP0006", "The metadata of a DatabricksApp item is not valid", "The metadata of the DatabricksApp item is not valid: {0}");

    public static readonly DiagnosticDescriptor OperationSkipped = Warning(
        "DBXAPP0101", "An operation has no method", "The operation has no method: {0}");

    public static readonly DiagnosticDescriptor Untyped = Warning(
        "DBXAPP0102", "A schema is left untyped", "The schema becomes JsonElement: {0}");

    public static readonly DiagnosticDescriptor DanglingReference = Warning(
        "DBXAPP0103", "A reference points at nothing", "The reference points at nothing: {0}");

    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Warning(
        "DBXAPP0104", "A path parameter is not declared", "The path has a parameter that is not declared and becomes a string: {0}");

    public static readonly DiagnosticDescriptor Repaired = Warning(
        "DBXAPP0105", "The document is not valid here and was read as it was likely meant", "The document is not valid here: {0}");

    public static readonly DiagnosticDescriptor Renamed = Info(
        "DBXAPP0106", "Two names of the document are one in C#", "Not its first name: {0}");

    public static readonly DiagnosticDescriptor DefaultIgnored = Info(
        "DBXAPP0107", "A default cannot be shown", "The default is left to the server: {0}");

    public static readonly DiagnosticDescriptor Ignored = Info(
        "DBXAPP0108", "A part of the document has no effect on the client", "This has no effect on the client: {0}");

    public static readonly DiagnosticDescriptor FilterWithoutMatch = Warning(
        "DBXAPP0109", "A filter of a DatabricksApp item matches nothing", "The filter of the DatabricksApp item matches nothing: {0}");

    public static readonly DiagnosticDescriptor PagingUnclear = Info(
        "DBXAPP0110", "A list looks as if it came in pages", "The list looks as if it came in pages, and has no method for all of them: {0}");

    public static readonly DiagnosticDescriptor OutsideApi = Warning(
        "DBXAPP0201", "Databricks Apps takes tokens on /api/ routes only", "{0}");

    public static readonly DiagnosticDescriptor ServerIgnored = Info(
        "DBXAPP0202", "A server's host is ignored", "The host of the server is ignored, the client's base address decides: {0}");

    public static readonly DiagnosticDescriptor AuthorizationConsumed = Warning(
        "DBXAPP0203", "The Apps front door consumes the Authorization header", "{0}");

    public static readonly DiagnosticDescriptor GradioOpenApi = Warning(
        "DBXAPP0204", "A Gradio app's OpenAPI document does not type its calls", "{0}");

    public static readonly DiagnosticDescriptor NotAccepted = Info(
        "DBXAPP0300", "A document has changed since it was accepted", "{0}");

    public static readonly DiagnosticDescriptor MeaningChanged = Warning(
        "DBXAPP0301", "A line means something else since the app changed", "{0}");

    public static readonly DiagnosticDescriptor Gone = Error(
        "DBXAPP0302", "What a line names is gone from the app", "{0}");

    public static readonly DiagnosticDescriptor WireMoved = Warning(
        "DBXAPP0303", "The deployed version of a line is broken until this build is deployed", "{0}");

    public static readonly DiagnosticDescriptor NewToKnow = Info(
        "DBXAPP0304", "There is something new to know at a line", "{0}");

    public static readonly DiagnosticDescriptor BadLock = Error(
        "DBXAPP0305", "The lock of a document cannot be read here", "The lock cannot be read here: {0}");

    /// <summary>Gets all ids.</summary>
    public static IEnumerable<string> Ids => s_byId.Keys;

    /// <summary>Gets the descriptor of an id.</summary>
    public static DiagnosticDescriptor Get(string id) => s_byId[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Add(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Add(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Add(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Add(string id, string title, string message, DiagnosticSeverity severity)
    {
        DiagnosticDescriptor descriptor = new(
            id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLink + id.ToLowerInvariant());
        s_byId.Add(id, descriptor);
        return descriptor;
    }
}
