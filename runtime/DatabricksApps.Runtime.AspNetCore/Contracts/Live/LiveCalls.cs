using System.Text.Json;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Compares what goes to and fro in a call.</summary>
internal sealed class LiveCalls(LiveDocument document, FactIndex was, FactSet facts, LiveTypes types, LiveParts parts, SchemaViews views)
{
    // What the client does not send as a parameter: they are the protocol's (OpenAPI, "Parameter Object"), or HttpClient's.
    private static readonly HashSet<string> s_ownedHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Content-Type", "Authorization", "Host", "Content-Length", "Transfer-Encoding", "Trailer", "Expect", "Connection", "Keep-Alive", "TE",
        "Upgrade", "HTTP2-Settings", "Proxy-Authorization", "Proxy-Connection",
    };

    public void Compare(Fact operation, LiveOperation now)
    {
        Parameters(operation.Owner, now);
        Body(operation.Owner, document.Resolve(LiveDocument.Get(now.Node, "requestBody")), LiveDocument.Get(now.Node, "requestBody") is not null);
        JsonElement? responses = LiveDocument.Get(now.Node, "responses");
        if (was.Of(FactKind.Answer, operation.Owner) is [var answer, ..])
        {
            Answer(answer, responses);
        }

        foreach (Fact error in was.Of(FactKind.Error, operation.Owner).Where(error => error.Type is not ("text" or "validation")))
        {
            if (JsonOf(document.Resolve(LiveDocument.Get(responses, error.Part))) is { } schema)
            {
                facts.Change(error, error.Type!, types.Now(error.Type!, schema, isSent: false, tellsNull: false));
            }
        }
    }

    private void Parameters(string owner, LiveOperation now)
    {
        Dictionary<string, LiveParameter> given = new(StringComparer.Ordinal);
        bool isWhole = true;
        foreach (JsonElement one in LiveDocument.Items(LiveDocument.Get(now.Item, "parameters")).Concat(LiveDocument.Items(LiveDocument.Get(now.Node, "parameters"))))
        {
            if (document.Resolve(one) is { } parameter && LiveDocument.Text(LiveDocument.Get(parameter, "name")) is { } name && LiveDocument.Text(LiveDocument.Get(parameter, "in")) is { } place)
            {
                LiveParameter read = new(place, name, parameter);
                given[CaseOf(read.Part)] = read;
            }
            else
            {
                isWhole = false;
            }
        }

        foreach (Fact constant in was.Of(FactKind.Parameter, owner).Where(fact => fact.Has("constant")))
        {
            parts.Constant(constant, given.TryGetValue(CaseOf(constant.Part), out LiveParameter? parameter) ? SchemaOf(parameter.Node) : null);
        }

        Dictionary<string, Fact> known = was.Of(FactKind.Parameter, owner).ToDictionary(fact => CaseOf(fact.Part), StringComparer.Ordinal);
        List<Fact> gone = [];
        foreach ((string part, Fact fact) in known.Where(one => one.Key != "?" && !one.Value.Has("constant") && !one.Key.StartsWith("path ", StringComparison.Ordinal)))
        {
            if (given.TryGetValue(part, out LiveParameter? parameter))
            {
                Parameter(fact, parameter.Node);
            }
            else if (isWhole)
            {
                gone.Add(fact);
            }
            else
            {
                types.Pass();
            }
        }

        List<LiveParameter> added = [.. given.Where(one => !known.ContainsKey(one.Key)).Select(one => one.Value)
            .Where(one => one.Place is "query" or "header" or "cookie" && !(one.Place == "header" && s_ownedHeaders.Contains(one.Name)))];
        List<LiveParts.Newcomer> like = [.. added
            .Where(one => gone is [var former] && former.Part.StartsWith(one.Part.Split(' ')[0] + " ", StringComparison.Ordinal) && SchemaOf(one.Node) is not null)
            .Select(one => new LiveParts.Newcomer(one.Name, SchemaOf(one.Node)!.Value, IsDemanded(one)))];
        bool isNewName = added.Count == 1 && like.Count == 1;
        parts.Lost(gone, isNewName ? like : []);
        foreach (LiveParameter one in added.Where(one => IsDemanded(one) && !(isNewName && like.Count == 0)))
        {
            facts.Add(new Fact(FactKind.Parameter, owner, one.Part, "", EquatableArray.Create(TypeSpelling.Of(views.Of(SchemaOf(one.Node)!.Value), views), "required")));
        }
    }

    private bool IsDemanded(LiveParameter parameter) =>
        LiveDocument.IsTrue(LiveDocument.Get(parameter.Node, "required")) && SchemaOf(parameter.Node) is { } schema && parts.IsDemanded(schema, isRepeated: false);

    private void Parameter(Fact fact, JsonElement parameter)
    {
        if (SchemaOf(parameter) is not { } schema)
        {
            types.Pass();
            return;
        }

        // A required one with a default may be left out: the generator takes it so.
        parts.Member(fact, schema, LiveDocument.IsTrue(LiveDocument.Get(parameter, "required")) && LiveDocument.Get(schema, "default") is null, isSent: true);
    }

    private void Body(string owner, JsonElement? body, bool isThere)
    {
        if (was.Of(FactKind.Body, owner) is not [var fact, ..])
        {
            if (body is { } added && LiveDocument.IsTrue(LiveDocument.Get(added, "required")))
            {
                facts.Add(new Fact(FactKind.Body, owner, "", "", EquatableArray.Create("any", "", "required")));
            }

            return;
        }

        List<JsonProperty> content = [.. LiveDocument.Members(LiveDocument.Get(body, "content"))];
        string media = fact.Words.Count > 1 ? fact.Words[1] : "";
        JsonElement? taken = content.Where(one => MediaOf(one.Name) == MediaOf(media)).Select(one => (JsonElement?)one.Value).FirstOrDefault();
        if (!isThere)
        {
            RemoveBody(owner, fact);
        }
        else if (taken is null && content.Count > 0)
        {
            if (!content.Exists(one => one.Name.Contains('*', StringComparison.Ordinal)))
            {
                facts.Change(fact, media, MediaOf(content[0].Name));
            }
        }
        else if (LiveDocument.Get(taken, "schema") is not { } schema || !(IsJson(MediaOf(media)) || fact.Type == "fields"))
        {
            types.Pass();
        }
        else
        {
            if (fact.Has("optional") && LiveDocument.IsTrue(LiveDocument.Get(body, "required")) && views.Of(schema) is { IsUnknown: false, MayBeNull: false })
            {
                facts.Change(fact, "optional", "required");
            }

            if (fact.Type == "fields")
            {
                parts.Compare(owner, FactKind.Field, schema, isSent: true, isLeftOut: !LiveDocument.IsTrue(LiveDocument.Get(body, "required")) || views.Of(schema).MayBeNull);
            }
            else
            {
                facts.Change(fact, fact.Type!, types.Now(fact.Type!, schema, isSent: true, tellsNull: fact.Has("required")));
            }
        }
    }

    private void RemoveBody(string owner, Fact body)
    {
        facts.Remove(body);
        foreach (Fact field in was.Of(FactKind.Field, owner))
        {
            facts.Remove(field);
        }
    }

    private void Answer(Fact answer, JsonElement? responses)
    {
        if (answer.Type is null or "nothing")
        {
            return;
        }

        string[] known = [.. answer.Words.Where(word => word.StartsWith("status=", StringComparison.Ordinal)).Select(word => word["status=".Length..])];
        List<JsonProperty> successes = [.. LiveDocument.Members(responses).Where(response => response.Name.StartsWith('2'))];
        List<JsonProperty> own = [.. LiveDocument.Members(responses).Where(response => known.Contains(response.Name, StringComparer.OrdinalIgnoreCase))];
        own = own.Count == 0 && known.Length == 1 && successes.Count == 1 ? successes : own;
        if (AnswerKinds.OfType(answer.Type) != AnswerKinds.Json)
        {
            NotJson(answer, [.. own.Select(one => document.Resolve(one.Value))]);
            return;
        }

        // A success that was none before: of nothing is null, of something else another method.
        List<JsonProperty> others = [.. successes.ExceptBy(own.Select(one => one.Name), one => one.Name)];
        if (own.Count > 0 && !TypeWord.IsNullable(answer.Type) && others.Where(IsEmpty).Select(one => one.Name).FirstOrDefault() is { } empty)
        {
            facts.Change(answer, answer.Type, answer.Type + "?");
            facts.AddWord(answer, $"status={empty}");
            return;
        }

        if (others.Count > 0)
        {
            types.Pass();
        }

        if (own.Count > 1 && types.IsUnion(answer.Type))
        {
            // Each of them is a case.
            types.Pass();
            return;
        }

        bool isTold = false;
        foreach (JsonElement? response in own.Select(one => document.Resolve(one.Value)))
        {
            if (JsonOf(response) is { } schema)
            {
                isTold = true;
                facts.Change(answer, answer.Type, types.Now(answer.Type, schema, isSent: false, tellsNull: true));
            }
            else if (own.Count == 1 && successes.Count == 1 && response is not null)
            {
                isTold = true;
                facts.Change(answer, answer.Type, Other(response));
            }
        }

        if (!isTold)
        {
            types.Pass();
        }
    }

    private bool IsEmpty(JsonProperty response) =>
        document.Resolve(response.Value) is { } found && !LiveDocument.Members(LiveDocument.Get(found, "content")).Any();

    // How it is read is compared, not what comes in a stream.
    private void NotJson(Fact answer, IReadOnlyList<JsonElement?> responses)
    {
        string[] media = [.. responses.SelectMany(response => LiveDocument.Members(LiveDocument.Get(response, "content"))).Select(one => MediaOf(one.Name))];
        if (media is [var only] && IsJson(only) && only != "*/*")
        {
            facts.Change(answer, answer.Type!, "any");
        }
        else if (media.Length == 0 || AnswerKinds.OfType(answer.Type!) == AnswerKinds.Stream)
        {
            types.Pass();
        }
    }

    private static string Other(JsonElement? response) => LiveDocument.Members(LiveDocument.Get(response, "content")).Select(one => MediaOf(one.Name)).FirstOrDefault() switch
    {
        null => "nothing",
        ['t', 'e', 'x', 't', '/', ..] => "text",
        _ => "file",
    };

    // The schema of JSON without one says nothing.
    private static JsonElement? JsonOf(JsonElement? response)
    {
        JsonProperty[] content = [.. LiveDocument.Members(LiveDocument.Get(response, "content")).Where(one => IsJson(MediaOf(one.Name)))];
        JsonElement? taken = content.Where(one => MediaOf(one.Name) == "application/json").Concat(content).Select(one => (JsonElement?)one.Value).FirstOrDefault();
        return taken is null ? null : LiveDocument.Get(taken, "schema") ?? taken;
    }

    private static bool IsJson(string media) => media is "application/json" or "text/json" or "*/*" || media.EndsWith("+json", StringComparison.Ordinal);

    private static string MediaOf(string name) => name.Split(';')[0].Trim().ToLowerInvariant();

    private static JsonElement? SchemaOf(JsonElement parameter) => LiveDocument.Get(parameter, "schema");

    // Names of headers are the same in any case.
    private static string CaseOf(string part) => part.StartsWith("header ", StringComparison.Ordinal) ? part.ToLowerInvariant() : part;

    private sealed record LiveParameter(string Place, string Name, JsonElement Node)
    {
        public string Part => $"{(Place == "query" ? "?" : Place)} {Name}";
    }
}
