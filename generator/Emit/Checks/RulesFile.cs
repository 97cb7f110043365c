using System.Collections.Immutable;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Emit.Checks;

/// <summary>Writes the file of the rules that values are checked by before they are sent.</summary>
internal static class RulesFile
{
    /// <summary>Gets the part of a client that is this file, or nothing where nothing is checked.</summary>
    public static ImmutableArray<RulesFileModel> Select(ClientModel client) =>
        client.Rules.IsEmpty
            ? ImmutableArray<RulesFileModel>.Empty
            : ImmutableArray.Create(new RulesFileModel(client.DocumentName, client.Namespace, client.ClientName, client.RulesName, client.Rules));

    public static string Write(RulesFileModel file)
    {
        CodeWriter writer = new();
        FileHeader.Write(writer, file.DocumentName);
        FileHeader.WriteNamespace(writer, file.Namespace);
        writer.WriteLine();
        writer.WriteLine($"/// <summary>What {CSharpText.Xml(file.DocumentName)} asks of the values that are sent, each rule made when it is first needed.</summary>");
        writer.WriteLine(FileHeader.GeneratedCode);
        using (writer.Block($"internal static class {CSharpText.Identifier(file.RulesName)}"))
        {
            bool isFirst = true;
            foreach (NamedRuleModel rule in file.Rules)
            {
                if (!isFirst)
                {
                    writer.WriteLine();
                }

                isFirst = false;
                string field = "s_" + NamedRuleModel.FieldOf(rule.Name);
                writer.WriteLine($"private static {RuntimeNames.JsonRule}? {field};");
                writer.WriteLine();
                writer.WriteLine($"/// <summary><c>{CSharpText.Xml(rule.Source)}</c></summary>");
                new RuleWriter(writer).Write($"public static {RuntimeNames.JsonRule} {CSharpText.Identifier(rule.Name)} => {field} ??= new()", rule.Rule, ";");
            }
        }

        return writer.End();
    }
}
