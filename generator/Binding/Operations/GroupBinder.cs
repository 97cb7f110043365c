using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Schemas;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding.Operations;

/// <summary>Groups the operations by their first tag, and names groups and methods.</summary>
/// <remarks>
/// An operation may have many tags. One method in each group would be many ways to say the same; FastAPI puts the tags of
/// the router before those of the route, so that the first one is the broadest. Tags that differ in nothing that a C#
/// name can show are one group.
/// </remarks>
internal sealed class GroupBinder
{
    private readonly BindingContext _context;
    private readonly OperationBinder _operations;

    public GroupBinder(BindingContext context, SchemaBinder schemas)
    {
        _context = context;
        _operations = new OperationBinder(context, schemas);
    }

    public EquatableArray<GroupModel> Bind(IReadOnlyList<ApiOperation> operations, string clientName)
    {
        NameScope members = new(ReservedNames.ClientMembers, new[] { clientName });
        List<GroupModel> groups = new()
        {
            new GroupModel(null, clientName, DocModel.None, BindOperations(operations.Where(o => GroupOf(o).Length == 0).ToList(), members)),
        };

        foreach (IGrouping<string, ApiOperation> group in operations.Where(o => GroupOf(o).Length > 0).GroupBy(GroupOf, StringComparer.Ordinal))
        {
            string tag = group.First().Tags[0];
            string propertyName = members.Take(group.Key, Words.PascalWithSymbols(tag), group.Key + "Group");
            string className = _context.TypeNames.Take(propertyName + "Operations");
            _context.Document.TagDescriptions.TryGetValue(tag, out string? description);
            EquatableArray<OperationModel> bound = BindOperations(group.ToList(), new NameScope(ReservedNames.ClientMembers, new[] { className }));
            if (!bound.IsEmpty)
            {
                groups.Add(new GroupModel(propertyName, className, Docs.Text(description), bound));
            }
        }

        return groups.ToEquatableArray();
    }

    // A tag without a letter or digit names nothing: its operations sit on the client.
    private static string GroupOf(ApiOperation operation) =>
        operation.Tags.Count == 0 ? string.Empty : Words.Pascal(operation.Tags[0]);

    private EquatableArray<OperationModel> BindOperations(IReadOnlyList<ApiOperation> operations, NameScope names)
    {
        Dictionary<string, PathWords> byName = operations
            .GroupBy(OperationNames.FirstChoice, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new PathWords(group), StringComparer.Ordinal);
        List<OperationModel> bound = new(operations.Count);
        foreach (ApiOperation operation in operations)
        {
            if (_context.Budget.IsSpent)
            {
                _context.Findings.OperationSkipped(operation.Pointer, OutputBudget.Reason);
                continue;
            }

            string choice = OperationNames.FirstChoice(operation);
            OperationModel model = _operations.Bind(operation, OperationNames.Take(operation, choice, byName[choice], names));
            _context.Budget.Spend(OutputCosts.Of(model));
            bound.Add(model);
        }

        return bound.ToEquatableArray();
    }
}
