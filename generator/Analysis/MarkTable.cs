using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using DatabricksApps.Gen.Model;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Analysis;

/// <summary>The marks of all clients that a project can call: its own, and those of the projects that it references.</summary>
internal sealed class MarkTable
{
    private const string AttributeName = "DatabricksApps.Generated.AppChangedAttribute";

    private static readonly IReadOnlyList<Mark> s_none = [];

    private readonly Dictionary<INamedTypeSymbol, Dictionary<string, List<Mark>>> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<MarkUse> _uses = new();

    private MarkTable()
    {
    }

    /// <summary>Gets the names of the members that have marks.</summary>
    public HashSet<string> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads the marks; null: nothing is pending.</summary>
    public static MarkTable? Of(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(AttributeName) is not { } attribute)
        {
            return null;
        }

        MarkTable table = new();
        string runtime = attribute.ContainingAssembly.Name;
        IEnumerable<IAssemblySymbol> clients = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(referenced => referenced.Name == runtime)));
        foreach (AttributeData mark in clients.Append(compilation.Assembly).SelectMany(assembly => assembly.GetAttributes()))
        {
            if (SymbolEqualityComparer.Default.Equals(mark.AttributeClass, attribute))
            {
                table.Add(mark.ConstructorArguments);
            }
        }

        return table._types.Count == 0 ? null : table;
    }

    /// <summary>Tells whether any mark is about a use.</summary>
    public bool Has(MarkUse use) => _uses.Contains(use);

    /// <summary>Gets the marks of a member; of a type itself with an empty name.</summary>
    public IReadOnlyList<Mark> Of(INamedTypeSymbol? type, string member) =>
        type is not null && _types.TryGetValue(type.OriginalDefinition, out Dictionary<string, List<Mark>>? members) && members.TryGetValue(member, out List<Mark>? marks)
            ? marks
            : s_none;

    /// <summary>Gets the types that have marks of a use, with the marks.</summary>
    public IEnumerable<(INamedTypeSymbol Type, string Member, Mark Mark)> Of(MarkUse use) =>
        from type in _types
        from member in type.Value
        from mark in member.Value
        where mark.Use == use
        select (type.Key, member.Key, mark);

    // As the compiler read it: code that is being typed may have any shape.
    private void Add(ImmutableArray<TypedConstant> values)
    {
        if (values.Length == 6
            && values[0].Value is INamedTypeSymbol type
            && values[1].Value is string member
            && values[2].Value is string part
            && values[3].Value is string spelled
            && Enum.TryParse(spelled, out MarkUse use)
            && values[4].Value is string id
            && values[5].Value is string text)
        {
            if (!_types.TryGetValue(type, out Dictionary<string, List<Mark>>? members))
            {
                _types.Add(type, members = new Dictionary<string, List<Mark>>(StringComparer.Ordinal));
            }

            if (!members.TryGetValue(member, out List<Mark>? marks))
            {
                members.Add(member, marks = new List<Mark>());
            }

            marks.Add(new Mark(use, part, id, text));
            _uses.Add(use);
            Members.Add(member);
        }
    }
}
