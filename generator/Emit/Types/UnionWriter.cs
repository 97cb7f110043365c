using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes a union: a struct that holds the value of one of its cases, or any JSON.</summary>
internal sealed class UnionWriter(CodeWriter writer, TypeHeader header, UnionTypeModel model)
{
    private const string Reader = RuntimeNames.Utf8JsonReader;
    private const string JsonElement = RuntimeNames.Json + "JsonElement";

    private readonly string _name = CSharpText.Identifier(model.Name);

    /// <summary>Whether a case may write a value in another way than it was read, so that the text is kept.</summary>
    private readonly bool _keepsText = model.Cases.Any(c => IsSpelledInWays(c.Type));

    public void Write()
    {
        header.Write(model);
        using (writer.Block(
            $"{header.Accessibility} readonly partial struct {_name} : global::System.IEquatable<{_name}>, {RuntimeNames.IJsonUnion}<{_name}>"))
        {
            writer.WriteLine(
                $$"""
                private static readonly {{RuntimeNames.JsonUnion}} s_cases = new({{CaseArguments()}}){{(model.ChecksConstants ? " { ChecksConstants = true }" : "")}};

                private readonly object? _value;
                private readonly int _case;
                """);
            WriteConstructor();
            writer.WriteLine(
                $$"""
                /// <summary>Gets the value of the case: {{string.Join(", ", model.Cases.Select(c => CSharpText.Xml(TypeSyntax.Type(c.Type).Replace("global::", ""))))}}, or a JsonElement if it is none of them.</summary>
                public object {{TypeHeader.Member("Value", model)}} => _value ?? default({{JsonElement}});

                """);
            WriteMembers();
            new UnionCasesWriter(writer, model).Write();
            WriteEquality();
            WriteJson();
        }
    }

    private void WriteConstructor()
    {
        writer.WriteLine(_keepsText
            ? $$"""
              private readonly string? _text;

              private {{_name}}(object? value, int number, string? text = null)
              {
                  _value = value;
                  _case = number;
                  _text = text;
              }

              """
            : $$"""

              private {{_name}}(object? value, int number)
              {
                  _value = value;
                  _case = number;
              }

              """);
    }

    // Strings, Booleans and any JSON have one spelling; a model and a union in it keep their own.
    private static bool IsSpelledInWays(TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map or TypeKind.Tuple => type.Arguments.Any(IsSpelledInWays),
        TypeKind.TupleRecord => true,
        _ => type.Kind is not (TypeKind.String or TypeKind.Boolean or TypeKind.Any or TypeKind.Enum or TypeKind.Object or TypeKind.Union or TypeKind.File),
    };

    private void WriteMembers()
    {
        foreach (UnionMemberModel member in model.Members)
        {
            if (!DocComment.WriteSummary(writer, member.Doc, member.Name))
            {
                DocComment.WriteElement(writer, "summary", $"<c>{CSharpText.Xml(member.WireName)}</c> of whichever case it is.");
            }

            DocComment.WriteRemarks(writer, member.Doc);
            if (member.IsDeprecated)
            {
                writer.WriteLine(TypeHeader.Deprecated);
            }

            TypeRef plain = member.Type.AsNotNullable();
            string method = TypeSyntax.IsValueType(plain) ? "MemberValue" : "Member";
            writer.WriteLine(
                $"public {TypeSyntax.Type(member.Type)} {CSharpText.Identifier(member.Name)} => "
                + $"{RuntimeNames.JsonValues}.{method}<{_name}, {TypeSyntax.Type(plain)}, {TypeSyntax.Codec(plain)}>(this, {CSharpText.Utf8Literal(member.WireName)});");
            writer.WriteLine();
        }
    }

