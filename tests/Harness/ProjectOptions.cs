using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DatabricksApps.Harness;

/// <summary>What the compiler tells a generator about the project and its files.</summary>
/// <param name="properties">Properties of the project that the compiler sees.</param>
public sealed class ProjectOptions(params (string Name, string Value)[] properties) : AnalyzerConfigOptionsProvider
{
    public const string RootNamespace = "MyApp";

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(
        properties.Append((Name: "RootNamespace", Value: RootNamespace)).ToDictionary(property => "build_property." + property.Name, property => property.Value));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => Options.None;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        textFile is Document document ? new Options(document.Metadata) : Options.None;

    private sealed class Options(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public static Options None { get; } = new(new Dictionary<string, string>());

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
