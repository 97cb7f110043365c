using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Types;

/// <summary>Writes a file of types.</summary>
internal static class TypesFile
{
    public static string Write(TypesFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        writer.WriteLine(
            """
            // What the document calls deprecated may be required.
            #pragma warning disable CS9042

            """);
        FileHeader.WriteNamespace(writer, file.Namespace);
        writer.WriteLine(RuntimeNames.JsonAlias);
        writer.WriteLine($"using thisApi = global::{CSharpText.Namespace(file.Namespace)};");
        foreach (TypeModel type in file.Types)
        {
            writer.WriteLine();
            Write(writer, file, type);
        }

        if (file.Part is { } part)
        {
            writer.WriteLine();
            using (writer.Block($"partial struct {CSharpText.Identifier(part.Union.Name)}"))
            {
                new UnionCasesWriter(writer, part.Union).WriteCases(part.First, Buckets.MostCasesTogether);
            }
        }

        return writer.End();
    }

    private static void Write(CodeWriter writer, TypesFileModel file, TypeModel type)
    {
        TypeHeader header = new(writer, file);
        switch (type)
        {
            case ObjectTypeModel model:
                new ObjectWriter(writer, header, model).Write();
                break;
            case EnumTypeModel model:
                new EnumWriter(writer, header, model).Write();
                break;
            case UnionTypeModel model:
                new UnionWriter(writer, header, model).Write();
                break;
            case TupleTypeModel model:
                new TupleWriter(writer, header, model).Write();
                break;
        }
    }
}
