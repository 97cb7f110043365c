using System.Collections.Concurrent;
using DatabricksApps.Gen.Analysis;
using DatabricksApps.Gen.CodeFixes;
using DatabricksApps.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace DatabricksApps.CodeFixes.Tests;

/// <summary>Code that was right before the depot changed, and what a fix makes of it: one by one, and all at once.</summary>
internal sealed class FixTest : CSharpCodeFixTest<AppChangedAnalyzer, AppChangedFixProvider, DefaultVerifier>
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading.Tasks;
        global using DatabricksApps;
        global using MyApp.DepotApi;
        """;

    /// <summary>Mends statements, in which what is told is marked, also what of it is left.</summary>
    /// <param name="edits">What changed.</param>
    /// <param name="statements">What a method does.</param>
    /// <param name="mended">The same afterwards; null: nothing is offered.</param>
    /// <param name="titles">What the editor offers, each once.</param>
    public static Task MendAsync(string[] edits, string statements, string? mended, params string[] titles) =>
        MendAsync(edits, rounds: 1, statements, mended, titles);

    /// <inheritdoc cref="MendAsync(string[], string, string?, string[])"/>
    /// <param name="rounds">How often all is mended at once: the compiler tells some things once others are right.</param>
    public static async Task MendAsync(string[] edits, int rounds, string statements, string? mended, params string[] titles)
    {
        ConcurrentBag<string> offered = [];
        FixTest test = new()
        {
            TestCode = CodeOf(statements),
            FixedCode = CodeOf(mended ?? statements),
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CodeActionVerifier = (action, _) => offered.Add(action.Title),
            NumberOfFixAllIterations = mended is null ? 0 : rounds,
            NumberOfFixAllInDocumentIterations = mended is null ? 0 : rounds,
            NumberOfFixAllInProjectIterations = mended is null ? 0 : rounds,
            TestBehaviors = TestBehaviors.SkipSuppressionCheck, // No pragma silences what is gone.
        };
        foreach (SolutionState state in new[] { test.TestState, test.FixedState })
        {
            state.Sources.Add(("usings.cs", Usings));
        }

        test.TestState.AdditionalReferences.AddRange(References.Net100);
        test.TestState.AdditionalReferences.Add(Depot.After(edits));
        test.FixedState.MarkupHandling = MarkupMode.Allow;

        await test.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(titles.Order(), offered.Distinct().Order());
    }

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    private static string CodeOf(string statements) => $$"""
        static class Use
        {
            public static async Task RunAsync(DepotClient depot, Item item)
            {
                {{statements.ReplaceLineEndings("\n        ")}}
                await Task.Yield();
            }
        }
        """;
}
