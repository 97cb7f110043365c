using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes the record of a JSON array whose items have a type each.</summary>
internal sealed class TupleWriter(CodeWriter writer, TypeHeader header, TupleTypeModel model)
{
    private const string Reader = RuntimeNames.Utf8JsonReader;

    private readonly string _name = CSharpText.Identifier(model.Name);
    private readonly TypeRef _rest = model.Rest ?? TypeRef.Of(TypeKind.Any);

    public void Write()
    {
        header.Write(model);
        using (writer.Block($"{header.Accessibility} sealed partial record {_name} : {RuntimeNames.IJsonModel}, {RuntimeNames.IJsonModel}<{_name}>"))
        {
            for (int i = 0; i < model.Items.Count; i++)
            {
                writer.WriteLine(
                    $$"""
                    /// <summary>Gets item {{i + 1}} of the array.</summary>
                    public required {{TypeSyntax.Type(model.Items[i])}} {{Item(i)}} { get; init; }

                    """);
            }

            writer.WriteLine(
                $$"""
                /// <summary>Gets the items behind the others.</summary>
                public {{TypeSyntax.Type(TypeRef.ListOf(_rest))}} {{RestName}} { get; init; } = [];

                /// <summary>Tells whether the other record writes the same JSON.</summary>
                public bool Equals({{_name}}? other) => other is not null && {{RuntimeNames.JsonValues}}.AreEqual(this, other);

                /// <inheritdoc/>
                public override int GetHashCode() => {{RuntimeNames.JsonValues}}.GetHashCode(this);

                /// <summary>Returns the JSON, shortened, with the secrets masked.</summary>
                public override string ToString() => {{(model.IsSecret ? TypeHeader.Masked : RuntimeNames.JsonValues + ".Show(this)")}};

                """);
            WriteJson();
        }
    }

    private void WriteFit()
    {
        writer.WriteLine(TypeHeader.Hidden);
        using (writer.Block($"public static int FitOf({Reader} reader)"))
        {
            writer.WriteLine($"{RuntimeNames.Generated}JsonArrayFit items = new(reader);");
            foreach (TypeRef item in model.Items)
            {
                writer.WriteLine($"items.Next<{Arguments(item)}>(ref reader);");
            }

            writer.WriteLine($"return items.Rest<{Arguments(_rest)}>(ref reader);");
        }
    }

    private void WriteJson()
    {
        writer.WriteLine(TypeHeader.Hidden);
        using (writer.Block($"public static {_name} ReadFrom(ref {Reader} reader)"))
        {
            using (writer.Block($"if ({RuntimeNames.JsonNull}.IsUndeclared(ref reader))"))
            {
                writer.WriteLine("return null!;");
            }

            writer.WriteLine();
            writer.WriteLine($"{RuntimeNames.Generated}JsonArrayReader items = new(ref reader, {model.Items.Count});");
            using (writer.Block($"return new {_name}", ";"))
            {
                for (int i = 0; i < model.Items.Count; i++)
                {
                    writer.WriteLine($"{Item(i)} = items.Next<{Arguments(model.Items[i])}>(ref reader),");
                }

                writer.WriteLine($"{RestName} = items.Rest<{Arguments(_rest)}>(ref reader),");
            }
        }

        writer.WriteLine();
        WriteFit();
        writer.WriteLine();
        using (writer.Block($"void {RuntimeNames.IJsonModel}.WriteTo({RuntimeNames.Utf8JsonWriter} writer)"))
        {
            writer.WriteLine("writer.WriteStartArray();");
            for (int i = 0; i < model.Items.Count; i++)
            {
                writer.WriteLine($"{TypeSyntax.Codec(model.Items[i])}.Write(writer, {Item(i)});");
            }

            using (writer.Block($"foreach ({TypeSyntax.Type(_rest)} item in {RestName})"))
            {
                writer.WriteLine($"{TypeSyntax.Codec(_rest)}.Write(writer, item);");
            }

            writer.WriteLine("writer.WriteEndArray();");
        }
    }

    private string RestName => TypeHeader.Member("Rest", model);

    private string Item(int index) => TypeHeader.Member($"Item{index + 1}", model);

    private static string Arguments(TypeRef type) => $"{TypeSyntax.Type(type)}, {TypeSyntax.Codec(type)}";
}
