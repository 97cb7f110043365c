using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Identity;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Schemas;

/// <summary>Unions of plain scalars that have no name of their own: the same one for the same scalars.</summary>
/// <remarks>
/// Pydantic's <c>int | str</c> stands in many members; a type for each would say the same many times. In which order the
/// branches stand means nothing to JSON Schema, so <c>str | int</c> is that union too.
/// </remarks>
internal sealed class ScalarUnions
{
    private readonly BindingContext _context;
    private readonly Dictionary<string, string> _names = new();

    public ScalarUnions(BindingContext context) => _context = context;

    /// <summary>Tells whether a branch is a scalar without a name.</summary>
    public static bool IsScalar(ApiSchema branch) =>
        branch.Target is null
        && branch.Enum is null
        && branch.AllOf.Count == 0
        && SchemaFacts.Branches(branch).Count == 0
        && (SchemaFacts.ConstantOf(branch) is not null
            || SchemaFacts.TypesOf(branch) is ApiType.String or ApiType.Integer or ApiType.Number or ApiType.Boolean);

    public TypeRef Bind(ApiSchema schema, IEnumerable<TypeRef> bound)
    {
        List<TypeRef> all = bound.ToList();
        List<TypeRef> types = all.Select(t => t.AsNotNullable()).Distinct().OrderBy(t => t.Kind).ToList();
        TypeRef result = types.Any(t => t.Kind == TypeKind.Any) ? TypeRef.Of(TypeKind.Any)
            : types.Count == 1 ? types[0]
            : TypeRef.Named(TypeKind.Union, NameOf(schema, types));
        return all.Any(t => t.IsNullable) && result.Kind != TypeKind.Any ? result.AsNullable() : result;
    }

    private string NameOf(ApiSchema schema, List<TypeRef> types)
    {
        string key = string.Join("Or", types.Select(t => t.Kind));
        if (!_names.TryGetValue(key, out string? name))
        {
            name = _context.TypeNames.Take(string.Join("Or", types.Select(CaseNames.Of)));
            _names.Add(key, name);
            NameScope names = new(ReservedNames.UnionMembers, new[] { name });
            _context.Add(new UnionTypeModel(
                name,
                Origin: name,
                new DocModel
                {
                    Sources = EquatableArray.Create(_context.Source(schema.Pointer)),
                },
                false,
                null,
                types.Select(t => new UnionCaseModel(names.Take(CaseNames.Of(t)), t, EquatableArray<string>.Empty)).ToEquatableArray()));
        }

        return name;
    }
}
