using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Spells what tells a fact from all others, and what a reader sees at the left of a lock.</summary>
internal static class FactKey
{
    public static string Of(FactKind kind, string owner, string part) => kind switch
    {
        FactKind.Parameter => $"{owner} {part}",
        FactKind.Body => $"{owner} <-",
        FactKind.Field => $"{owner} <- {part}",
        FactKind.Answer => $"{owner} ->",
        FactKind.Error or FactKind.Method => $"{owner} -> {part}",
        FactKind.Header => $"{owner} -> header {part}",
        FactKind.Member => $"{owner}.{part}",
        FactKind.Value => $"{owner} = {part}",
        FactKind.Case => $"{owner} | {part}",
        _ => owner,
    };

    /// <summary>Folds what is no difference on the wire: names of headers have no case (RFC 9110, 5.1).</summary>
    public static string Fold(FactKind kind, string part) =>
        IsHeader(kind, part) ? part.ToLowerInvariant() : part;

    public static bool IsHeader(FactKind kind, string part) =>
        kind == FactKind.Header || (kind == FactKind.Parameter && part.StartsWith("header ", System.StringComparison.Ordinal));

    /// <summary>Spells which of the parameters of a call is meant.</summary>
    public static string PartOf(ParameterLocation location, string wireName) => location switch
    {
        ParameterLocation.Path => "path " + wireName,
        ParameterLocation.Query => "? " + wireName,
        ParameterLocation.QueryString => "?",
        ParameterLocation.Header => "header " + wireName,
        _ => "cookie " + wireName,
    };
}
