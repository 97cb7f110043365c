using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Contract;

namespace DatabricksApps.Gen.Binding.Names;

/// <summary>What types are made of, by which a lock knows again those that stand among alternatives.</summary>
internal sealed class TypeParts
{
    private readonly Lazy<ILookup<string, IReadOnlyList<TypePart>>> _alternatives;

    public TypeParts(NamedTypes types) => _alternatives = new(() => types.All
        .Where(type => TypeNames.ComponentOf(type) is null)
        .Select(type => (Place: WirePlaces.WithoutNumbers(type.First.Schema.Pointer), Parts: PartsOf(type.Content)))
        .Where(type => type.Place is not null)
        .ToLookup(type => type.Place!, type => type.Parts, StringComparer.Ordinal));

    public TypeNow Of(NamedType type) => new(
        () => PartsOf(type.Content),
        () => WirePlaces.WithoutNumbers(type.First.Schema.Pointer) is { } place ? _alternatives.Value[place].ToList() : new());

    private static IReadOnlyList<TypePart> PartsOf(ShapeContent content) => content switch
    {
        ObjectContent model => MembersOf(model.Members),
        EnumContent values => values.Values.Select(value => new TypePart(value.Wire, null)).ToList(),
        UnionContent union => MembersOf(union.Members).Concat(union.Cases.Select(_ => new TypePart(TypePart.Case, null))).ToList(),
        TupleRecordContent tuple => tuple.Items.Select((_, i) => new TypePart(i.ToString(CultureInfo.InvariantCulture), null)).ToList(),
        _ => Array.Empty<TypePart>(),
    };

    private static List<TypePart> MembersOf(IEnumerable<MemberShape> members) =>
        members.Select(member => new TypePart(member.Property.Name, SchemaFacts.ConstantOf(member.Property.Schema)?.Json)).ToList();
}
