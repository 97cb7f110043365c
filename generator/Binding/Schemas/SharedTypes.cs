using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Inline types that say the same in many places: one type, named after the first place.</summary>
/// <remarks>
/// Pydantic writes the members of a base class into each class that inherits, and a union or <c>Literal</c> has no name
/// of its own there; other writers copy a whole object wherever it is used. With a type for each place, a value read
/// from an answer could not be sent in a request.
/// </remarks>
internal sealed class SharedTypes
{
    private readonly BindingContext _context;
    private readonly Dictionary<object, string> _names = new();

    public SharedTypes(BindingContext context) => _context = context;

    /// <summary>Adds a union, or finds the one with the same cases.</summary>
    /// <returns>The name of the type to use.</returns>
    public string Add(UnionTypeModel union, Hint hint) => Add(union, (union.Discriminator, union.Cases), hint);

    /// <summary>Adds an enum, or finds the one with the same values in the same role: other roles may mean other things.</summary>
    /// <returns>The name of the type to use.</returns>
    public string Add(EnumTypeModel values, Hint hint) => Add(values, (hint.Role, values.Kind, values.Values), hint);

    /// <summary>Adds an object, or finds the one with the same members and texts.</summary>
    /// <returns>The name of the type to use.</returns>
    /// <remarks>
    /// Its name in the document is its title, without one its role. What is an operation's whole body or answer has
    /// neither, and stays a type of that operation.
    /// </remarks>
    public string Add(ObjectTypeModel record, ApiSchema schema, Hint hint)
    {
        string name = schema.Title ?? hint.Role;
        if (name.Length > 0)
        {
            return Add(record, (name, schema.Description, record.IsDeprecated, record.Properties, record.AdditionalProperties), hint);
        }

        return AddNamed(record);
    }

    /// <summary>Adds a type whose name is in use, which therefore stands for no other place.</summary>
    public string AddNamed(TypeModel type)
    {
        _context.Add(type);
        return type.Name;
    }

    private string Add(TypeModel type, object meaning, Hint hint)
    {
        if (hint.Component is null && _names.TryGetValue(meaning, out string? name))
        {
            TypeModel known = _context.Types[name];
            EquatableArray<string> sources = known.Doc.Sources.Union(type.Doc.Sources, StringComparer.Ordinal).ToEquatableArray();
            _context.Types[name] = known with { Doc = known.Doc with { Sources = sources } };
            _context.TypeNames.Release(type.Name);
            return name;
        }

        if (hint.Component is null)
        {
            _names.Add(meaning, type.Name);
        }

        return AddNamed(type);
    }
}
