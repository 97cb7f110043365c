using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes a property of a model: its field, its accessors, and the call that sends it.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="property">The property.</param>
/// <param name="member">Its line in the table.</param>
/// <param name="isOutput">Whether it is an output of a Gradio endpoint, which may have come as something else.</param>
internal sealed class PropertyWriter(CodeWriter writer, PropertyModel property, int member, bool isOutput)
{
    private readonly string _name = CSharpText.Identifier(property.Name);
    private readonly string _field = Fields.Of(property.Name);
    private readonly string _type = TypeSyntax.Type(property.Type);

    public void WriteField()
    {
        string value = property.Default is { } literal && Literals.Spell(literal, property) is { } text ? " = " + text : "";
        string nullable = IsMadeWhenAsked && !property.Type.IsNullable ? "?" : "";
        writer.WriteLine($"private {_type}{nullable} {_field}{value};");
    }

    public void Write()
    {
        if (!DocComment.WriteSummary(writer, property.Doc, property.Name) && DocComment.IsAnotherName(property.WireName, property.Name))
        {
            DocComment.WriteElement(writer, "summary", $"<c>{CSharpText.Xml(property.WireName)}</c>");
        }

        DocComment.WriteRemarks(writer, property.Doc);
        if (property.IsDeprecated)
        {
            writer.WriteLine(TypeHeader.Deprecated);
        }

        string get = !IsMadeWhenAsked ? _field
            : property.Type.IsNullable ? $"{_field} ?? (IsAssigned({member}) ? null : {_field} = new())"
            : $"{_field} ??= new()";
        string set = "value";
        if (isOutput)
        {
            get = $"GetOutput({member}, {get})";
            set = $"SetOutput({member}, value)";
        }

        string modifier = property.Presence == PropertyPresence.Required ? "required " : "";
        if (property.Presence is PropertyPresence.OptionalNullable or PropertyPresence.Defaulted || MemberJson.IsKept(property.Type))
        {
            using (writer.Block($"public {modifier}{_type} {_name}"))
            {
                writer.WriteLine($"get => {get};");
                using (writer.Block("init"))
                {
                    writer.WriteLine($"{_field} = {set};");
                    writer.WriteLine($"Assign({member});");
                }
            }

            return;
        }

        writer.WriteLine($"public {modifier}{_type} {_name} {{ get => {get}; init => {_field} = {set}; }}");
    }

    public void WriteCall() =>
        writer.WriteLine(isOutput ? $"WriteOutput<{_type}, {TypeSyntax.Codec(property.Type)}>(ref writer, {member}, {_field});" : MemberJson.Write(property, IsMadeWhenAsked && !property.Type.IsNullable ? _field + "!" : _field));

    // A model that starts at a model of its own type would never end.
    private bool IsMadeWhenAsked => property.Default is { Kind: LiteralKind.EmptyObject };
}
