using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract;

/// <summary>What a client promises: its facts, sorted by what is on the wire.</summary>
internal static class Surface
{
    /// <summary>Gets the facts of a client.</summary>
    public static EquatableArray<Fact> Of(ClientModel client)
    {
        List<Fact> facts = new();
        TypeDirections directions = TypeDirections.Of(client);
        WirePlaces places = WirePlaces.Of(client.Groups.SelectMany(group => group.Operations).SelectMany(operation => operation.Parameters)
            .Select(parameter => (parameter.Pointer, parameter.Location.ToString().ToLowerInvariant(), parameter.WireName)));
        HashSet<string> calls = new(StringComparer.Ordinal);
        foreach (GroupModel group in client.Groups)
        {
            foreach (OperationModel operation in group.Operations)
            {
                facts.AddRange(calls.Add(operation.Call.Name) ? OperationFacts.Of(group, operation, client.DocumentName, client.Gradio?.Path ?? "") : OperationFacts.OfFurther(group, operation, client.DocumentName));
            }
        }

        Dictionary<string, EnumTypeModel> enums = client.Types.OfType<EnumTypeModel>().ToDictionary(type => type.Name, StringComparer.Ordinal);
        foreach (TypeModel type in client.Types)
        {
            facts.AddRange(TypeFacts.Of(type, client.DocumentName, directions.Of(type.Name), places, enums));
        }

        return Sort(facts);
    }

    /// <summary>Puts facts into the order of a lock.</summary>
    public static EquatableArray<Fact> Sort(IEnumerable<Fact> facts) =>
        // Several methods of a call may declare one header, and a document one route twice: the first stands for them.
        facts
            .OrderBy(fact => fact.Kind >= FactKind.Type ? 1 : 0)
            .ThenBy(fact => SortOf(fact.Owner), StringComparer.Ordinal)
            .ThenBy(fact => fact.Kind)
            .ThenBy(fact => fact.Part, StringComparer.Ordinal)
            .GroupBy(fact => fact.Key, StringComparer.Ordinal)
            .Select(same => same.First())
            .ToEquatableArray();

    // By the route first, so that what is done with one thing stands together.
    private static string SortOf(string owner)
    {
        int space = owner.IndexOf(' ');
        return space < 0 ? owner : owner.Substring(space + 1) + " " + owner.Substring(0, space);
    }
}
