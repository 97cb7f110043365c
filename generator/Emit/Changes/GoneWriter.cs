using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Emit.Operations;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Changes;

/// <summary>Writes what is gone as it was declared: the compiler refuses every use of it, in words of the document.</summary>
internal sealed class GoneWriter(CodeWriter writer, ChangesModel file)
{
    private const string Throw = "throw new global::System.NotSupportedException()";

    private string Accessibility => file.IsPublic ? "public" : "internal";

    public void WriteMethods()
    {
        foreach (GoneGroupModel group in file.Groups)
        {
            string name = CSharpText.Identifier(group.ClassName);
            writer.WriteLine();
            WriteGone(group.Text);
            writer.WriteLine($"{Accessibility} sealed partial class {name} {{ }}");
            writer.WriteLine();
            using (writer.Block($"partial class {CSharpText.Identifier(file.ClientName)}"))
            {
                WriteGone(group.Text);
                writer.WriteLine($"public {name} {CSharpText.Identifier(group.PropertyName)} => {Throw};");
            }
        }

        foreach (IGrouping<string, GoneMethodModel> type in file.Methods.GroupBy(method => method.ClassName))
        {
            writer.WriteLine();
            using (writer.Block($"partial class {CSharpText.Identifier(type.Key)}"))
            {
                foreach (GoneMethodModel method in type)
                {
                    WriteMethod(method);
                }
            }
        }
    }

    public void WriteMembers()
    {
        foreach (IGrouping<string, GoneMemberModel> type in file.Members.GroupBy(member => member.Owner))
        {
            writer.WriteLine();
            string keyword = type.First().Kind == GoneMemberKind.Property ? "class" : "struct";
            using (writer.Block($"partial {keyword} {CSharpText.Identifier(type.Key)}"))
            {
                foreach (GoneMemberModel member in type)
                {
                    WriteMember(member);
                }
            }
        }
    }

    public void WriteTypes()
    {
        foreach (GoneTypeModel type in file.Types)
        {
            string name = CSharpText.Identifier(type.Name);
            writer.WriteLine();
            WriteGone(type.Text);
            using (writer.Block($"{Accessibility} {(type.Kind == TypeKind.Object ? "sealed class" : "readonly record struct")} {name}"))
            {
                foreach (GoneMemberModel member in type.Members)
                {
                    WriteMember(member);
                }

                foreach (GoneMemberModel member in file.Members.Where(member => member.Converts && member.Type.Name == type.Name))
                {
                    WriteGone(member.Text);
                    writer.WriteLine(ConversionOf(member));
                }

                if (type.Kind == TypeKind.Enum)
                {
                    writer.WriteLine(
                        $$"""
                        public enum Known { Unknown{{string.Concat(type.Members.Select(member => ", " + CSharpText.Identifier(member.Name)))}} }
                        public Known Kind => default;
                        public string Value => "";
                        public static implicit operator {{name}}(string value) => default;
                        """);
                }
            }
        }
    }

    private void WriteMethod(GoneMethodModel method)
    {
        IEnumerable<string> parameters = method.Parameters
            .OrderBy(parameter => parameter.IsRequired ? 0 : 1)
            .Select(parameter => $"{TypeSyntax.Type(parameter.Type)} {CSharpText.Identifier(parameter.Name)}{(parameter.IsRequired ? "" : " = default")}")
            .Concat([$"{RuntimeNames.AppRequestOptions}? options = null", "global::System.Threading.CancellationToken cancellationToken = default"]);
        WriteGone(method.Text);
        writer.WriteLine($"public {ReturnType.Of(method.Response)} {CSharpText.Identifier(method.Name)}({string.Join(", ", parameters)}) => {Throw};");
    }

    private void WriteMember(GoneMemberModel member)
    {
        string name = CSharpText.Identifier(member.Name), type = TypeSyntax.Type(member.Type), owner = CSharpText.Identifier(member.Owner);
        string[] declarations = member.Kind switch
        {
            GoneMemberKind.Property => [$"public {type} {name} {{ get => {Throw}; init {{ }} }}"],
            GoneMemberKind.UnionProperty => [$"public {type} {name} => {Throw};"],
            GoneMemberKind.Value => [$"public static {owner} {name} => {Throw};"],
            _ =>
            [
                $"public bool TryGet{member.Name}([global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out {TypeSyntax.Type(member.Type.AsNullable())} value) => {Throw};",
                $"public static {owner} From{member.Name}({type} value) => {Throw};",

                // What takes a type that is gone stands in that type: its own [Obsolete] does not cover the parameter of an operator.
                .. member.Converts && file.Types.All(gone => gone.Name != member.Type.Name) ? new[] { ConversionOf(member) } : [],
            ],
        };
        foreach (string declaration in declarations)
        {
            WriteGone(member.Text);
            writer.WriteLine(declaration);
        }
    }

    private static string ConversionOf(GoneMemberModel member) =>
        $"public static implicit operator {CSharpText.Identifier(member.Owner)}({TypeSyntax.Type(member.Type)} value) => {Throw};";

    // No pragma silences what has an id of its own and is an error.
    private void WriteGone(string text)
    {
        if (text.Length > 0)
        {
            writer.WriteLine(
                $"""
                {ObsoleteText.Of(text, file.GoneId)}
                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                """);
        }
    }
}
