using System.Text.Json;
using DatabricksApps.Tool.Documents;
using DatabricksApps.Tool.Fetching;

namespace DatabricksApps.Tool.Lint;

/// <summary>What makes a client worse than it could be, and is a line of Python to mend.</summary>
internal static class LintRules
{
    // They say of what kind a value is, or narrow it; what is said beside them alone is for people.
    private static readonly string[] s_ofType =
        ["$ref", "$dynamicRef", "allOf", "anyOf", "oneOf", "enum", "const", "properties", "patternProperties", "prefixItems", "format"];

    public static IEnumerable<Finding> Run(ApiDocument document)
    {
        ApiOperation[] operations = [.. document.Operations()];
        return
        [
            .. operations.SelectMany(UntypedAnswers),
            .. operations.SelectMany(UndeclaredErrors),
            .. OutsideApi(document, operations),
            .. SameFunction(operations),
        ];
    }

    private static IEnumerable<Finding> UntypedAnswers(ApiOperation operation)
    {
        foreach (JsonProperty response in operation.Value.Member("responses").Members().Where(response => response.Name.StartsWith('2')))
        {
            bool isOld = response.Value.Member("schema").ValueKind == JsonValueKind.Object;
            IEnumerable<(string[] Tokens, JsonElement Schema)> schemas = isOld
                ? [(["schema"], response.Value.Member("schema"))]
                : response.Value.Member("content").Members().Where(content => IsJson(content.Name)).Select(content => (new[] { "content", content.Name }, content.Value.Member("schema")));
            foreach ((string[] tokens, JsonElement schema) in schemas.Where(content => IsUntyped(content.Schema)))
            {
                yield return new Finding(
                    "untyped-answer",
                    Finding.PointerTo(["paths", operation.Path, operation.Method.ToLowerInvariant(), "responses", response.Name, .. tokens]),
                    $"{operation} answers JSON without a type: its client gets a JsonElement",
                    PythonFunction.Decorator(operation, $"response_model={PythonFunction.Model(operation)}"));
            }
        }
    }

    private static bool IsJson(string mediaType) =>
        mediaType.Split(';')[0].Trim() is var type && (type.EndsWith("/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase));

    private static bool IsUntyped(JsonElement schema)
    {
        if (schema.ValueKind == JsonValueKind.False || s_ofType.Any(keyword => schema.Member(keyword).ValueKind != JsonValueKind.Undefined))
        {
            return false;
        }

        return schema.Member("type").Text() switch
        {
            "object" => IsUntyped(schema.Member("additionalProperties")),
            "array" => IsUntyped(schema.Member("items")),
            null => schema.Member("type").ValueKind == JsonValueKind.Undefined,
            _ => false,
        };
    }

    private static IEnumerable<Finding> UndeclaredErrors(ApiOperation operation)
    {
        JsonProperty[] errors = [.. operation.Value.Member("responses").Members().Where(response => response.Name is ['4' or '5', ..] or "default")];
        string place = Finding.PointerTo("paths", operation.Path, operation.Method.ToLowerInvariant(), "responses");
        foreach (JsonProperty error in errors.Where(error => HasNoModel(error.Value)))
        {
            yield return new Finding(
                "error-without-model",
                place + Finding.PointerTo(error.Name),
                $"{operation} declares the error {error.Name} without a model: its client gets text",
                PythonFunction.Decorator(operation, $"responses={{{error.Name}: {{\"model\": {(error.Name == "404" ? "NotFound" : "Problem")}}}}}"));
        }

        // FastAPI declares 422 itself. An operation on one thing may miss it, one that changes something may be refused.
        string? likely = operation.Path.Contains('{', StringComparison.Ordinal) ? "404: {\"model\": NotFound}"
            : operation.Method is "POST" or "PUT" or "PATCH" ? "409: {\"model\": Conflict}"
            : null;
        if (likely is not null && errors.All(error => error.Name == "422"))
        {
            yield return new Finding(
                "undeclared-errors",
                place,
                $"{operation} declares no error of its own: its client gets text in place of a model",
                PythonFunction.Decorator(operation, $"responses={{{likely}}}"));
        }
    }

    private static bool HasNoModel(JsonElement response) =>
        response.Member("$ref").ValueKind == JsonValueKind.Undefined
        && response.Member("schema").ValueKind == JsonValueKind.Undefined
        && response.Member("content").Members().All(content => IsJson(content.Name) && IsUntyped(content.Value.Member("schema")));

    private static IEnumerable<Finding> OutsideApi(ApiDocument document, ApiOperation[] operations)
    {
        IReadOnlyList<ApiOperation> outside = RouteAdvice.Outside(document);
        if (outside.Count > 0 && outside.Count == operations.Length)
        {
            yield return new Finding(
                "openapi-url",
                "/paths",
                "no route lies below /api/, so that the document hardly does: it cannot be fetched with a token either",
                "app = FastAPI(openapi_url=\"/api/openapi.json\")");
        }

        foreach (string path in outside.Select(operation => operation.Path).Distinct())
        {
            yield return new Finding(
                "outside-api",
                Finding.PointerTo("paths", path),
                $"{RouteAdvice.BaseOf(document)}{path} lies outside /api/: the front door of Databricks takes no token there",
                "app.include_router(router, prefix=\"/api\")");
        }
    }

    private static IEnumerable<Finding> SameFunction(ApiOperation[] operations) =>
        from operation in operations
        let function = PythonFunction.Of(operation)
        where function is not null
        group operation by (Function: function, Tag: operation.Value.Member("tags").Items().FirstOrDefault().Text()) into same
        where same.Count() > 1
        from operation in same
        select new Finding(
            "same-function",
            Finding.PointerTo("paths", operation.Path, operation.Method.ToLowerInvariant(), "operationId"),
            $"{operation} is one of {same.Count()} functions {same.Key.Function}{(same.Key.Tag is null ? " without a tag" : $" of the tag {same.Key.Tag}")}: none gets the plain name in the client",
            $"def {same.Key.Function}_{(same.Select(other => PythonFunction.LastWord(other.Path)).Distinct().Count() == same.Count() ? PythonFunction.LastWord(operation.Path) : operation.Method.ToLowerInvariant() + "_" + PythonFunction.LastWord(operation.Path))}(…):");
}
