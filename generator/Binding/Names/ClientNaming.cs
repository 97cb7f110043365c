using System;
using System.Collections.Generic;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Names the client of a document.</summary>
/// <param name="BaseName">The stem of the client's names: from the item, else the file's name, else the title.</param>
/// <param name="Namespace">The namespace; its last segment ends in <c>Api</c>, so that it hides no type.</param>
internal sealed record ClientNaming(string BaseName, string Namespace)
{
    private const string Async = "Async";

    private static readonly string[] s_extensions = { ".json", ".yaml", ".yml" };

    public string ClientName => BaseName + "Client";

    public string JsonName => BaseName + "Json";

    public string RulesName => BaseName + "RequestRules";

    /// <summary>Gets the names of the client's own types.</summary>
    public IEnumerable<string> TypeNames => new[] { ClientName, JsonName, RulesName, ClientName + "ServiceCollectionExtensions" };

    public static ClientNaming Of(string documentName, string? title, DocumentOptions options)
    {
        string baseName = BaseNameOf(documentName, title, options);
        string nameSpace = options.Namespace is { Length: > 0 } given ? given
            : string.IsNullOrEmpty(options.RootNamespace) ? baseName + "Api"
            : options.RootNamespace + "." + baseName + "Api";
        return new ClientNaming(baseName, nameSpace);
    }

    /// <summary>Gets what a method is called after which types are named.</summary>
    public static string WithoutAsync(string method) => method.Substring(0, method.Length - Async.Length);

    /// <summary>Gets the method that a call has had; empty: none, or none that a method can be called.</summary>
    public static string KeptMethod(KeptNames kept, string call) => OrNone(kept.MethodOf(call));

    /// <summary>Gets the method that has read a kind of a call's answers; empty: none, or none that a method can be called.</summary>
    public static string KeptMethod(KeptNames kept, string call, string kind) => OrNone(kept.MethodOf(call, kind));

    private static string OrNone(string method) =>
        method.Length > Async.Length && method.EndsWith(Async, StringComparison.Ordinal) && Words.IsIdentifier(method) ? method : "";

    /// <summary>Makes the model of the client.</summary>
    public ClientModel Model(BindingContext context, DocModel doc, EquatableArray<GroupModel> groups, EquatableArray<TypeModel> types) => new(
        context.DocumentName,
        Namespace,
        BaseName,
        ClientName,
        JsonName,
        context.Options.IsPublic,
        doc,
        context.Options.Scopes,
        groups,
        types);

    private static string BaseNameOf(string documentName, string? title, DocumentOptions options)
    {
        if (options.ClientName is { Length: > 0 } given)
        {
            return given.Length > 6 && given.EndsWith("Client", StringComparison.Ordinal) ? given.Substring(0, given.Length - 6) : given;
        }

        string stem = documentName;
        foreach (string extension in s_extensions)
        {
            stem = WithoutEnd(stem, extension);
        }

        stem = WithoutEnd(WithoutEnd(stem, ".openapi"), ".gradio");
        bool saysNothing = stem.Length == 0
            || stem.Equals("openapi", StringComparison.OrdinalIgnoreCase) || stem.Equals("gradio", StringComparison.OrdinalIgnoreCase);
        string name = saysNothing ? Words.Pascal(title ?? string.Empty) : Words.Pascal(stem);
        return name.Length > 0 ? name : "App";
    }

    private static string WithoutEnd(string text, string end) =>
        text.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? text.Substring(0, text.Length - end.Length) : text;
}
