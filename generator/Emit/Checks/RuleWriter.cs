using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Checks;

/// <summary>Writes a rule as an object initializer: on one line if it is short.</summary>
internal sealed class RuleWriter(CodeWriter writer)
{
    private const int LongestLine = 100;

    /// <summary>Writes a rule.</summary>
    /// <param name="start">What stands before the initializer.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="end">What stands behind it.</param>
    public void Write(string start, RuleModel rule, string end)
    {
        List<string> scalars = Scalars(rule).ToList();
        List<Action> nested = Nested(rule).ToList();
        string line = $"{start} {{ {string.Join(", ", scalars)} }}{end}";
        if (nested.Count == 0 && (line.Length <= LongestLine || scalars.Count < 2))
        {
            writer.WriteLine(scalars.Count == 0 ? $"{start} {{ }}{end}" : line);
            return;
        }

        writer.WriteLine(start);
        using (writer.Block(null, end))
        {
            foreach (string scalar in scalars)
            {
                writer.WriteLine(scalar + ",");
            }

            nested.ForEach(part => part());
        }
    }

    private static IEnumerable<string> Scalars(RuleModel rule)
    {
        if (rule.Same is not null)
        {
            yield return $"Same = static () => {CSharpText.Identifier(rule.Same)}";
        }

        if (!rule.Kinds.IsEmpty)
        {
            yield return $"Kinds = {string.Join(" | ", rule.Kinds.Select(kind => $"{RuntimeNames.JsonRuleKinds}.{kind}"))}";
        }

        foreach (BoundModel bound in rule.Bounds)
        {
            yield return $"{bound.Kind} = {Spell(bound)}";
        }

        if (rule.IsNumberInText)
        {
            yield return "IsNumberInText = true";
        }

        if (!rule.Required.IsEmpty)
        {
            yield return $"Required = {Texts(rule.Required)}";
        }

        if (!rule.FreeMembers.IsEmpty)
        {
            yield return $"FreeMembers = {Texts(rule.FreeMembers)}";
        }

        if (!rule.AnyRequired.IsEmpty)
        {
            yield return $"AnyRequired = [{string.Join(", ", rule.AnyRequired.Select(set => Texts(set)))}]";
        }

        if (!rule.DependentRequired.IsEmpty)
        {
            yield return $"DependentRequired = [{string.Join(", ", rule.DependentRequired.Select(names => $"({CSharpText.Literal(names[0])}, {Texts(names.Skip(1))})"))}]";
        }

        if (rule.Tag is not null)
        {
            yield return $"Tag = {CSharpText.Literal(rule.Tag)}";
        }

        if (!rule.Tags.IsEmpty)
        {
            yield return $"Tags = {Texts(rule.Tags)}";
        }

        if (rule.Case is not null)
        {
            yield return $"Case = {CSharpText.Literal(rule.Case)}";
        }
    }

    private IEnumerable<Action> Nested(RuleModel rule)
    {
        if (rule.Items is { } items)
        {
            yield return () => Write("Items = new()", items, ",");
        }

        if (!rule.FirstItems.IsEmpty)
        {
            yield return () => WriteList("FirstItems", rule.FirstItems);
        }

        if (!rule.Members.IsEmpty)
        {
            yield return () =>
            {
                writer.WriteLine("Members =");
                writer.WriteLine("[");
                using (writer.Indent())
                {
                    foreach (RuleMemberModel member in rule.Members)
                    {
                        Write($"({CSharpText.Literal(member.Name)}, new()", member.Rule, "),");
                    }
                }

                writer.WriteLine("],");
            };
        }

        if (rule.OtherMembers is { } others)
        {
            yield return () => Write("OtherMembers = new()", others, ",");
        }

        if (!rule.All.IsEmpty)
        {
            yield return () => WriteList("All", rule.All);
        }

        if (!rule.Any.IsEmpty)
        {
            yield return () => WriteList("Any", rule.Any);
        }
    }

    private void WriteList(string name, EquatableArray<RuleModel> rules)
    {
        writer.WriteLine($"{name} =");
        writer.WriteLine("[");
        using (writer.Indent())
        {
            foreach (RuleModel rule in rules)
            {
                Write("new()", rule, ",");
            }
        }

        writer.WriteLine("],");
    }

    private static string Spell(BoundModel bound) => bound.Kind switch
    {
        BoundKind.Pattern => CSharpText.Literal(bound.Value),
        <= BoundKind.MultipleOf => bound.Value + "m",
        _ => bound.Value,
    };

    private static string Texts(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(CSharpText.Literal))}]";
}
