using DatabricksApps.Gen.Emit.Operations;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit;

/// <summary>Writes a file of operations: the classes of some groups.</summary>
internal static class OperationsFile
{
    public static string Write(OperationsFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        writer.WriteLine($"namespace {CSharpText.Namespace(file.Namespace)};");
        foreach (GroupModel group in file.Groups)
        {
            writer.WriteLine();
            new GroupWriter(writer, file).Write(group);
        }

        return writer.End();
    }
}
