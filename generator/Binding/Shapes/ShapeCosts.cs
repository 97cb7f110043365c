using System.Linq;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Shapes;

/// <summary>Estimates the characters of C# that shapes become; measured on many documents.</summary>
internal static class ShapeCosts
{
    private const int Type = 2000, Member = 450, Value = 250, Case = 1200, Item = 400;

    /// <summary>How often a default is written: in the documentation and where the member starts, escaped.</summary>
    private const long Default = 3;

    /// <summary>How often a type names itself.</summary>
    private const int NamesOfType = 20;

    /// <summary>A member of an object, before it is bound.</summary>
    public static long Of(ApiProperty property) =>
        Member + (3L * property.Name.Length) + TextLength.InXml(property.Schema.Title) + TextLength.InXml(property.Schema.Description)
        + TextLength.InXml(property.Schema.Pattern)
        + (Default * (property.Schema.Default?.Length ?? 0L)) + (property.Schema.Example?.Length ?? 0L);

    /// <summary>A shape that becomes a type; of an object without its members' texts, which are counted before.</summary>
    public static long Of(Shape shape) => shape.Content switch
    {
        EnumContent content => Head(shape) + content.Values.Sum(value => Value + (2L * value.Wire.Length)),
        UnionContent content => Head(shape) + content.Cases.Sum(item => Case + (6 * TextLength.TypeName) + item.Tags.Sum(tag => 2L * tag.Length)) + (content.Members.Count * Case),
        TupleRecordContent content => Head(shape) + (content.Items.Count * (Item + TextLength.TypeName)),
        ObjectContent content => Head(shape) + (content.Members.Count * TextLength.TypeName),
        _ => 0,
    };

    private static long Head(Shape shape) =>
        Type + (NamesOfType * TextLength.TypeName) + TextLength.InXml(shape.Schema.Title) + TextLength.InXml(shape.Schema.Description);
}
