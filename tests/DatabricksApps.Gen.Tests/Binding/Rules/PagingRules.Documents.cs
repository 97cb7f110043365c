using System.Text.RegularExpressions;
using DatabricksApps.Gen.Input;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

// The documents, in a few words each: their parameters, and the members of their answers.
public sealed partial class PagingRules
{
    private const string Whole = """{"type":"integer"}""";
    private const string Words = """{"type":"string"}""";
    private const string MayBe = """{"anyOf":[{"type":"string"},{"type":"null"}]}""";
    private const string List = """{"type":"array","items":{"$ref":"#/components/schemas/Item"}}""";

    private const string Schemas = """{"Item":{"type":"object","properties":{"id":{"type":"integer"}}}}""";

    private static BoundDocument Load(string query, string answer, string method = "get", DocumentOptions? options = null, string? headers = null) =>
        BoundDocument.OfPaths("{\"/api/a\":" + Operation("load", query, answer, method, headers) + "}", Schemas, options);

    private static string Operation(string id, string query, string answer, string method, string? header = null) =>
        $$"""{"{{method}}":{"operationId":"{{id}}","parameters":[{{string.Join(',', Parameters(query))}}],"responses":{"200":{"description":"","headers":{{Headers(header)}},"content":{"application/json":{"schema":""" + Answer(answer) + "}}}}}}";

    private static string Headers(string? name) => name is null ? "{}" : "{\"" + name + "\":{\"schema\":{\"type\":\"string\"}}}";

    // Such as q! offset=0 limit=20<=100 cursor:S offset'its words'.
    private static IEnumerable<string> Parameters(string query)
    {
        foreach (Match one in Regex.Matches(query, @"(\w+)(!?)(:[SN])?(?:=(\d+))?(?:>=(\d+))?(?:<=(\d+))?(?:'([^']*)')?"))
        {
            string type = one.Groups[3].Value switch { ":S" => Words, ":N" => MayBe, _ => one.Groups[1].Value is "q" ? Words : Whole };
            string more = string.Concat(
                new[] { ("default", 4), ("minimum", 5), ("maximum", 6) }.Where(word => one.Groups[word.Item2].Success).Select(word => $",\"{word.Item1}\":{one.Groups[word.Item2].Value}"));
            string required = one.Groups[2].Length > 0 ? "true" : "false";
            yield return $$"""{"name":"{{one.Groups[1].Value}}","in":"query","required":{{required}},"description":"{{one.Groups[7].Value}}","schema":""" + type[..^1] + more + "}}";
        }
    }

    private static string Answer(string answer) => answer switch
    {
        "[]" => List,
        "[page]" => "{\"type\":\"array\",\"items\":" + Answer("items:I total:W") + "}",
        "S" => Words,
        _ => "{\"type\":\"object\",\"properties\":{" + string.Join(',', Members(answer)) + "}}",
    };

    // Such as items:I meta:{total:W}.
    private static IEnumerable<string> Members(string answer)
    {
        foreach (Match one in Regex.Matches(answer, @"([\w.@-]+):(?:([A-Z])|\{([^}]*)\})"))
        {
            string schema = one.Groups[2].Value switch
            {
                "I" => List,
                "W" => Whole,
                "S" => Words,
                "N" => MayBe,
                "U" => """{"anyOf":[{"type":"string","format":"uri"},{"type":"null"}]}""",
                "B" => """{"type":"boolean"}""",
                _ => Answer(one.Groups[3].Value),
            };
            yield return $"\"{one.Groups[1].Value}\":{schema}";
        }
    }

    private static string Describe(BoundDocument bound)
    {
        if (bound.Client.Groups[0].Operations.FirstOrDefault(operation => operation.Paging is not null)?.Paging is not { } paging)
        {
            return "";
        }

        string sizes = $"{paging.StandardSize}/{paging.MaximumSize}";
        string more = string.Concat(
            new[] { ("total", paging.Total), ("pages", paging.Pages), ("next", paging.Next), (paging.IsLastSaid ? "last" : "more", paging.HasMore) }
                .Where(part => !part.Item2.IsEmpty).Select(part => $" {part.Item1}={Way(part.Item2)}"));
        string place = paging.Style switch
        {
            PagingStyle.LimitOffset => $" {paging.Place} {paging.Size} {sizes} ",
            PagingStyle.PageSize => $" {paging.Place} {paging.Size} {sizes} from {paging.First}",
            _ => $" {paging.Place}",
        };
        return $"{paging.Style}{place}: {Way(paging.Items)}{more}";
    }

    private static string Way(EquatableArray<PageStepModel> steps) =>
        string.Concat(steps.Select((step, i) => (i == 0 ? "" : steps[i - 1].IsNullable ? "?." : ".") + step.Name));
}
