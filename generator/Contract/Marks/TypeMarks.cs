using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Contract.Differences;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Contract.Marks;

/// <summary>Marks what changed about types: their members, values and cases.</summary>
internal static class TypeMarks
{
    /// <summary>The part of a mark on what may be null now.</summary>
    public const string MaybeNull = "?";

    public static IEnumerable<MarkModel> Of(MarkContext context, Change change)
    {
        Fact fact = (change.After ?? change.Before)!;
        string now = change.After is { } after ? NameOf(context, after) : "";
        bool isSent = context.Effects.IsSent(fact), isReceived = context.Effects.IsReceived(fact);
        return change.Kind switch
        {
            "type.kind" => KindMarks(context, change),
            "property.optional" or "property.nullable.widened" when !isReceived || !Effects.GetsNull(change) => [],
            "property.optional" or "property.nullable.widened" => Mark(now, MarkUse.Read, MarkIds.Meaning, $"Null is possible here", MaybeNull),
            "property.type" when context.Effects.TakesMore(change) => isReceived ? Mark(now, MarkUse.Read, MarkIds.Meaning, $"Another type is read here") : [],
            "property.type" => (isReceived ? Mark(now, MarkUse.Read, MarkIds.Meaning, $"Another type is read here") : []).Concat(isSent ? Given() : Made($"Another type is asked for here")),
            "property.constant" when isSent && change.Before!.Has("constant") && change.After!.Has("required") => Mark(now, MarkUse.Unset, MarkIds.Meaning, $"Set {now} here"),
            "property.constant" => (isSent && change.After!.Has("constant") ? Mark(now, MarkUse.Unset, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old one") : []).Concat(Constant()),
            "property.nullable.narrowed" when isSent && IsLeftOut(change.After!) => Mark(now, MarkUse.Null, MarkIds.Wire, $"Build and deploy this: what is deployed sends null").Concat(NeverNull()),
            "property.nullable.narrowed" => Refused().Concat(NeverNull()),
            "property.required" => (isSent ? Mark(now, MarkUse.Unset, MarkIds.Meaning, $"Set {now} here", ParameterMarks.WithOld(now, change)).Concat(Refused()) : Made($"Set {now} here")).Concat(NeverNull()),
            "property.added.constant" => Mark(now, MarkUse.Unset, MarkIds.Wire, $"Build and deploy this: what is deployed does not send it"),
            "property.added" => Made($"Set {now} here"),
            "property.added.required" => Mark(now, MarkUse.Unset, MarkIds.Meaning, $"Set {now} here"),
            "property.default" => Mark(now, MarkUse.Unset, MarkIds.Meaning, $"Set {now} here if the old value is meant", ParameterMarks.WithOld(now, change)),
            "constraint.narrowed" or "enum.value.removed" when fact.Kind == FactKind.Member => ParameterMarks.BoundsOf(change).SelectMany(bound => Mark(now, MarkUse.Bound, MarkIds.Meaning, $"The app refuses this value", bound)),
            "property.renamed" when Effects.IsOneInCSharp(change) => (isReceived ? Mark(now, MarkUse.Read, MarkIds.Wire, $"Build and deploy this: what is deployed reads the old name") : [])
                .Concat(isSent ? Mark(now, MarkUse.Write, MarkIds.Wire, $"Build and deploy this: what is deployed sends the old name") : []),
            "enum.value.respelled" => Respelled(context, change),
            "property.removed" when change.Before!.Part == "*" => Mark(NameOf(context, change.Before), MarkUse.Read, MarkIds.Meaning, $"Nothing of this type comes here any more"),
            "property.removed" or "property.renamed" => Taken(change.Before!, isSent, isReceived),
            "enum.value.added" => Mark("", MarkUse.Cases, MarkIds.Meaning, $"Nothing here takes it").Concat(Rest("")),
            "enum.value.removed" => ValueGone(context, change),
            "union.case.added" => Mark("", MarkUse.Cases, MarkIds.Meaning, $"Nothing here takes it", now).Concat(Rest(now)),
            "union.case.removed" => Mark("", MarkUse.Cases, MarkIds.Meaning, $"It never comes here any more", CaseParts.Gone + fact.Name),
            "union.tag" => Mark("", MarkUse.Cases, MarkIds.Wire, $"Build and deploy this: what is deployed knows the old one", CaseParts.Moved + (fact.Kind == FactKind.Case ? now : "")),
            "union.order" => Mark("", MarkUse.Cases, MarkIds.Meaning, $"What is done with a case goes by its place here", CaseParts.Order),
            "name.changed" when fact.Kind == FactKind.Case => [new MarkModel(fact.Owner, "Match", "on" + change.Before!.Name, MarkUse.Argument, MarkIds.Gone, context.Text(change, $"Name the argument on{now}"))],
            "name.changed" when fact.Kind == FactKind.Value => KnownGone(context, change, $"Use {now}"),
            _ => [],
        };

        IEnumerable<MarkModel> Given() => TextMarks.Of(context, change) is { } uses
            ? uses.SelectMany(use => Mark(now, use.Use, MarkIds.Meaning, use.Advice, use.Part))
            : Mark(now, MarkUse.Write, MarkIds.Meaning, $"Another type is asked for here");

        // One value alone is more than any, for who reads it, and less for who gives it.
        IEnumerable<MarkModel> Constant()
        {
            string? was = change.Before!.Get(BoundText.Value), isNow = change.After!.Get(BoundText.Value);
            MessageText read = isNow is null ? $"Other values are possible here" : (MessageText)$"It is always the same here";
            return (isReceived && was is not null ? Mark(now, MarkUse.Read, MarkIds.Meaning, read) : [])
                .Concat(isSent && isNow is not null ? Mark(now, MarkUse.Bound, MarkIds.Meaning, $"The app refuses another value", $"value={isNow}") : []);
        }

        // What is only received is made in tests, where C# alone has a say.
        IEnumerable<MarkModel> Made(MessageText advice) => isSent ? [] : Mark(now, MarkUse.Made, MarkIds.Meaning, advice);

        // Null left it out; what is required has to take null to be given it.
        IEnumerable<MarkModel> Refused() => !isSent ? Made($"Null is refused here")
            : change.After!.MayBeNull || (change.Kind == "property.required" && IsToldOfNull()) ? []
            : Mark(now, MarkUse.Null, MarkIds.Meaning, $"Null is refused here");

        // That its type lost null is a change of its own.
        bool IsToldOfNull() => change.Before?.Type?.EndsWith("?", System.StringComparison.Ordinal) == true;

        IEnumerable<MarkModel> Rest(string part) => Mark("", MarkUse.Rest, MarkIds.Note, $"Here it goes where the rest goes", part);

        IEnumerable<MarkModel> NeverNull() => isReceived && change is { Before.MayBeNull: true, After.MayBeNull: false } ? Mark(now, MarkUse.NullCheck, MarkIds.Meaning, $"It is never null here") : [];

        // Its name is that of another member now.
        IEnumerable<MarkModel> Taken(Fact gone, bool sent, bool received) =>
            context.Type(gone.Owner) is { } type && GoneMembers.IsTaken(type, gone.Name)
                ? new[] { (received, MarkUse.Read), (sent, MarkUse.Write) }.Where(use => use.Item1)
                    .SelectMany(use => Mark(gone.Name, use.Item2, MarkIds.Meaning, $"{gone.Name} is something else here"))
                : [];

        IEnumerable<MarkModel> Mark(string member, MarkUse use, string id, MessageText advice, string part = "")
        {
            // What is always the same has no name.
            return member.Length == 0 && use is not (MarkUse.Cases or MarkUse.Rest)
                ? []
                : [new MarkModel(fact.Owner, member, part, use, id, context.Text(change, advice))];
        }
    }

    // The client sends no null of it: it leaves it out.
    private static bool IsLeftOut(Fact member) => member.Has("optional") && member.Get(BoundText.Default) is null;

    // What further members and items are is said of no name.
    private static string NameOf(MarkContext context, Fact member) => member is not { Kind: FactKind.Member, Part: "*", Name: "" } ? member.Name
        : context.Type(member.Owner) is TupleTypeModel ? "Rest"
        : "AdditionalProperties";

    // All that it had is gone, where the other kind has nothing of the same name.
    private static IEnumerable<MarkModel> KindMarks(MarkContext context, Change change)
    {
        string owner = change.After!.Owner;
        string text = context.Text(change, $"See what is done with it here");
        return new[] { FactKind.Member, FactKind.Value, FactKind.Case }
            .SelectMany(kind => context.Was.Of(kind, owner))
            .Where(member => member.Name.Length > 0)
            .SelectMany(member => member.Kind == FactKind.Case ? new[] { "TryGet" + member.Name, "From" + member.Name } : [member.Name])
            .Select(name => new MarkModel(owner, name, "", MarkUse.Gone, MarkIds.Gone, text));
    }

    private static IEnumerable<MarkModel> ValueGone(MarkContext context, Change change)
    {
        Fact gone = change.Before!;
        return context.Type(gone.Owner) is not EnumTypeModel
            ? []
            : KnownGone(context, change, $"The app does not have it any more")
                .Append(new MarkModel(gone.Owner, "", gone.Part, MarkUse.Text, MarkIds.Meaning, context.Text(change, $"The app refuses this value")));
    }

    private static IEnumerable<MarkModel> Respelled(MarkContext context, Change change)
    {
        Fact was = change.Before!;
        string text = context.Text(change, $"Build and deploy this: what is deployed knows the old one");
        return context.Type(was.Owner) is not EnumTypeModel ? [] :
        [
            new MarkModel(was.Owner, was.Name, "", MarkUse.Value, MarkIds.Wire, text),
            new MarkModel(was.Owner, "", CaseParts.Moved, MarkUse.Cases, MarkIds.Wire, text),
            new MarkModel(was.Owner, "", was.Part, MarkUse.Text, MarkIds.Meaning, context.Text(change, $"The app refuses this value")),
        ];
    }

    /// <summary>Gets the enum of C# that has a value.</summary>
    public static string KnownOf(Fact value) => $"{value.Owner}.{(value.Owner == "Known" ? "Known_" : "Known")}";

    // To the enum of C# nothing can be added from another file.
    private static IEnumerable<MarkModel> KnownGone(MarkContext context, Change change, MessageText advice)
    {
        Fact gone = change.Before!;
        return context.Type(gone.Owner) is EnumTypeModel
            ? [new MarkModel(KnownOf(gone), gone.Name, "", MarkUse.Gone, MarkIds.Gone, context.Text(change, advice))]
            : [];
    }
}
