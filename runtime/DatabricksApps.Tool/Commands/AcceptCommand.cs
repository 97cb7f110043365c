using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Model;
using DatabricksApps.Tool.Contracts;
using DatabricksApps.Tool.Projects;
using DatabricksApps.Tool.Terminal;

namespace DatabricksApps.Tool.Commands;

/// <summary><c>accept</c>: writes into the locks what the documents of the project promise now.</summary>
internal static class AcceptCommand
{
    public static Command Create(ToolContext context)
    {
        Argument<string[]> facts = new("WHAT")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "What to accept, as the left column of a lock has it: \"DELETE /api/items/{item_id}\", Item, Item.quantity. Default: all.",
        };
        facts.Validators.Add(CommonOptions.NoOption);
        CommonOptions options = new();
        Command command = new("accept", "Accept what the documents of the project promise now: write it into their locks.") { facts };
        command.Add(options.Project);
        command.Add(options.Json);
        command.SetAction((parsed, cancellationToken) => CommandRun.RunAsync(
            context, parsed.GetValue(options.Json), output => RunAsync(context, output, parsed.GetValue(options.Project), parsed.GetValue(facts) ?? [], cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ToolContext context, Output output, string? named, string[] facts, CancellationToken cancellationToken)
    {
        IReadOnlyList<ProjectItem> items = await ProjectDocuments.ReadAsync(context, output, named, cancellationToken);
        JsonArray documents = [];
        output.Result["documents"] = documents;
        HashSet<string> unmet = [.. facts];
        List<string> pending = [];
        foreach (ProjectItem item in items)
        {
            ItemContract contract = await ItemContract.ReadAsync(item, context, cancellationToken);
            string text = await File.ReadAllTextAsync(item.FullPath, cancellationToken);
            ClientContract now = contract.Read(text, cancellationToken);
            IReadOnlyList<ReportedChange> changes = contract.ChangesOf(text, former: null, cancellationToken);
            if (facts.Length > 0)
            {
                pending.AddRange(changes.Select(change => change.Change.Key));
                changes = [.. changes.Where(change => facts.Any(fact => IsMeant(change, fact)))];
                unmet.RemoveWhere(fact => changes.Any(change => IsMeant(change, fact)));
                if (changes.Count == 0)
                {
                    continue;
                }
            }

            EquatableArray<Fact> accepted = facts.Length == 0 || contract.Accepted is null
                ? now.Facts : Acceptance.Join(contract.Accepted.Facts, now.Facts, facts);
            bool isWritten = await contract.AcceptAsync(accepted, cancellationToken);
            output.Say($"{contract.ShownLock}: {(isWritten ? contract.Accepted is null ? $"written, {accepted.Count} facts" : ChangeText.Accepted(changes) : "unchanged")}");
            output.SayAll(ChangeText.Lines(changes));
            documents.Add((JsonNode)new JsonObject
            {
                ["file"] = item.FullPath,
                ["lock"] = contract.LockPath,
                ["written"] = isWritten,
                ["changes"] = new JsonArray([.. changes.Select(change => change.ToJson())]),
            });
        }

        return unmet.Count == 0 ? ExitCode.Done : throw new ToolException(
            $"Nothing has changed that is called {string.Join(", ", unmet.Order(StringComparer.Ordinal).Select(fact => $"'{fact}'"))}",
            null,
            pending.Count == 0
                ? "nothing is left to accept."
                : $"name one of these: {string.Join(", ", pending.Distinct().Take(5).Select(key => $"\"{key}\""))}{(pending.Distinct().Count() > 5 ? ", …" : "")}; without a name all are accepted.");
    }

    private static bool IsMeant(ReportedChange change, string named) =>
        (change.Change.Before is { } before && Acceptance.IsMeant(before, named)) || (change.Change.After is { } after && Acceptance.IsMeant(after, named));
}
