using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DatabricksApps.Harness;

namespace DatabricksApps.Instances;

/// <summary>Checks instances of schemas by the rules that are generated of them: what a document allows is never refused, and what it forbids is.</summary>
public static class RefusalCheck
{
    /// <summary>Generates and compiles the client of a document, and tries each of its rules.</summary>
    public static RefusalResult Run(Project project, RawDocument document, CancellationToken cancellationToken = default)
    {
        GeneratedCode code = project.Generate(
            [document.ToDocument(("CheckRequests", "true")), .. ReferencedFiles.Find(document.Path, document.Text)], cancellationToken);
        using LoadedCode loaded = new(code, cancellationToken);
        Type? rules = loaded.Assembly.GetTypes().FirstOrDefault(type => type.Name.EndsWith("RequestRules", StringComparison.Ordinal) && type.IsAbstract && type.IsSealed);
        RefusalResult result = new(document.Path);
        foreach ((string name, string pointer) in GeneratedTypes.FindRules(code, document.Name))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.Find(pointer) is { } schema && rules?.GetProperty(name)?.GetValue(null) is { } rule)
            {
                result.Rules++;
                Try(document, pointer, schema, rule, result);
            }
        }

        return result;
    }

    private static void Try(RawDocument document, string pointer, JsonNode schema, object rule, RefusalResult result)
    {
        HashSet<string> tried = [];
        foreach (InstanceKind kind in InstanceKind.All(SchemaText.CountVariants(schema)).Where(kind => !kind.HasUnknownCases && !kind.HasUnknownValues))
        {
            string json = new InstanceBuilder(document, kind with { IsRequest = true }).Build(schema)?.ToJsonString() ?? "null";
            if (!tried.Add(json))
            {
                continue;
            }

            result.Allowed++;
            if (Errors(rule, json).FirstOrDefault() is { } refusal)
            {
                result.Failures.Add($"{pointer}: {kind}: {refusal}: {(json.Length < 1000 ? json : json[..1000])}");
            }

            foreach (string broken in BrokenText.Of(document, schema, json))
            {
                result.Forbidden++;
                result.Refused += Errors(rule, broken).Any() ? 1 : 0;
            }
        }
    }

    // By the letter the bound of a Decimal is that of the number alone; Pydantic, which writes so, checks its text too.
    private static bool IsOfDocument(object error) =>
        ((string)error.GetType().GetProperty("Message")!.GetValue(error)!).StartsWith("Input should be ", StringComparison.Ordinal) is var ofNumber
        && !(ofNumber && error.GetType().GetProperty("Input")!.GetValue(error) is JsonElement { ValueKind: JsonValueKind.String });

    // The runtime checks requests alone; what does it is internal.
    private static IEnumerable<string> Errors(object rule, string json)
    {
        const BindingFlags all = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        Assembly runtime = rule.GetType().Assembly;
        object errors = Activator.CreateInstance(runtime.GetType("DatabricksApps.Checks.RuleErrors", throwOnError: true)!, [false])!;
        object check = Activator.CreateInstance(runtime.GetType("DatabricksApps.Checks.RuleCheck", throwOnError: true)!, [errors, (long)json.Length])!;
        using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 200 });
        check.GetType().GetMethod("Check", all)!.Invoke(check, [rule, document.RootElement]);
        return [.. ((IEnumerable)errors.GetType().GetProperty("All", all)!.GetValue(errors)!).Cast<object>().Where(IsOfDocument).Select(error => error.ToString()!)];
    }
}
