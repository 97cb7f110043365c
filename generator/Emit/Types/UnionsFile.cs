using System.Collections.Immutable;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes the file that makes the unions of a document unions of C# 15; projects of an older C# have none.</summary>
/// <remarks>
/// The constructors and <c>TryGetValue</c> that make it a union stand with the type: they are good C# before. So this file
/// holds names alone, and an edit of a union does not write it again.
/// </remarks>
internal static class UnionsFile
{
    // C# reads a union by its member Value, and no type may have a member of its own name.
    private const string ValueMember = "Value";

    /// <summary>Gets the part of a client that is this file, or nothing where there is no union.</summary>
    public static ImmutableArray<UnionsFileModel> Select(ClientModel client, bool hasUnions)
    {
        UnionTypeModel[] unions = hasUnions ? [.. client.Types.OfType<UnionTypeModel>()] : [];
        return unions.Length == 0
            ? ImmutableArray<UnionsFileModel>.Empty
            : ImmutableArray.Create(new UnionsFileModel(
                client.DocumentName,
                client.Namespace,
                client.ClientName,
                client.JsonName,
                unions.Select(union => union.Name).ToEquatableArray(),
                unions.FirstOrDefault(union => union.Name == ValueMember)));
    }

    public static string Write(UnionsFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        writer.WriteLine(
            $"""
            // Of two attributes that the project can see, its own is the right one.
            #pragma warning disable CS0436

            namespace {CSharpText.Namespace(file.Namespace)};

            """);
        if (file.NamedValue is not null)
        {
            writer.WriteLine(RuntimeNames.JsonAlias);
            writer.WriteLine();
        }

        foreach (string name in file.Names.Where(name => name != ValueMember))
        {
            writer.WriteLine($"{UnionAttributeFile.Attribute} partial struct {CSharpText.Identifier(name)};");
        }

        if (file.NamedValue is { } union)
        {
            WriteWithProvider(writer, union);
        }

        return writer.End();
    }

    /// <summary>Writes the one whose members C# finds in an interface inside it.</summary>
    private static void WriteWithProvider(CodeWriter writer, UnionTypeModel union)
    {
        string name = CSharpText.Identifier(union.Name);
        UnionCaseTypes types = new(union);
        writer.WriteLine(UnionAttributeFile.Attribute);
        using (writer.Block($"partial struct {name} : {name}.IUnionMembers"))
        {
            writer.WriteLine($"object IUnionMembers.{ValueMember} => {TypeHeader.Member(ValueMember, union)};");
            writer.WriteLine();
            writer.WriteLine("/// <summary>What the compiler reads the union by.</summary>");
            using (writer.Block("public interface IUnionMembers"))
            {
                writer.WriteLine("/// <summary>Gets the value of the case.</summary>");
                writer.WriteLine($"object {ValueMember} {{ get; }}");
                foreach (string type in types.Firsts.Select(number => TypeSyntax.Type(union.Cases[number - 1].Type)))
                {
                    WriteCreate(writer, name, type);
                }

                if (!types.HasAnyJson)
                {
                    WriteCreate(writer, name, TypeSyntax.Type(TypeRef.Of(TypeKind.Any)));
                }
            }
        }
    }

    private static void WriteCreate(CodeWriter writer, string name, string type)
    {
        writer.WriteLine();
        writer.WriteLine("/// <summary>Makes a case.</summary>");
        writer.WriteLine($"static {name} Create({type} value) => new(value);");
    }
}
