using System.CommandLine;
using System.Text.Json.Nodes;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;
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
        if (items.GroupBy(item => AcceptedLock.PathOf(item.FullPath)).FirstOrDefault(same => same.Count() > 1) is { } shared)
        {
            throw new ToolException(
                $"{string.Join(" and ", shared.Select(item => context.Show(item.FullPath)))} would share one lock, {context.Show(shared.Key)}",
                "a lock is called after its document, without the extension.",
                "rename one of them.");
        }

        JsonArray documents = [];
        output.Result["documents"] = documents;
        HashSet<string> unmet = [.. facts];
        List<string> pending = [], neverAccepted = [];
        foreach (ProjectItem item in items)
        {
            ItemContract contract = await ItemContract.ReadAsync(item, context, cancellationToken);
            string text = await File.ReadAllTextAsync(item.FullPath, cancellationToken);
            ClientContract now = contract.Read(text, cancellationToken);
            IReadOnlyList<ReportedChange> changes = contract.ChangesOf(text, former: null, cancellationToken);
            EquatableArray<Fact> accepted = now.Facts;
            if (facts.Length > 0)
            {
                neverAccepted.AddRange(contract.Accepted is null ? [contract.Shown] : []);
                pending.AddRange(changes.Select(change => change.Change.Key));
                unmet.RemoveWhere(fact => changes.Any(change => Acceptance.IsMeant(change.Change, fact)));
                if (contract.Accepted is null || !changes.Any(change => facts.Any(fact => Acceptance.IsMeant(change.Change, fact))))
                {
                    continue;
                }

                (accepted, IReadOnlyList<Change> left) = Acceptance.Join(contract.Accepted.Facts, now.Facts, facts);
                changes = [.. changes.ExceptBy(left.Select(Acceptance.Identity), change => Acceptance.Identity(change.Change))];
            }

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
            pending.Count == 0 && neverAccepted.Count > 0
                ? $"{string.Join(", ", neverAccepted)} was never accepted, which is done as a whole: databricks-apps accept."
                : pending.Count == 0
                ? "nothing is left to accept."
                : $"name one of these: {string.Join(", ", pending.Distinct().Take(5).Select(key => $"\"{key}\""))}{(pending.Distinct().Count() > 5 ? ", …" : "")}; without a name all are accepted.");
    }
}
