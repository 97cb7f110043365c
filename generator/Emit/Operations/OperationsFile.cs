using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes a file of operations: the class of a group, or a part of it.</summary>
internal static class OperationsFile
{
    public static string Write(OperationsFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        FileHeader.WriteNamespace(writer, file.Namespace);
        writer.WriteLine();
        new GroupWriter(writer, file).Write(file.Group);
        return writer.End();
    }
}
