using System.Text.Json;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Contract.Differences;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Compares the members of models and the fields of bodies, and the values of enums.</summary>
internal sealed class LiveParts(UsedContract contract, FactIndex was, FactSet facts, LiveTypes types, SchemaViews views)
{
    private const string Optional = "optional";
    private const string RequiredWord = "required";
    private const string Default = "default";

    /// <summary>Compares the types that were met, and those that these hold.</summary>
    public void CompareTypes()
    {
        while (types.TryDequeue(out LiveTypes.Visit visit))
        {
            if (was.Of(FactKind.Type, visit.Type) is not [var type, ..])
            {
                continue;
            }

            if (type.Type == "object")
            {
                Compare(visit.Type, FactKind.Member, visit.Schema, visit.IsSent);
            }
            else if (visit.IsSent && type.Type?.StartsWith("enum", StringComparison.Ordinal) == true)
            {
                Values(visit.Type, visit.Schema);
            }
        }
    }

    /// <summary>Compares the parts of an object.</summary>
    /// <param name="owner">The type, or the operation whose body it is.</param>
    /// <param name="kind">What its parts are.</param>
    /// <param name="schema">What the document says now.</param>
    /// <param name="isSent">Whether the program gives it.</param>
    /// <param name="isLeftOut">Whether it may be left out whole, so that no part of it has to be given.</param>
    public void Compare(string owner, FactKind kind, JsonElement schema, bool isSent, bool isLeftOut = false)
    {
        if (views.Members(schema) is not { } members)
        {
            types.Pass();
            return;
        }

        IReadOnlyList<Fact> known = was.Of(kind, owner);
        List<Fact> gone = [];
        foreach (Fact fact in known.Where(fact => fact.Part != "*" && !fact.Has("constant")))
        {
            // Of a form a part may stand in another one.
            if (members.IsRepeated(fact.Part) || fact.Part.Contains('[', StringComparison.Ordinal))
            {
                types.Pass();
            }
            else if (members.Get(fact.Part) is not { } member)
            {
                gone.Add(fact);
            }
            else
            {
                Member(fact, member, members.IsRequired(fact.Part) && !isLeftOut, isSent);
            }
        }

        foreach (Fact constant in known.Where(fact => fact.Has("constant") && fact.Part != "*"))
        {
            Constant(constant, members.Get(constant.Part));
        }

        List<Newcomer> added = [.. members.Names
            .Where(name => !known.Any(fact => fact.Part == name || fact.Part.StartsWith(name + "[", StringComparison.Ordinal)))
            .Select(name => new Newcomer(name, members.Get(name)!.Value, members.IsRequired(name) && !isLeftOut))];
        Lost(gone.Where(fact => isSent ? IsGiven(fact) : fact.Has(RequiredWord) || contract.IsRead(fact)).ToList(), added);
        foreach (Newcomer one in added.Where(one => isSent && one.IsRequired && IsDemanded(one.Schema, members.IsRepeated(one.Name))))
        {
            facts.Add(new Fact(kind, owner, one.Name, "", Words(TypeSpelling.Of(views.Of(one.Schema), views), RequiredWord)));
        }
    }

    /// <summary>Takes away what is gone; if that is one, and one alone is new and like it, it has another name.</summary>
    public void Lost(IReadOnlyList<Fact> gone, List<Newcomer> added)
    {
        if (gone is [var former] && added is [var only] && former.Has(RequiredWord) == only.IsRequired && types.IsLike(former.Type!, only.Schema))
        {
            string place = former.Kind == FactKind.Parameter ? former.Part.Split(' ')[0] + " " : "";
            facts.Add(former with { Part = place + only.Name });
            added.Clear();
        }

        foreach (Fact fact in gone)
        {
            facts.Remove(fact);
        }
    }

    /// <summary>Compares the one value that is sent without asking, or tells one case from others.</summary>
    public void Constant(Fact fact, JsonElement? schema)
    {
        if (fact.Get(BoundText.Value) is { } old && schema is { } now && SchemaWords.ValuesOf(now) is [var value] && JsonValues.Spell(value) is { } current)
        {
            if (!JsonValues.IsSame(value, old))
            {
                facts.Change(fact, $"{BoundText.Value}={old}", $"{BoundText.Value}={current}");
            }
        }
        else
        {
            types.Pass();
        }
    }

    /// <summary>Compares what is said of one value that a program gives or reads.</summary>
    /// <param name="fact">The value as it was.</param>
    /// <param name="schema">What the document says of it now.</param>
    /// <param name="isRequired">Whether it is required now.</param>
    /// <param name="isSent">Whether the program gives it.</param>
    public void Member(Fact fact, JsonElement schema, bool isRequired, bool isSent)
    {
        // What is not in this direction is not the client's.
        if (Says(schema, isSent ? "readOnly" : "writeOnly") || schema.ValueKind == JsonValueKind.Object && LiveDocument.IsTrue(LiveDocument.Get(schema, RequiredWord)))
        {
            types.Pass();
            return;
        }

        bool wasRequired = fact.Has(RequiredWord);
        if (wasRequired && !isRequired && !isSent)
        {
            facts.Change(fact, RequiredWord, Optional);
        }
        else if (!wasRequired && isRequired && isSent && IsDemanded(schema, isRepeated: false))
        {
            facts.Change(fact, Optional, RequiredWord);
        }

        // An answer that cannot be read is lost whole, also where code looks at other members of it.
        if (!isSent || wasRequired || IsGiven(fact))
        {
            bool tellsNull = wasRequired && isRequired && (isSent || contract.IsRead(fact) || !TypeWord.TakesNull(fact.Type!));
            facts.Change(fact, fact.Type!, types.Now(fact.Type!, schema, isSent, tellsNull));
        }

        if (isSent && fact.Get(Default) is { } old && LiveDocument.Get(schema, Default) is { } given && JsonValues.Spell(given) is { } current && !JsonValues.IsSame(given, old))
        {
            facts.Change(fact, $"{Default}={old}", $"{Default}={current}");
        }
    }

    /// <summary>Tells whether a caller has to give a value: it can be more than one, and nothing stands in for it.</summary>
    public bool IsDemanded(JsonElement schema, bool isRepeated) =>
        !isRepeated && !Says(schema, "readOnly") && LiveDocument.Get(schema, Default) is null
        && views.Of(schema) is var view && (view.IsUnknown || view.IsAny || SchemaWords.ValuesOf(view.Node).Count != 1);

    private void Values(string type, JsonElement schema)
    {
        HashSet<string> taken = [.. SchemaWords.ValuesOf(schema).Select(value => value.ToString())];
        foreach (Fact gone in was.Of(FactKind.Value, type).Where(value => taken.Count > 0 && !taken.Contains(value.Part) && contract.IsNamed(value)))
        {
            facts.Remove(gone);
        }
    }

    // An argument need not be named in the assembly to be given.
    private bool IsGiven(Fact fact) => fact.Kind != FactKind.Member || contract.IsSet(fact);

    private bool Says(JsonElement schema, string word) =>
        LiveDocument.IsTrue(LiveDocument.Get(schema, word))
        || (views.Of(schema) is { IsUnknown: false, IsAny: false } view && LiveDocument.IsTrue(LiveDocument.Get(view.Node, word)));

    private static Gen.Model.EquatableArray<string> Words(params string[] words) => Gen.Model.EquatableArray.Create(words);

    /// <summary>What is new in a call or type.</summary>
    public sealed record Newcomer(string Name, JsonElement Schema, bool IsRequired);
}
