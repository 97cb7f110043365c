using System.Linq;
using System.Text;
using System.Threading;
using DatabricksApps.Gen.Emit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Pipeline;

/// <summary>What a project has of the unions of C# 15.</summary>
internal static class UnionLanguage
{
    /// <summary>C# 15, which the lowest compiler that the generator runs in has no name for.</summary>
    private const LanguageVersion CSharp15 = (LanguageVersion)1500;

    /// <summary>Whether the project's C# has unions.</summary>
    /// <remarks>
    /// In an older C# the attribute would do harm: the compiler of C# 15 knows a union in every language version, and refuses
    /// <c>order.Payment is null</c> below C# 15 (CS9327), which every project with a nullable union says.
    /// </remarks>
    public static bool HasUnions(ParseOptions options) => options is CSharpParseOptions { LanguageVersion: >= CSharp15 };

    /// <summary>Gets the text of the attribute if the project can name none, neither the framework's nor one of its own; else empty.</summary>
    public static string MissingAttribute(Compilation compilation, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (compilation.Assembly.GetTypeByMetadataName(UnionAttributeFile.FullName) is not null)
        {
            return "";
        }

        // Where two references lend the project theirs (InternalsVisibleTo), the name alone means neither (CS0433).
        int count = compilation.GetTypesByMetadataName(UnionAttributeFile.FullName)
            .Count(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly));
        return count == 1 ? "" : UnionAttributeFile.Text;
    }

    /// <summary>Adds the attribute to a project that lacks it.</summary>
    public static void AddAttribute(SourceProductionContext context, string text)
    {
        if (text.Length > 0)
        {
            context.AddSource(UnionAttributeFile.HintName, SourceText.From(text, Encoding.UTF8));
        }
    }
}
