using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Text;

namespace DatabricksApps.Gen.OpenApi.Schemas;

/// <summary>Tells which keywords of a schema have no effect on its C# type.</summary>
/// <remarks>
/// They say which values of a shape are valid, mostly by what other members hold. The server refuses the others; a client
/// that did so too would have to be right about every rule.
/// </remarks>
internal static class SchemaNotes
{
    public static void Add(in SchemaKeywords keywords, string pointer, Findings findings)
    {
        foreach (SchemaKeyword flag in (keywords.Says & KeywordSets.Unchecked).Each())
        {
            string name = flag.ToString();
            string keyword = char.ToLowerInvariant(name[0]) + name.Substring(1);
            findings.Ignored(JsonPointer.Append(pointer, keyword), $"'{keyword}' restricts values in a way that the server checks and the C# type does not");
        }
    }
}
