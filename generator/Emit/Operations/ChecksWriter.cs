using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Operations;

/// <summary>Writes the calls that check values before they are sent.</summary>
internal sealed class ChecksWriter(CodeWriter writer, OperationsFileModel file, OperationModel operation, string request)
{
    public void Write()
    {
        if (operation.Checks.IsEmpty)
        {
            return;
        }

        // In full, since a property of the client may have the name of the class.
        string rules = $"global::{CSharpText.Namespace(file.Namespace)}.{CSharpText.Identifier(file.RulesName)}";
        using (writer.Block("if (_app.ChecksRequests(options))"))
        {
            foreach (CheckModel check in operation.Checks)
            {
                string rule = $"{rules}.{CSharpText.Identifier(check.Rule)}";
                writer.WriteLine(check.Type is null
                    ? $"{request}.CheckBody({rule});"
                    : $"{request}.Check{Scalars.Arguments(check.Type)}({CSharpText.Literal(check.Place)}, {CSharpText.Literal(check.WireName)}, {CSharpText.Identifier(check.ParameterName)}, {rule});");
            }
        }

        writer.WriteLine();
    }
}
