using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Models.Types;

/// <summary>Tells the cases of unions by their constants: a value that one contradicts is none of the case, whatever names it.</summary>
internal sealed class UnionConstants
{
    /// <summary>Through how many objects constants are looked for: the case, an object in it, and one in that.</summary>
    private const int DeepestObject = 3;

    private readonly Dictionary<string, ObjectTypeModel> _objects;
    private readonly Dictionary<string, TupleTypeModel> _tuples;
    private readonly HashSet<string> _cases = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inCollections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seenTuples = new(StringComparer.Ordinal);

    private UnionConstants(IReadOnlyList<TypeModel> all)
    {
        _objects = all.OfType<ObjectTypeModel>().ToDictionary(model => model.Name, StringComparer.Ordinal);
        _tuples = all.OfType<TupleTypeModel>().ToDictionary(model => model.Name, StringComparer.Ordinal);
        foreach (UnionCaseModel unionCase in all.OfType<UnionTypeModel>().SelectMany(union => union.Cases))
        {
            Note(unionCase.Type, isInCollection: false);
        }
    }

    /// <summary>Gives the models that are cases of a union their constants, and tells which unions have to ask for them.</summary>
    public static IEnumerable<TypeModel> Complete(IReadOnlyList<TypeModel> all)
    {
        UnionConstants constants = new(all);
        return all.Select(type => type switch
        {
            ObjectTypeModel model when constants._cases.Contains(model.Name) => model with
            {
                Constants = constants.Of(model, 1),
                IsInCollection = constants._inCollections.Contains(model.Name),
            },
            UnionTypeModel { Discriminator: not null } union => union with { ChecksConstants = union.Cases.Any(c => constants.Has(c, union.Discriminator)) },
            _ => type,
        });
    }

    private void Note(TypeRef type, bool isInCollection)
    {
        if (type.Kind == TypeKind.Object)
        {
            _cases.Add(type.Name!);
            if (isInCollection)
            {
                _inCollections.Add(type.Name!);
            }
        }

        IEnumerable<TypeRef> parts = type.Kind == TypeKind.TupleRecord && _seenTuples.Add(type.Name!) && _tuples.TryGetValue(type.Name!, out TupleTypeModel? tuple)
            ? tuple.Items.Concat(tuple.Rest is { } rest ? new[] { rest } : Array.Empty<TypeRef>())
            : type.Arguments;
        foreach (TypeRef part in parts)
        {
            Note(part, isInCollection: true);
        }
    }

    // The tag has named the case already, unless a constant of another kind of JSON only looks like it.
    private bool Has(UnionCaseModel unionCase, string discriminator) =>
        unionCase.Type.Kind == TypeKind.Object
        && _objects[unionCase.Type.Name!].Properties.Any(property => property.WireName == discriminator
            ? property.Constant is { } constant && !constant.StartsWith("[\"", StringComparison.Ordinal)
            : OfMember(property, 1) is not null);

    private string? Of(ObjectTypeModel model, int depth)
    {
        List<string> members = new();
        foreach (PropertyModel property in model.Properties)
        {
            if (OfMember(property, depth) is { } constants)
            {
                members.Add($"\"{JsonEncodedText.Encode(property.WireName)}\":{constants}");
            }
        }

        return members.Count == 0 ? null : "{" + string.Join(",", members) + "}";
    }

    private string? OfMember(PropertyModel property, int depth) =>
        property.Constant
        ?? (property.Type.Kind == TypeKind.Object && depth < DeepestObject ? Of(_objects[property.Type.Name!], depth + 1) : null);
}
