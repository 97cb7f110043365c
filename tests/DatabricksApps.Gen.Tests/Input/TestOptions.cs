using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Input;

/// <summary>What a compiler is told of a project and of its one kind of additional file.</summary>
internal sealed class TestOptions(IReadOnlyDictionary<string, string> project, IReadOnlyDictionary<string, string> metadata)
    : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(project);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => throw new NotSupportedException();

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(metadata);

    private sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}

/// <summary>An additional file in memory.</summary>
internal sealed class TestFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
