using System.Text.Json;

namespace DatabricksApps.AspNetCore.Contracts.Live;

/// <summary>Looks behind the spelling of schemas. What it does not understand it says so of, and concludes nothing.</summary>
internal sealed class SchemaViews(LiveDocument document)
{
    // Of one look: alternatives in alternatives multiply, and may hold themselves.
    private const int Most = 256;

    private int _left;

    public SchemaView Of(JsonElement schema)
    {
        _left = Most;
        return Look(schema);
    }

    /// <summary>Gets the members of an object, and which of them are required; null: it says more of them than is understood.</summary>
    public LiveObject? Members(JsonElement schema)
    {
        _left = Most;
        LiveObject members = new();
        return Collect(schema, members) ? members : null;
    }

    private SchemaView Look(JsonElement schema)
    {
        if (_left-- <= 0 || schema.ValueKind is not (JsonValueKind.Object or JsonValueKind.True))
        {
            return SchemaView.Unknown;
        }

        if (schema.ValueKind == JsonValueKind.True)
        {
            return new SchemaView(schema, JsonKinds.None) { IsAny = true, MayBeNull = true };
        }

        bool mayBeNull = LiveDocument.IsTrue(LiveDocument.Get(schema, "nullable")) || LiveDocument.IsTrue(LiveDocument.Get(schema, "x-nullable"));
        SchemaView view = LiveDocument.Get(schema, "$ref") is { } reference ? Referred(schema, reference)
            : LiveDocument.Get(schema, "allOf") is { } parts ? All(schema, parts)
            : LiveDocument.Get(schema, "anyOf") is { } any ? Choice(schema, any, "anyOf")
            : LiveDocument.Get(schema, "oneOf") is { } one ? Choice(schema, one, "oneOf")
            : Plain(schema);
        return view with { MayBeNull = view.MayBeNull || mayBeNull };
    }

    private SchemaView Referred(JsonElement schema, JsonElement reference)
    {
        if (LiveDocument.Text(reference) is not { } text || !SchemaWords.IsBare(schema) || document.Find(text) is not { } target)
        {
            return SchemaView.Unknown;
        }

        SchemaView view = Look(target);
        return view with { Name = view.Name ?? Uri.UnescapeDataString(text[(text.LastIndexOf('/') + 1)..]), Reference = view.Reference ?? text };
    }

    private SchemaView All(JsonElement schema, JsonElement parts) =>
        LiveDocument.Items(parts).ToList() is [var only] && SchemaWords.IsBare(schema, "allOf") ? Look(only)
            : Collect(schema, new LiveObject()) ? new SchemaView(schema, JsonKinds.Object)
            : SchemaView.Unknown;

    private SchemaView Choice(JsonElement schema, JsonElement branches, string keyword)
    {
        if (schema.EnumerateObject().Any(member => member.Name != keyword && member.Name is not ("discriminator" or "type") && !SchemaWords.IsAnnotation(member.Name)))
        {
            return SchemaView.Unknown;
        }

        List<JsonElement> all = [.. LiveDocument.Items(branches)];
        List<SchemaView> views = [.. all.Where(branch => !SchemaWords.IsNotFinite(branch)).Select(Look)];
        bool mayBeNull = views.Any(view => view.MayBeNull);
        List<SchemaView> values = [.. views.Where(view => view.IsUnknown || view.IsAny || view.Kinds != JsonKinds.None)];
        return values.Count == 0 || values.Any(view => view.IsUnknown) ? SchemaView.Unknown
            : values is [var only] ? only with { MayBeNull = mayBeNull }
            : values.Any(view => view.IsAny) ? new SchemaView(schema, JsonKinds.None) { IsAny = true, MayBeNull = true }
            : new SchemaView(schema, values.Aggregate(JsonKinds.None, (kinds, view) => kinds | view.Kinds)) { IsChoice = true, MayBeNull = mayBeNull };
    }

    private static SchemaView Plain(JsonElement schema)
    {
        if (LiveDocument.Get(schema, "$dynamicRef") is not null)
        {
            return SchemaView.Unknown;
        }

        IReadOnlyList<JsonElement> values = SchemaWords.ValuesOf(schema);
        bool mayBeNull = false;
        JsonKinds? kinds = LiveDocument.Get(schema, "type") is { } type ? SchemaWords.KindsOf(type, out mayBeNull) : SchemaWords.Implied(schema);
        if (SchemaWords.OfValues(values, out bool isOneNull) is { } given)
        {
            // Values that the type forbids show that one of them is a mistake; of numbers they say whether these are integers.
            bool isLie = kinds is { } typed && (given & ~SchemaWords.Whole(typed)) != 0;
            kinds = isLie ? JsonKinds.None : given;
            mayBeNull = !isLie && (mayBeNull || isOneNull);
        }

        if (kinds is null)
        {
            return SchemaWords.IsBare(schema) ? new SchemaView(schema, JsonKinds.None) { IsAny = true, MayBeNull = true } : SchemaView.Unknown;
        }

        JsonKinds known = SchemaWords.WithoutSpellings(schema, kinds.Value);
        return known == JsonKinds.None && !mayBeNull ? SchemaView.Unknown
            : new SchemaView(schema, known) { MayBeNull = mayBeNull, IsChoice = int.PopCount((int)known) > 1 };
    }

    // Of a base and what is added to it. What else says something of members is not judged.
    private bool Collect(JsonElement schema, LiveObject members)
    {
        if (_left-- <= 0 || schema.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        if (LiveDocument.Get(schema, "$ref") is { } reference)
        {
            return LiveDocument.Text(reference) is { } text && SchemaWords.IsBare(schema) && document.Find(text) is { } target && Collect(target, members);
        }

        if (schema.EnumerateObject().Any(member => !IsOfObjects(member)))
        {
            return false;
        }

        members.Add(schema);
        return LiveDocument.Items(LiveDocument.Get(schema, "allOf")).All(part => Collect(part, members));
    }

    private static bool IsOfObjects(JsonProperty member) => member.Name switch
    {
        "type" => SchemaWords.KindsOf(member.Value, out _) == JsonKinds.Object,
        "properties" or "required" or "additionalProperties" or "allOf" or "minProperties" or "maxProperties" or "unevaluatedProperties" or "$defs" or "$id" or "$schema" => true,
        _ => SchemaWords.IsAnnotation(member.Name),
    };
}
