using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Models.Operations;

/// <summary>Binds what the app itself asks of callers: its API keys are sent, the rest is documented.</summary>
/// <remarks>
/// A list of requirements is a choice, the schemes in one of them are all needed (OpenAPI, "Security Requirement
/// Object"). The choice is the caller's: a key that the options do not have is not sent.
/// </remarks>
internal sealed class SecurityBinder
{
    private readonly Dictionary<string, ApiKeyModel> _keys = new(StringComparer.Ordinal);

    public SecurityBinder(ApiDocument document)
    {
        foreach (ApiSecurityScheme scheme in document.SecuritySchemes)
        {
            if (BindKey(scheme) is { } key)
            {
                _keys[scheme.Name] = key;
            }
        }
    }

    /// <summary>Tells whether a scheme needs the header that the Apps front door takes for its own token.</summary>
    public static bool NeedsAuthorization(ApiSecurityScheme scheme) => scheme.Type switch
    {
        "http" or "oauth2" or "openIdConnect" => true,
        "apiKey" => scheme.In == "header" && string.Equals(scheme.ParameterName, "Authorization", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>Gets the names of all API keys that the options can have, also of those that no operation of the client asks for.</summary>
    public static EquatableArray<string> KeysOf(ApiDocument document) => document.SecuritySchemes
        .Where(scheme => BindKey(scheme) is not null)
        .Select(scheme => scheme.Name)
        .Distinct(StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Binds the API keys of an operation, those of every alternative: which of them are sent, the options say.</summary>
    public EquatableArray<ApiKeyModel> BindKeys(ApiOperation operation) => _keys.Count == 0 ? EquatableArray<ApiKeyModel>.Empty : operation.Security
        .SelectMany(alternative => alternative.Keys)
        .Distinct(StringComparer.Ordinal)
        .Where(_keys.ContainsKey)
        .Select(name => _keys[name] with { IsNeeded = operation.Security.All(alternative => alternative.ContainsKey(name)) })
        .Where(key => !operation.Parameters.Any(p => IsSame(p, key)))
        .ToEquatableArray();

    /// <summary>Gets the scopes that an operation needs whichever of its alternatives is taken, and those that its author says a token needs.</summary>
    public static EquatableArray<string> ScopesOf(ApiOperation operation) => operation.Security
        .Select(alternative => alternative.Values.SelectMany(scopes => scopes))
        .DefaultIfEmpty(Enumerable.Empty<string>())
        .Aggregate((all, scopes) => all.Intersect(scopes))
        .Concat(operation.Scopes)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(scope => scope, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>Says in a sentence what the app asks for; null: nothing.</summary>
    public string? Describe(ApiOperation operation)
    {
        if (operation.Security.All(alternative => alternative.Count == 0))
        {
            return null;
        }

        IEnumerable<string> alternatives = operation.Security.Select(alternative => alternative.Count == 0
            ? "nothing"
            : string.Join(" and ", alternative.Select(scheme => Describe(scheme.Key, scheme.Value))));
        return $"The app asks for {string.Join(", or ", alternatives)}.";
    }

    private string Describe(string name, IReadOnlyList<string> scopes) =>
        _keys.TryGetValue(name, out ApiKeyModel? key)
            ? $"{name} ({key.Location.ToString().ToLowerInvariant()} {key.WireName}, set in the options' ApiKeys)"
            : scopes.Count == 0 ? name : $"{name} with {string.Join(", ", scopes)}";

    private static ApiKeyModel? BindKey(ApiSecurityScheme scheme) =>
        scheme is { Type: "apiKey", ParameterName.Length: > 0 } && !NeedsAuthorization(scheme) && !IsOwned(scheme) && LocationOf(scheme.In) is { } location
            ? new ApiKeyModel(scheme.Name, location, scheme.ParameterName)
            : null;

    private static bool IsOwned(ApiSecurityScheme scheme) => scheme.In == "header" && OwnedHeaders.Owner(scheme.ParameterName!) is not null;

    private static ParameterLocation? LocationOf(string? location) => location switch
    {
        "header" => ParameterLocation.Header,
        "query" => ParameterLocation.Query,
        "cookie" => ParameterLocation.Cookie,
        _ => null,
    };

    // A parameter that the caller gives says more than an option.
    private static bool IsSame(ApiParameter parameter, ApiKeyModel key) =>
        LocationOf(parameter.In) == key.Location
        && string.Equals(
            parameter.Name, key.WireName,
            key.Location == ParameterLocation.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
