using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Changes;

/// <summary>
/// Writes the file that stands beside a client as long as its document has changes that were not accepted: what is gone, as what
/// says so where code names it, and marks on what is there and no longer the same.
/// </summary>
internal static class ChangesFile
{
    public static string Write(ChangesModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        string space = CSharpText.Namespace(file.Namespace);
        foreach (MarkModel mark in file.Marks)
        {
            string type = string.Join(".", mark.Type.Split('.').Select(CSharpText.Identifier));
            writer.WriteLine(
                $"[assembly: {RuntimeNames.AppChanged}(typeof(global::{space}.{type}), {CSharpText.Literal(mark.Member)}, {CSharpText.Literal(mark.Part)}, "
                + $"\"{mark.Use}\", \"{mark.Id}\", {CSharpText.Literal(mark.Text)})]");
        }

        if (!file.Marks.IsEmpty)
        {
            writer.WriteLine();
        }

        using (writer.Block($"namespace {space}"))
        {
            writer.WriteLine(RuntimeNames.GeneratedAlias);
            GoneWriter gone = new(writer, file);
            gone.WriteMethods();
            gone.WriteMembers();
            gone.WriteTypes();
        }

        return writer.End();
    }
}
