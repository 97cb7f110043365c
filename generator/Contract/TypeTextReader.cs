using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>Reads what <see cref="TypeText"/> spells.</summary>
internal sealed class TypeTextReader
{
    // A lock is a file that anyone may have written.
    private const int Deepest = 32;

    private static readonly Dictionary<string, TypeKind> s_scalars = Enum.GetValues(typeof(TypeKind)).Cast<TypeKind>()
        .Where(kind => kind is not (TypeKind.List or TypeKind.Map or TypeKind.Tuple or TypeKind.Object or TypeKind.Enum or TypeKind.Union or TypeKind.TupleRecord))
        .ToDictionary(kind => TypeText.Of(TypeRef.Of(kind)), StringComparer.Ordinal);

    private readonly Func<string, TypeRef?> _named;

    /// <param name="named">Gives the type of a name; null: there is none.</param>
    public TypeTextReader(Func<string, TypeRef?> named) => _named = named;

    /// <summary>Gets the type; what cannot be told is any JSON.</summary>
    public TypeRef Read(string text) => Read(text, 0);

    private TypeRef Read(string text, int depth)
    {
        if (depth > Deepest || text.Length == 0)
        {
            return TypeRef.Of(TypeKind.Any);
        }

        if (text[text.Length - 1] == '?')
        {
            return Read(text.Substring(0, text.Length - 1), depth + 1).AsNullable();
        }

        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            return TypeRef.ListOf(Read(text.Substring(0, text.Length - 2), depth + 1));
        }

        string inner = text.Length > 2 ? text.Substring(1, text.Length - 2) : "";
        return text[0] == '{' ? TypeRef.MapOf(Read(inner, depth + 1))
            : text[0] == '(' ? new TypeRef(TypeKind.Tuple, null, Split(inner).Select(item => Read(item, depth + 1)).ToEquatableArray(), false)
            : s_scalars.TryGetValue(text, out TypeKind kind) ? TypeRef.Of(kind)
            : _named(text) ?? TypeRef.Of(TypeKind.Any);
    }

    // At the commas that stand in no tuple of their own.
    private static IEnumerable<string> Split(string items)
    {
        int start = 0, open = 0;
        for (int i = 0; i < items.Length; i++)
        {
            open += items[i] switch { '(' or '{' => 1, ')' or '}' => -1, _ => 0 };
            if (items[i] == ',' && open == 0)
            {
                yield return items.Substring(start, i - start);
                start = i + 1;
            }
        }

        yield return items.Substring(start);
    }
}
