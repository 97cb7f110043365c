using DatabricksApps.Mutants.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Mutants.Reach;

/// <summary>The places of a side that have a probe: those that hold a possible mutant.</summary>
internal sealed class ProbeMap
{
    private readonly SideCompiler _compiler;
    private readonly Dictionary<string, Dictionary<Place, int>> _places = [];
    private readonly ILookup<string, string> _filesOfName;

    /// <summary>Initializes the places.</summary>
    /// <param name="compiler">The side.</param>
    /// <param name="mutants">All its possible mutants.</param>
    public ProbeMap(SideCompiler compiler, IEnumerable<Mutant> mutants)
    {
        _compiler = compiler;
        int count = 0;
        foreach (Mutant mutant in mutants)
        {
            if (PlaceOf(mutant) is { } place)
            {
                if (!_places.TryGetValue(mutant.File, out Dictionary<Place, int>? ofFile))
                {
                    _places.Add(mutant.File, ofFile = []);
                }

                if (ofFile.TryAdd(place, count))
                {
                    count++;
                }
            }
        }

        _filesOfName = compiler.Trees
            .SelectMany(file => NamesIn(file.Value).Distinct().Select(name => (name, file.Key)))
            .ToLookup(pair => pair.name, pair => pair.Key);
    }

    /// <summary>Compiles the side with its probes.</summary>
    public byte[] Emit()
    {
        Dictionary<string, string> texts = _places.ToDictionary(
            file => file.Key,
            file => ProbeWriter.Write(
                _compiler.Compilation.GetSemanticModel(_compiler.Trees[file.Key]), file.Value.Select(place => (place.Key, place.Value))));
        return _compiler.Emit(texts, [Injected.Read(Injected.Probe)], out IReadOnlyList<Diagnostic> errors)
            ?? throw new InvalidOperationException("The probes do not compile:\n" + string.Join('\n', errors.Take(20)));
    }

    /// <summary>Gets the number of the probe that tells whether a mutant is reached.</summary>
    public int? NumberOf(Mutant mutant) => PlaceOf(mutant) is { } place ? _places[mutant.File][place] : null;

    /// <summary>Gets the probes of all files that have a name in their text.</summary>
    public IEnumerable<int> NumbersOfName(string name) => _filesOfName[name]
        .Where(_places.ContainsKey)
        .SelectMany(file => _places[file].Values);

    /// <summary>Gets the name of what a mutant without a probe of its own is the value of: a field, a property, a method with a default.</summary>
    public string NameOf(Mutant mutant)
    {
        SyntaxNode? node = _compiler.Trees[mutant.File].GetRoot().FindToken(mutant.Span.Start).Parent;
        foreach (SyntaxNode ancestor in node!.AncestorsAndSelf())
        {
            string? name = ancestor switch
            {
                VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.Text,
                PropertyDeclarationSyntax property => property.Identifier.Text,
                EnumMemberDeclarationSyntax member => member.Identifier.Text,
                MethodDeclarationSyntax method => method.Identifier.Text,
                BaseTypeDeclarationSyntax type => type.Identifier.Text,
                _ => null,
            };
            if (name is not null)
            {
                return name;
            }
        }

        return Path.GetFileNameWithoutExtension(mutant.File);
    }

    private Place? PlaceOf(Mutant mutant) => Place.Of(_compiler.Trees[mutant.File].GetRoot(), mutant.Span);

    private static IEnumerable<string> NamesIn(SyntaxTree tree) =>
        tree.GetRoot().DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText);
}
