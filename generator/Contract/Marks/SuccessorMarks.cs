using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Marks what has the place of what is gone: an editor can write its name, where a text could only tell it.</summary>
internal static class SuccessorMarks
{
    public static IEnumerable<MarkModel> Of(MarkContext context, IReadOnlyList<Change> changes) =>
        changes.SelectMany(change => Named(context, change)).Concat(Orders(context, changes));

    private static IEnumerable<MarkModel> Named(MarkContext context, Change change)
    {
        if (change is not { Before: { Name.Length: > 0 } was, After: { Name.Length: > 0 } now } || was.Kind != now.Kind || was.Name == now.Name)
        {
            return [];
        }

        return now.Kind switch
        {
            FactKind.Operation or FactKind.Method when !PendingMarks.IsMethod(context, was) =>
                [Mark(PendingMarks.ClassOf(context, GoneMethods.GroupOf(now)), GoneMethods.NameOf(now), $"{PendingMarks.ClassOf(context, GoneMethods.GroupOf(was))}.{GoneMethods.NameOf(was)}")],

            // What is gone cannot be named by typeof: so the successor has the mark.
            FactKind.Type when context.Type(now.Owner) is not null && !context.IsTaken(was.Name) => [Mark(now.Owner, "", was.Name)],
            FactKind.Member or FactKind.Value or FactKind.Case when context.Type(now.Owner) is { } type && !GoneMembers.IsTaken(type, was.Name) =>
                MembersOf(now).Zip(MembersOf(was), (member, former) => Mark(member.Owner, member.Name, former.Name)),
            _ => [],
        };
    }

    // A value is also one of the enum of C#, and a case has two methods.
    private static IEnumerable<(string Owner, string Name)> MembersOf(Fact fact) => fact.Kind switch
    {
        FactKind.Value => [(fact.Owner, fact.Name), (TypeMarks.KnownOf(fact), fact.Name)],
        FactKind.Case => [(fact.Owner, "TryGet" + fact.Name), (fact.Owner, "From" + fact.Name)],
        _ => [(fact.Owner, fact.Name)],
    };

    private static MarkModel Mark(string type, string member, string former) => new(type, member, former, MarkUse.Successor, MarkIds.Gone, "");

    private static IEnumerable<MarkModel> Orders(MarkContext context, IReadOnlyList<Change> changes) =>
        from change in changes
        where (change.After ?? change.Before)!.Kind is FactKind.Parameter or FactKind.Body or FactKind.Field
        group change by (change.After ?? change.Before)!.Owner into call
        let order = OrderOf(context, call.Key, call)
        where order is not null
        from method in context.Methods(call.Key)
        where method.Operation.Paging is null
        select new MarkModel(method.ClassName, method.Operation.MethodName, order, MarkUse.Order, MarkIds.Gone, "");

    // Null: all that was given is still given by the same places and names, or nobody knows what became of it.
    private static string? OrderOf(MarkContext context, string call, IEnumerable<Change> changes)
    {
        Dictionary<string, Change> changed = changes.Where(change => change.Before is not null)
            .GroupBy(change => change.Before!.Key)
            .ToDictionary(same => same.Key, same => same.FirstOrDefault(change => change.Before!.Name != change.After?.Name) ?? same.First());

        // At another route it is the same call.
        string was = changed.Values.Select(change => change.Before!.Owner).FirstOrDefault() ?? call;
        IReadOnlyList<Fact> former = GoneMethods.ParametersOf(context.Was, was), current = GoneMethods.ParametersOf(context.Now, call);
        List<string> names = new();
        bool isSame = true;
        foreach (Fact parameter in former)
        {
            Fact? now = changed.TryGetValue(parameter.Key, out Change? change) ? change.After : current.FirstOrDefault(one => one.Kind == parameter.Kind && one.Part == parameter.Part);
            if (now is null && change is null)
            {
                return null;
            }

            string name = now?.Name ?? "";
            isSame &= name == parameter.Name && names.Count < current.Count && current[names.Count].Name == name;
            names.Add($"{parameter.Name}={name}");
        }

        // What every method has behind its own parameters moves where their number does.
        return isSame && former.Count == current.Count ? null : string.Join(", ", names);
    }
}
