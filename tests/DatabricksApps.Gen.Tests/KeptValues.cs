using System.Collections;
using System.Reflection;
using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests;

/// <summary>What the compiler keeps of a run.</summary>
internal static class KeptValues
{
    /// <summary>
    /// Asserts that no step's value holds on to a compilation or to a read document, which would stay in memory with it.
    /// </summary>
    public static void AssertNoneIsOfTheCompilerOrTheReader(GeneratorRunResult result)
    {
        // The first step's value is the file itself, which the compiler keeps anyway.
        IEnumerable<object> values = Steps.Names
            .Except([TrackingNames.Documents])
            .Where(result.TrackedSteps.ContainsKey)
            .SelectMany(name => result.TrackedSteps[name])
            .SelectMany(step => step.Outputs)
            .Select(output => output.Value);

        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        foreach (object value in values)
        {
            Walk(value, value.GetType().Name, seen);
        }
    }

    private static void Walk(object? value, string path, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || IsSpan(value))
        {
            return;
        }

        Assert.False(value is ISymbol or SyntaxNode or SyntaxTree or Compilation or Location or AdditionalText or Diagnostic or Delegate, $"{path} is {value.GetType()}");
        Assert.False(IsOfReader(value.GetType()), $"{path} is {value.GetType()}");
        if (!value.GetType().IsValueType && !seen.Add(value))
        {
            return;
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
            {
                Walk(item, path + "[]", seen);
            }
        }

        foreach (FieldInfo field in FieldsOf(value.GetType()))
        {
            Walk(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }

    private static bool IsSpan(object value) => value is Microsoft.CodeAnalysis.Text.TextSpan or Microsoft.CodeAnalysis.Text.LinePositionSpan;

    private static bool IsOfReader(Type type) =>
        type.FullName!.StartsWith("Microsoft.", StringComparison.Ordinal)
        || type.FullName.StartsWith("System.Text.Json.", StringComparison.Ordinal)
        || type.FullName.StartsWith("SharpYaml.", StringComparison.Ordinal)
        || type.FullName.StartsWith("DatabricksApps.Gen.OpenApi.", StringComparison.Ordinal);

    private static IEnumerable<FieldInfo> FieldsOf(Type type)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
