using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Checks;

/// <summary>What is checked of a request before it is sent.</summary>
internal sealed class RequestChecks
{
    private readonly List<(string Place, string Name, JsonRule Rule, byte[] Json)> _values = [];
    private JsonRule? _body;

    /// <summary>Takes a value outside of a whole body, as JSON.</summary>
    public void Add(string place, string name, JsonRule rule, ReadOnlySpan<byte> json) => _values.Add((place, name, rule, json.ToArray()));

    /// <summary>Takes the rule of a body of JSON.</summary>
    public void AddBody(JsonRule rule) => _body = rule;

    /// <summary>Makes the failure of a request that breaks a rule; null: it breaks none.</summary>
    public AppValidationException? Refuse(AppRequest request)
    {
        RuleErrors errors = new(request.HasBodyFields);
        foreach ((string place, string name, JsonRule rule, byte[] json) in _values)
        {
            errors.Enter(place);
            errors.Enter(name);
            Check(errors, rule, json);
            errors.Leave();
            errors.Leave();
        }

        if (_body is not null && request.Content is PooledContent content)
        {
            errors.Enter("body");
            Check(errors, _body, content.Written);
            errors.Leave();
        }

        return errors.Count == 0 ? null : Failure.NotSent(request, errors.All);
    }

    private static void Check(RuleErrors errors, JsonRule rule, ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonLimits.MaxWrittenDepth });
        new RuleCheck(errors, json.Length).Check(rule, document.RootElement);
    }
}