    private string CaseArguments()
    {
        List<string> arguments = [model.Cases.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        if (model.Discriminator is { } discriminator)
        {
            arguments.Add(CSharpText.Utf8Literal(discriminator));
            for (int i = 0; i < model.Cases.Count; i++)
            {
                foreach (string tag in model.Cases[i].Tags)
                {
                    arguments.Add($"({CSharpText.Literal(tag)}, {i + 1})");
                }
            }
        }

        return string.Join(", ", arguments);
    }

    private void WriteEquality() => writer.WriteLine(
        $"""

        /// <summary>Tells whether two values write the same JSON.</summary>
        public static bool operator ==({_name} left, {_name} right) => left.Equals(right);

        /// <summary>Tells whether two values write different JSON.</summary>
        public static bool operator !=({_name} left, {_name} right) => !left.Equals(right);

        /// <summary>Tells whether the other value writes the same JSON.</summary>
        public bool Equals({_name} other) => {RuntimeNames.JsonValues}.AreEqual(this, other);

        /// <inheritdoc/>
        public override bool Equals(object? obj) => obj is {_name} other && Equals(other);

        /// <inheritdoc/>
        public override int GetHashCode() => {RuntimeNames.JsonValues}.GetHashCode(this);

        /// <summary>Returns the JSON, shortened, with the secrets masked.</summary>
        public override string ToString() => {(model.IsSecret ? TypeHeader.Masked : RuntimeNames.JsonValues + ".Show(this)")};

        """);

    private void WriteJson()
    {
        writer.WriteLine(
            $"""
            {TypeHeader.Hidden}
            public static {_name} ReadFrom(ref {Reader} reader) => s_cases.Read<{_name}>(ref reader);

            {TypeHeader.Hidden}
            public static int FitOf({Reader} reader) => s_cases.Fit<{_name}>(reader);

            """);
        using (writer.Block($"static {_name} {RuntimeNames.IJsonUnion}<{_name}>.ReadCase(int number, ref {Reader} reader)"))
        {
            using (writer.Block("return number switch", ";"))
            {
                WriteEach((c, number) => $"{number} => new({TypeSyntax.Codec(c.Type)}.Read(ref reader), {number}),");
                writer.WriteLine($"_ => new({RuntimeNames.AnyJson}.Read(ref reader), 0),");
            }
        }

        writer.WriteLine();
        using (writer.Block($"static int {RuntimeNames.IJsonUnion}<{_name}>.FitCase(int number, {Reader} reader)"))
        {
            using (writer.Block("return number switch", ";"))
            {
                WriteEach((c, number) => c.Type.Kind == TypeKind.Object
                    ? $"{number} => {TypeHeader.FullName(c.Type.Name!)}.JsonMembers.Fit(reader),"
                    : c.Type.Kind == TypeKind.Union ? $"{number} => {RuntimeNames.Generated}JsonFit.OfUnion({TypeSyntax.Codec(c.Type)}.Fit(reader)),"
                    : $"{number} => {TypeSyntax.Codec(c.Type)}.Fit(reader),");
                writer.WriteLine("_ => 0,");
            }
        }

        writer.WriteLine();
        if (_keepsText)
        {
            writer.WriteLine($"static {_name} {RuntimeNames.IJsonUnion}<{_name}>.WithText({_name} value, string text) => new(value._value, value._case, text);");
            writer.WriteLine();
        }

        using (writer.Block($"void {RuntimeNames.IJsonModel}.WriteTo({RuntimeNames.Utf8JsonWriter} writer)"))
        {
            if (_keepsText)
            {
                using (writer.Block("if (_text is not null)"))
                {
                    writer.WriteLine("writer.WriteRawValue(_text, skipInputValidation: true);");
                    writer.WriteLine("return;");
                }

                writer.WriteLine();
            }

            using (writer.Block("switch (_case)"))
            {
                WriteEach((c, number) => $"case {number}: {TypeSyntax.Codec(c.Type)}.Write(writer, ({TypeSyntax.Type(c.Type)})_value!); break;");
                writer.WriteLine($"default: {RuntimeNames.AnyJson}.Write(writer, _value is {JsonElement} json ? json : default); break;");
            }
        }
    }

    private void WriteEach(System.Func<UnionCaseModel, int, string> line)
    {
        for (int i = 0; i < model.Cases.Count; i++)
        {
            writer.WriteLine(line(model.Cases[i], i + 1));
        }
    }
}
