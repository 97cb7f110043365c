using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the class of a group, or the client's part that holds the operations without a group.</summary>
internal sealed class GroupWriter(CodeWriter writer, OperationsFileModel file)
{
    public void Write(GroupModel group)
    {
        if (group.PropertyName is null || file.Part is not null)
        {
            using (writer.Block($"partial class {CSharpText.Identifier(group.PropertyName is null ? file.ClientName : group.ClassName)}"))
            {
                WriteOperations(group);
            }

            return;
        }

        string name = CSharpText.Identifier(group.ClassName);
        DocComment.WriteSummary(writer, group.Doc, group.PropertyName);
        DocComment.WriteRemarks(writer, group.Doc);
        writer.WriteLine(FileHeader.GeneratedCode);
        using (writer.Block($"{(file.IsPublic ? "public" : "internal")} sealed partial class {name}"))
        {
            writer.WriteLine(
                $"""
                private readonly {RuntimeNames.AppConnection} _app;

                internal {name}({RuntimeNames.AppConnection} app) => _app = app;

                """);
            WriteOperations(group);
        }
    }

    private void WriteOperations(GroupModel group)
    {
        ErrorReaders errors = new(writer, file.Part);
        bool isFirst = true;
        foreach (OperationModel operation in group.Operations)
        {
            if (!isFirst)
            {
                writer.WriteLine();
            }

            isFirst = false;
            new OperationWriter(writer, file, operation, errors.NameOf(operation)).Write();
        }

        errors.Write();
    }
}
