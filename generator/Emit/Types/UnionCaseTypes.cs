using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Which cases of a union have one type for the runtime, and so can share a constructor only.</summary>
/// <remarks>
/// <c>IReadOnlyList&lt;string&gt;</c> and <c>IReadOnlyList&lt;string?&gt;</c> are two cases but one type. A union of C# 15
/// is one of types, each with one constructor.
/// </remarks>
internal sealed class UnionCaseTypes
{
    private readonly Dictionary<int, List<int>> _numbers = [];

    public UnionCaseTypes(UnionTypeModel model)
    {
        Dictionary<string, List<int>> types = [];
        for (int i = 0; i < model.Cases.Count; i++)
        {
            string type = TypeSyntax.Type(WithoutAnnotations(model.Cases[i].Type));
            if (!types.TryGetValue(type, out List<int>? numbers))
            {
                types.Add(type, numbers = []);
                _numbers.Add(i + 1, numbers);
            }

            numbers.Add(i + 1);
            if (model.Cases[i].Type.Kind == TypeKind.Any)
            {
                HasAnyJson = true;

                // What is none of the cases is such a value too.
                numbers.Add(0);
            }
        }
    }

    /// <summary>Gets whether any JSON is one of the cases, which then has the type of the unknown case.</summary>
    public bool HasAnyJson { get; }

    /// <summary>Gets the first case of each type.</summary>
    public IEnumerable<int> Firsts => _numbers.Keys;

    /// <summary>Gets the numbers of all cases that have the type of a case; none if an earlier case has it.</summary>
    public IReadOnlyList<int> NumbersOf(int number) => _numbers.TryGetValue(number, out List<int>? numbers) ? numbers : [];

    /// <summary>Leaves out what only the compiler sees: that a reference may be null.</summary>
    private static TypeRef WithoutAnnotations(TypeRef type) => type with
    {
        Arguments = type.Arguments.Select(WithoutAnnotations).ToEquatableArray(),
        IsNullable = type.IsNullable && TypeSyntax.IsValueType(type),
    };
}
