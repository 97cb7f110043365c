using System.Collections.Generic;
using System.Linq;
using System.Text;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>
/// Writes a lock: one fact a line, by what is on the wire, with its C# name. It is read line by line in a review, and merged
/// line by line: no line says what another does.
/// </summary>
internal static class LockFile
{
    /// <summary>What stands for a name that a fact has not.</summary>
    public const string NoName = "-";

    /// <summary>What the line begins with that has the scopes of the app: to be seen in a review, and no promise of the client.</summary>
    public const string ScopesHead = "# The app asks its users for the scopes (user_api_scopes): ";

    // Fixed: a longer key must not move the lines of others.
    private const int Column = 48;

    /// <summary>Writes the facts of a document's client.</summary>
    /// <param name="documentName">The file name of the document.</param>
    /// <param name="facts">The facts, in their order.</param>
    /// <param name="appScopes">The scopes of the app; null: they are not known.</param>
    public static string Write(string documentName, EquatableArray<Fact> facts, string? appScopes = null)
    {
        StringBuilder text = new();
        text.Append("# What the client of ").Append(LockText.Escape(documentName)).Append(" promised when it was last accepted. Written by: databricks-apps accept\n");
        if (appScopes is not null)
        {
            text.Append(ScopesHead).Append(appScopes).Append('\n');
        }

        string? owner = null;
        foreach (Fact fact in facts)
        {
            if (owner is not null && owner != fact.Owner)
            {
                text.Append('\n');
            }

            owner = fact.Owner;
            string key = LockText.Escape(fact);
            text.Append(key).Append(' ', System.Math.Max(2, Column - key.Length)).Append(string.Join(" ", ValuesOf(fact).Select(LockText.Escape))).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> ValuesOf(Fact fact) => fact.Kind is FactKind.Answer or FactKind.Error
        ? fact.Words
        : new[] { fact.Name.Length == 0 ? NoName : fact.Name }.Concat(fact.Words);
}
