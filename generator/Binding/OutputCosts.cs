using System.Linq;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>Estimates the characters of C# that parts of a client become; measured on many documents.</summary>
internal static class OutputCosts
{
    private const int Type = 2000, Member = 450, Value = 250, Case = 1200, Item = 400, Operation = 1200, Parameter = 250;

    /// <summary>How often a default is written: in the documentation and where the member starts, escaped.</summary>
    private const long Default = 3;

    /// <summary>What a character of XML costs beside itself: <c>&amp;amp;</c>.</summary>
    private const int Entity = 4;

    /// <summary>How often a type names itself.</summary>
    private const int NamesOfType = 20;

    /// <summary>What a name of a type costs where it is used: it stands in the type and in the codec.</summary>
    private const int TypeName = 40;

    /// <summary>A member of an object, before it is bound.</summary>
    public static long Of(ApiProperty property) =>
        Member + (3L * property.Name.Length) + Length(property.Schema.Title) + Length(property.Schema.Description) + Length(property.Schema.Pattern)
        + (Default * (property.Schema.Default?.Length ?? 0L)) + (property.Schema.Example?.Length ?? 0L);

    /// <summary>A use of a type.</summary>
    public static long Of(TypeRef type) => TypeName * (long)type.Size;

    /// <summary>A shape that becomes a type; of an object without its members' texts, which are counted before.</summary>
    public static long Of(Shape shape) => shape.Content switch
    {
        EnumContent content => Head(shape) + content.Values.Sum(value => Value + (2L * value.Wire.Length)),
        UnionContent content => Head(shape) + content.Cases.Sum(item => Case + (6 * TypeName) + item.Tags.Sum(tag => 2L * tag.Length)) + (content.Members.Count * Case),
        TupleRecordContent content => Head(shape) + (content.Items.Count * (Item + TypeName)),
        ObjectContent content => Head(shape) + (content.Members.Count * TypeName),
        _ => 0,
    };

    private static long Head(Shape shape) => Type + (NamesOfType * TypeName) + Length(shape.Schema.Title) + Length(shape.Schema.Description);

    public static long Of(OperationModel operation) =>
        Operation
        + Of(operation.Doc)
        + (3L * (operation.Call is RouteModel route ? route.Template : operation.Call.Name).Length)
        + operation.Parameters.Sum(parameter => Parameter + (2L * parameter.WireName.Length) + Of(parameter.Doc) + Of(parameter.Type))
        + (operation.Body?.Fields.Sum(field => Parameter + (2L * field.WireName.Length) + Of(field.Doc) + Of(field.Type)) ?? 0)
        + Of(operation.Response.Doc)
        + operation.Errors.Sum(error => (long)Parameter + Length(error.Description));

    private static long Of(DocModel doc) =>
        Length(doc.Summary) + Length(doc.Remarks) + Length(doc.Example) + Length(doc.Constraints) + doc.Sources.Take(3).Sum(source => (long)source.Length);

    // In documentation each of the three is an entity.
    private static long Length(string? text)
    {
        long length = text?.Length ?? 0;
        foreach (char c in text ?? "")
        {
            length += c is '&' or '<' or '>' ? Entity : 0;
        }

        return length;
    }
}
