using System.Collections.Generic;
using System.Linq;
using System.Text;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes the class of a JSON object.</summary>
internal sealed class ObjectWriter(CodeWriter writer, TypeHeader header, ObjectTypeModel model)
{
    private readonly string _name = CSharpText.Identifier(model.Name);

    public void Write()
    {
        header.Write(model);
        using (writer.Block($"{header.Accessibility} sealed partial class {_name} : {Base()}, {RuntimeNames.IJsonModel}<{_name}>"))
        {
            WriteLegend();
            writer.WriteLine($"internal static readonly {RuntimeNames.JsonMembers} JsonMembers = new({Table()}{Arguments()});");
            WriteFields();
            WriteConstruction();
            for (int i = 0; i < model.Properties.Count; i++)
            {
                writer.WriteLine();
                new PropertyWriter(writer, model.Properties[i], i, model.IsGradioResult).Write();
            }

            WriteReading();
            WriteWriting();
        }
    }

    private string Base() => model.AdditionalProperties is { } more
        ? $"{RuntimeNames.JsonModelOf}<{TypeSyntax.Type(more)}, {TypeSyntax.Codec(more)}>"
        : model.IsGradioResult ? RuntimeNames.GradioResult : RuntimeNames.JsonModel;

    // Says of the marks of the table those that it has; the runtime's JsonMembers reads them.
    private void WriteLegend()
    {
        if (model.Properties.IsEmpty)
        {
            return;
        }

        List<string> marks = [];
        AddMark("'!' must be there", property => Mark(property) == '!');
        AddMark("'?' is sent when assigned", property => Mark(property) == '?');
        AddMark("' ' is sent unless null", property => Mark(property) == ' ');
        AddMark("'*' is a secret", property => property.IsSecret);
        AddMark("'\\' makes the next character part of the name", property => Escape(property.WireName) != property.WireName);
        writer.WriteLine($"// The members, one a line, in the order of their numbers below: {string.Join(", ", marks)}.");

        void AddMark(string meaning, System.Func<PropertyModel, bool> has)
        {
            if (model.Properties.Any(has))
            {
                marks.Add(meaning);
            }
        }
    }

    private static char Mark(PropertyModel property) => property.Presence switch
    {
        PropertyPresence.Required or PropertyPresence.Constant => '!',
        PropertyPresence.Optional => ' ',
        _ => '?',
    };

    private static string Escape(string name)
    {
        string escaped = name.Replace("\\", "\\\\").Replace("\n", "\\\n");
        return escaped.StartsWith("*", System.StringComparison.Ordinal) ? "\\" + escaped : escaped;
    }

    private string Table()
    {
        StringBuilder table = new();
        foreach (PropertyModel property in model.Properties)
        {
            table.Append(table.Length > 0 ? "\n" : "");
            table.Append(Mark(property)).Append(property.IsSecret ? "*" : "").Append(Escape(property.WireName));
        }

        return CSharpText.Utf8Literal(table.ToString());
    }

    private string Arguments() =>
        (model.IsAdditionalSecret ? ", masksAdditional: true" : "")
        + (model.Constants is { } constants ? ", constants: " + CSharpText.Utf8Literal(constants) : "");

    private void WriteFields()
    {
        foreach (PropertyModel property in model.Properties)
        {
            if (property.Default is { Kind: LiteralKind.Json } json)
            {
                writer.WriteLine(
                    $"private static readonly {TypeSyntax.Type(property.Type)} {Fields.DefaultOf(property.Name)} = "
                    + $"{RuntimeNames.JsonLiteral}.Read<{TypeSyntax.Type(property.Type)}, {TypeSyntax.Codec(property.Type)}>({CSharpText.Utf8Literal(json.Text)});");
            }
        }

        writer.WriteLine();
        foreach (PropertyModel property in model.Properties)
        {
            new PropertyWriter(writer, property, 0, model.IsGradioResult).WriteField();
        }
    }

    private void WriteConstruction()
    {
        writer.WriteLine();
        writer.WriteLine(
            $$"""
            /// <summary>Initializes a model without assigned members.</summary>
            public {{_name}}()
            {
            }

            """);
        WriteCopying();
        writer.WriteLine();
        WriteSetsRequired();
        writer.WriteLine(
            $$"""
            private {{_name}}(ref {{RuntimeNames.Utf8JsonReader}} reader)
                : this() => ReadMembers(JsonMembers, ref reader);
            """);
    }

    private void WriteCopying()
    {
        writer.WriteLine($$"""/// <summary>Initializes a copy; an initializer changes members of it: <c>new {{_name}}(original) { … }</c>.</summary>""");
        WriteSetsRequired();
        writer.WriteLine($"public {_name}({_name} original)");
        using (writer.Block("    : base(original)"))
        {
            foreach (PropertyModel property in model.Properties)
            {
                string field = Fields.Of(property.Name);
                writer.WriteLine($"{field} = original.{field};");
            }
        }
    }

    private void WriteSetsRequired()
    {
        if (model.Properties.Any(property => property.Presence == PropertyPresence.Required))
        {
            writer.WriteLine("[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        }
    }

    // ReadFrom, and FitOf of enums and unions, is public with an attribute that keeps it out of users' completion. An explicit
    // implementation would hide it everywhere, but spells the interface with its type argument into the metadata: the client of
    // Kubernetes was 5.5 % larger with it (1,335,808 bytes instead of 1,266,688) and is 0.6 % larger with the attribute
    // (1,274,880); that of Stripe, which has enums and unions too, 7.8 % and 0.8 %, or 3.8 % with only these explicit.
    private void WriteReading()
    {
        writer.WriteLine();
        writer.WriteLine(
            $"""
            {TypeHeader.Hidden}
            public static {_name} ReadFrom(ref {RuntimeNames.Utf8JsonReader} reader) => {RuntimeNames.JsonNull}.IsUndeclared(ref reader) ? null! : new(ref reader);

            """);
        if (model.IsInCollection)
        {
            // Explicit, since a member of the document may have the name.
            writer.WriteLine($"static int {RuntimeNames.IJsonModel}<{_name}>.FitOf({RuntimeNames.Utf8JsonReader} reader) => JsonMembers.Fit(reader);");
            writer.WriteLine();
        }

        writer.WriteLine("/// <inheritdoc/>");
        using (writer.Block($"protected override void {(model.IsGradioResult ? "ReadOutput" : "ReadMember")}(int member, ref {RuntimeNames.Utf8JsonReader} reader)"))
        {
            if (model.Properties.Count == 0)
            {
                return;
            }

            using (writer.Block("switch (member)"))
            {
                for (int i = 0; i < model.Properties.Count; i++)
                {
                    PropertyModel property = model.Properties[i];
                    writer.WriteLine($"case {i}: {Fields.Of(property.Name)} = {MemberJson.Read(property.Type, i)}; break;");
                }
            }
        }
    }

    private void WriteWriting()
    {
        writer.WriteLine();
        writer.WriteLine("/// <inheritdoc/>");
        using (writer.Block($"protected override void WriteMembers(ref {RuntimeNames.JsonMemberWriter} writer)"))
        {
            writer.WriteLine("writer.Begin(JsonMembers);");
            for (int i = 0; i < model.Properties.Count; i++)
            {
                new PropertyWriter(writer, model.Properties[i], i, model.IsGradioResult).WriteCall();
            }
        }
    }
}
