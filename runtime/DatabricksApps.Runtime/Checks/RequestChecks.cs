using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Checks;

/// <summary>What is checked of a request before it is sent.</summary>
/// <param name="hasBodyFields">Whether the fields of the request's body are parameters of the method.</param>
internal sealed class RequestChecks(bool hasBodyFields)
{
    private const string Body = "body";

    private readonly RuleErrors _errors = new(hasBodyFields);
    private JsonRule? _body;

    /// <summary>Checks a value outside of a whole body of JSON.</summary>
    /// <param name="place">Where it goes.</param>
    /// <param name="name">Its name there; empty: it is the body.</param>
    /// <param name="rule">What the document asks of it.</param>
    /// <param name="json">The value.</param>
    public void Check(string place, string name, JsonRule rule, ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = JsonLimits.MaxWrittenDepth });
        _errors.Enter(place);
        if (name.Length > 0)
        {
            _errors.Enter(name);
        }

        new RuleCheck(_errors, json.Length).Check(rule, document.RootElement);
        _errors.LeaveAll();
    }

    /// <summary>Takes the rule of a body of JSON, which is complete when it is sent.</summary>
    public void CheckBody(JsonRule rule) => _body = rule;

    /// <summary>Makes the failure of a request that breaks a rule; null: it breaks none.</summary>
    public AppValidationException? Refuse(AppRequest request)
    {
        // An enumeration sends its request each time that it is started, with one body.
        if (_body is { } rule && request.Content is PooledContent content)
        {
            _body = null;
            Check(Body, "", rule, content.Written);
        }

        return _errors.Count == 0 ? null : Failure.NotSent(request, _errors.All);
    }
}
