using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Contract.Mutations;

/// <summary>Changes bodies and answers.</summary>
internal static class AnswerMutations
{
    private static readonly string[] s_types = ["type.removed", "type.added"];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("response array to object", "response.type", ToObject),
        new("response may be empty", "response.empty", Empty),
        new("response's media type", "response.media", Media),
        new("response's header added", "header.added", HeaderAdded),
        new("error added", "error.added", ErrorAdded),
        new("error removed", "error.removed", (site, turn) => Errors(site, turn, (responses, error) => responses.Remove(error.Part))),
        new("error retyped", "error.type", (site, turn) => Errors(site, turn, (responses, error) => Retype(site, responses, error))),
        new("body's media type", "body.media", BodyMedia),
        new("body optional", "body.optional", (site, turn) => BodyPresence(site, turn, isRequired: false)),
        new("body required", "body.required", (site, turn) => BodyPresence(site, turn, isRequired: true)),
        new("body removed", "body.removed", BodyRemoved),
    ];

    private static IEnumerable<(Fact Fact, JsonObject Node, JsonObject Responses)> Calls(Site site, int turn) =>
        from call in OperationMutations.Operations(site, turn)
        where !site.IsSwagger && call.Node["responses"] is JsonObject
        select (call.Fact, call.Node, (JsonObject)call.Node["responses"]!);

    // Calls that have one success, of JSON.
    private static IEnumerable<(Fact Fact, JsonObject Responses, JsonObject Content)> Successes(Site site, int turn) =>
        from call in Calls(site, turn)
        let successes = call.Responses.Where(response => response.Key[0] == '2' || response.Key == "default").ToArray()
        where successes is [{ Key: "200" or "201" }] && successes[0].Value?["content"] is JsonObject { Count: 1 } content && content.ContainsKey("application/json")
            && call.Responses[successes[0].Key]!["content"]!["application/json"]!["schema"] is JsonObject { Count: > 0 }
        select (call.Fact, call.Responses, (JsonObject)successes[0].Value!["content"]!);

    private static Made? ToObject(Site site, int turn)
    {
        foreach ((Fact fact, _, JsonObject content) in Successes(site, turn))
        {
            if (content["application/json"]!["schema"] is JsonObject schema && schema["type"]?.ToString() == "array" && schema["items"] is JsonObject items && items.ContainsKey("$ref"))
            {
                content["application/json"]!["schema"] = items.DeepClone();
                return new Made(fact.Key + " ->");
            }
        }

        return null;
    }

    private static Made? Empty(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject responses, _) in Successes(site, turn))
        {
            if (Answer(site, fact) is { Type: { } type } && !type.EndsWith('?') && type != "any" && type != "nothing")
            {
                responses["204"] = new JsonObject { ["description"] = "Nothing." };
                return new Made(fact.Key + " ->");
            }
        }

        return null;
    }

    private static Made? Media(Site site, int turn)
    {
        foreach ((Fact fact, _, JsonObject content) in Successes(site, turn))
        {
            if (Answer(site, fact)?.Type is not ("nothing" or "file"))
            {
                content.Clear();
                content["application/pdf"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } };
                return new Made(fact.Key + " ->", s_types);
            }
        }

        return null;
    }

    private static Fact? Answer(Site site, Fact operation) => site.Facts.FirstOrDefault(fact => fact.Kind == FactKind.Answer && fact.Owner == operation.Owner);

    private static Made? HeaderAdded(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject responses, JsonObject content) in Successes(site, turn))
        {
            JsonObject response = (JsonObject)content.Parent!;
            response["headers"] ??= new JsonObject();
            response["headers"]!["X-Mutated"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "integer" } };
            return new Made(fact.Key + " -> header X-Mutated");
        }

        return null;
    }

    private static Made? ErrorAdded(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject _, JsonObject responses) in Calls(site, turn))
        {
            if (ComponentOf(site, "") is { } component && !responses.Any(response => response.Key is "418" or "default" or "4XX" or "4xx"))
            {
                responses["418"] = Error(component);
                return new Made(fact.Key + " -> 418", "type.added");
            }
        }

        return null;
    }

    private static Made? Errors(Site site, int turn, Func<JsonObject, Fact, bool> change)
    {
        foreach ((Fact fact, JsonObject _, JsonObject responses) in Calls(site, turn))
        {
            Fact? error = site.Facts.FirstOrDefault(other => other.Kind == FactKind.Error && other.Owner == fact.Owner && responses.ContainsKey(other.Part)
                && other.Type is not ("text" or "validation") && !responses.Any(response => response.Key is "default" or "4XX" or "5XX" or "4xx" or "5xx"));
            if (error is not null && change(responses, error))
            {
                return new Made(error.Key, s_types);
            }
        }

        return null;
    }

    private static bool Retype(Site site, JsonObject responses, Fact error)
    {
        if (ComponentOf(site, error.Type!) is not { } component)
        {
            return false;
        }

        responses[error.Part] = Error(component);
        return true;
    }

    private static JsonObject Error(string component) => new()
    {
        ["description"] = "No.",
        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = "#/components/schemas/" + component } } },
    };

    // A component that is a type by its name alone.
    private static string? ComponentOf(Site site, string not) => site.Facts
        .Where(fact => fact.Kind == FactKind.Type && fact.Type == "object" && fact.Has(TypeDirections.Received) && fact.Pointer == "/components/schemas/" + fact.Owner
            && site.TypeOf(fact.Owner) is not null && fact.Owner != "HTTPValidationError" && fact.Owner != not)
        .Select(fact => fact.Owner)
        .FirstOrDefault();

    private static IEnumerable<(Fact Fact, JsonObject Node, JsonObject Body)> Bodies(Site site, int turn) =>
        from call in Calls(site, turn)
        let body = site.Facts.FirstOrDefault(other => other.Kind == FactKind.Body && other.Owner == call.Fact.Owner)
        where body is not null && call.Node["requestBody"] is JsonObject content && content["content"] is JsonObject { Count: 1 }
        select (body, call.Node, (JsonObject)call.Node["requestBody"]!);

    private static Made? BodyMedia(Site site, int turn)
    {
        foreach ((Fact fact, _, JsonObject body) in Bodies(site, turn))
        {
            if (body["content"]!["application/json"] is not null)
            {
                body["content"] = new JsonObject { ["application/pdf"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string", ["format"] = "binary" } } };
                return new Made(fact.Key, s_types);
            }
        }

        return null;
    }

    private static Made? BodyPresence(Site site, int turn, bool isRequired)
    {
        foreach ((Fact fact, _, JsonObject body) in Bodies(site, turn))
        {
            if (fact.Has("required") != isRequired && fact.Type is not ("fields" or "any" or "file"))
            {
                body["required"] = isRequired;
                return new Made(fact.Key);
            }
        }

        return null;
    }

    private static Made? BodyRemoved(Site site, int turn)
    {
        foreach ((Fact fact, JsonObject node, _) in Bodies(site, turn))
        {
            node.Remove("requestBody");
            return new Made(fact.Key, s_types);
        }

        return null;
    }
}
