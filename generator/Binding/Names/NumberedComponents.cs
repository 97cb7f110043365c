using System;
using DatabricksApps.Gen.Binding.Components;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>Components that a tool has numbered, and whose names by their author are their titles.</summary>
/// <remarks>
/// Fastify writes a schema that is added as <c>Ticket</c> under the key <c>def-0</c> with the title <c>Ticket</c>, and one of
/// its <c>definitions</c> as <c>def-0-address</c>. The number says how many have been added before: names of it would change
/// with every neighbour.
/// </remarks>
internal static class NumberedComponents
{
    private const string Prefix = "def-";

    /// <summary>Returns the name by the author; null of a component that has a key of its own, or no title.</summary>
    public static string? NameOf(ApiComponent component, ComponentTypes components)
    {
        string key = component.Name;
        int end = Prefix.Length;
        while (end < key.Length && key[end] is >= '0' and <= '9')
        {
            end++;
        }

        if (!key.StartsWith(Prefix, StringComparison.Ordinal) || end == Prefix.Length || (end < key.Length && key[end] != '-'))
        {
            return null;
        }

        string numbered = key.Substring(0, end);
        ApiComponent? titled = end == key.Length ? component : components.Find(numbered);
        return titled?.Schema.Title is { } title && Words.Pascal(WithoutAddress(title)) is { Length: > 0 } name
            ? name + Words.Pascal(key.Substring(end))
            : null;
    }

    // What is added may have an address as its name: "http://example.com/schemas/ticket".
    private static string WithoutAddress(string title) => title.Substring(title.LastIndexOf('/') + 1);
}
