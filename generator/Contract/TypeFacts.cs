using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Tells what a type promises.</summary>
internal static class TypeFacts
{
    /// <param name="type">The type.</param>
    /// <param name="document">The document's file name.</param>
    /// <param name="direction">Which way it goes, a word each.</param>
    /// <param name="places">How places are spelled.</param>
    /// <param name="enums">The enums of the client.</param>
    public static IEnumerable<Fact> Of(TypeModel type, string document, IEnumerable<string> direction, WirePlaces places, IReadOnlyDictionary<string, EnumTypeModel> enums)
    {
        string pointer = Pointers.Of(type.Doc, document);
        List<string> words = new() { KindOf(type) };
        words.AddRange(direction);
        if (type.IsDeprecated)
        {
            words.Add("deprecated");
        }

        words.Add($"at={places.Of(pointer)}");
        yield return new Fact(FactKind.Type, type.Name, "", type.Name, words.ToEquatableArray()) { Pointer = pointer };
        IEnumerable<Fact> parts = type switch
        {
            ObjectTypeModel model => MembersOf(model, pointer, enums),
            EnumTypeModel model => ValuesOf(model, pointer),
            UnionTypeModel model => CasesOf(model, pointer),
            TupleTypeModel model => ItemsOf(model, pointer),
            _ => [],
        };
        foreach (Fact part in parts)
        {
            yield return part;
        }
    }

    private static string KindOf(TypeModel type) => type switch
    {
        ObjectTypeModel => "object",
        EnumTypeModel { Kind: EnumKind.Integer } => "enum:integer",
        EnumTypeModel { Kind: EnumKind.Mixed } => "enum:any",
        EnumTypeModel => "enum",
        UnionTypeModel { Discriminator: { } tag } => $"union:{tag}",
        UnionTypeModel => "union",
        _ => "tuple",
    };

    private static IEnumerable<Fact> MembersOf(ObjectTypeModel type, string pointer, IReadOnlyDictionary<string, EnumTypeModel> enums)
    {
        foreach (PropertyModel property in type.Properties)
        {
            List<string> words = new()
            {
                TypeText.Of(property.Presence == PropertyPresence.Optional ? property.Type.AsNotNullable() : property.Type),
                property.Presence switch
                {
                    PropertyPresence.Required => "required",
                    PropertyPresence.Constant => "constant",
                    _ => "optional",
                },
            };
            words.AddRange(BoundText.Of(property.Doc));
            if (property is { Presence: PropertyPresence.Constant, Default: { } only } && !words.Any(word => word.StartsWith(BoundText.Value + "=", StringComparison.Ordinal)))
            {
                // The tag of a case, which its union says.
                words.Add($"{BoundText.Value}={WireOf(only, property.Type, enums)}");
            }

            if (property.IsDeprecated)
            {
                words.Add("deprecated");
            }

            yield return new Fact(FactKind.Member, type.Name, TypePart.Member(property.WireName), property.Name, words.ToEquatableArray())
            {
                Pointer = Pointers.Below(pointer, "properties", property.WireName),
            };
        }

        if (type.AdditionalProperties is { } rest)
        {
            yield return new Fact(FactKind.Member, type.Name, "*", "", EquatableArray.Create(TypeText.Of(rest), "optional")) { Pointer = pointer };
        }
    }

    // The name in C# says nothing of what is sent.
    private static string WireOf(LiteralModel only, TypeRef type, IReadOnlyDictionary<string, EnumTypeModel> enums)
    {
        EnumTypeModel? named = only.Kind == LiteralKind.EnumMember && type.Name is { } name && enums.TryGetValue(name, out EnumTypeModel? found) ? found : null;
        string text = named?.Values.FirstOrDefault(value => value.Name == only.Text)?.Wire ?? only.Text;
        return only.Kind == LiteralKind.String || (only.Kind == LiteralKind.EnumMember && named is null or { Kind: EnumKind.String }) ? $"\"{text}\"" : text;
    }

    private static IEnumerable<Fact> ValuesOf(EnumTypeModel type, string pointer) => type.Values.Select(
        value => new Fact(FactKind.Value, type.Name, value.Wire, value.Name, default) { Pointer = Pointers.Below(pointer, "enum") });

    private static IEnumerable<Fact> CasesOf(UnionTypeModel type, string pointer)
    {
        foreach (UnionMemberModel member in type.Members)
        {
            yield return new Fact(
                FactKind.Member, type.Name, TypePart.Member(member.WireName), member.Name, EquatableArray.Create(TypeText.Of(member.Type.AsNotNullable()), "optional"))
            { Pointer = pointer };
        }

        // Match takes what is done with each case by its place.
        int position = 0;
        foreach (UnionCaseModel one in type.Cases)
        {
            yield return new Fact(
                FactKind.Case, type.Name, TypeText.Of(one.Type), one.Name,
                one.Tags.OrderBy(tag => tag, StringComparer.Ordinal).Select(tag => $"tag={tag}").Append($"@{++position}").ToEquatableArray())
            { Pointer = pointer };
        }
    }

    private static IEnumerable<Fact> ItemsOf(TupleTypeModel type, string pointer)
    {
        for (int i = 0; i < type.Items.Count; i++)
        {
            yield return new Fact(FactKind.Member, type.Name, $"{i}", $"Item{i + 1}", EquatableArray.Create(TypeText.Of(type.Items[i]), "required"))
            {
                Pointer = Pointers.Below(pointer, "prefixItems", $"{i}"),
            };
        }

        if (type.Rest is { } rest)
        {
            yield return new Fact(FactKind.Member, type.Name, "*", "", EquatableArray.Create(TypeText.Of(rest), "optional")) { Pointer = pointer };
        }
    }
}
