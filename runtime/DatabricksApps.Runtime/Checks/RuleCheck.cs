using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Checks;

/// <summary>Checks a value, as it goes on the wire, against a rule.</summary>
/// <remarks>
/// As Pydantic does, of each value the first bound that it breaks is told. Rules may hold themselves, or each other many times
/// over: what takes more steps than a document needs that means well is left to the app.
/// </remarks>
/// <param name="errors">Takes what breaks a rule.</param>
/// <param name="length">The bytes of the values.</param>
internal sealed partial class RuleCheck(RuleErrors errors, long length)
{
    private const int MostErrors = 1000;
    private const int Deepest = 500;
    private const int MostOfNone = 100_000;
    private const int MostOfByte = 100;

    private long _steps = MostOfNone + (MostOfByte * length);
    private int _depth;

    /// <summary>Checks a value.</summary>
    public void Check(JsonRule rule, JsonElement value)
    {
        if (_steps-- <= 0 || _depth == Deepest || errors.Count >= MostErrors)
        {
            return;
        }

        _depth++;
        CheckBounds(rule, value);
        if (rule.Same is { } same)
        {
            Check(same(), value);
        }

        foreach (JsonRule part in rule.All)
        {
            Check(part, value);
        }

        if (rule.Any.Count > 0)
        {
            CheckCases(rule, value);
        }

        _depth--;
    }

    private void CheckBounds(JsonRule rule, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                CheckNumber(rule, value, value.GetRawText());
                break;
            case JsonValueKind.String when rule.IsNumberInText:
                CheckNumber(rule, value, value.GetString()!);
                break;
            case JsonValueKind.String:
                CheckText(rule, value);
                break;
            case JsonValueKind.Array:
                CheckArray(rule, value);
                break;
            case JsonValueKind.Object:
                CheckObject(rule, value);
                break;
        }
    }

    private void CheckNumber(JsonRule rule, JsonElement value, string text)
    {
        if (rule.MultipleOf is { } factor && RuleNumber.IsNoMultiple(text, factor, rule.Kinds == JsonRuleKinds.Integer))
        {
            errors.Number(value, "multiple_of", "a multiple of", "multiple_of", factor);
        }
        else if (rule.Maximum is { } most && RuleNumber.Compare(text, most) > 0)
        {
            errors.Number(value, "less_than_equal", "less than or equal to", "le", most);
        }
        else if (rule.ExclusiveMaximum is { } below && RuleNumber.Compare(text, below) >= 0)
        {
            errors.Number(value, "less_than", "less than", "lt", below);
        }
        else if (rule.Minimum is { } least && RuleNumber.Compare(text, least) < 0)
        {
            errors.Number(value, "greater_than_equal", "greater than or equal to", "ge", least);
        }
        else if (rule.ExclusiveMinimum is { } above && RuleNumber.Compare(text, above) <= 0)
        {
            errors.Number(value, "greater_than", "greater than", "gt", above);
        }
    }

    private void CheckText(JsonRule rule, JsonElement value)
    {
        if (rule is { MinLength: null, MaxLength: null, Matcher: null })
        {
            return;
        }

        string text = value.GetString()!;
        int count = JsonRulePattern.Length(text);

        // Apps of .NET and JavaScript count two for a character beyond 16 bits, where JSON Schema and Python count one.
        if (text.Length < rule.MinLength)
        {
            errors.Length(value, "string_too_short", "at least", "min_length", rule.MinLength.Value);
        }
        else if (count > rule.MaxLength)
        {
            errors.Length(value, "string_too_long", "at most", "max_length", rule.MaxLength.Value);
        }
        else if (rule.Matcher is { } pattern && errors.Patterns.IsRefused(pattern, text))
        {
            errors.Pattern(value, rule.Pattern!);
        }
    }

    private void CheckArray(JsonRule rule, JsonElement value)
    {
        int count = value.GetArrayLength();
        if (count > rule.MaxItems)
        {
            errors.Size(value, "List", "too_long", "at most", "max_length", rule.MaxItems.Value, count);
            return;
        }

        int before = errors.Count;
        if (rule.Items is not null || rule.FirstItems.Count > 0)
        {
            int index = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                if ((index < rule.FirstItems.Count ? rule.FirstItems[index] : rule.Items) is { } own)
                {
                    errors.Enter(index);
                    Check(own, item);
                    errors.Leave();
                }

                index++;
            }
        }

        if (count < rule.MinItems && errors.Count == before)
        {
            errors.Size(value, "List", "too_short", "at least", "min_length", rule.MinItems.Value, count);
        }
    }

    private void CheckObject(JsonRule rule, JsonElement value)
    {
        int before = errors.Count;
        foreach ((string name, JsonRule own) in rule.Members)
        {
            if (value.TryGetProperty(name, out JsonElement member))
            {
                CheckMember(name, own, member);
            }
        }

        if (rule.OtherMembers is { } others)
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                if (!rule.FreeMembers.Contains(member.Name) && rule.Members.All(known => known.Name != member.Name))
                {
                    CheckMember(member.Name, others, member.Value);
                }
            }
        }

        CheckCombinations(rule, value);
        if (rule is { MinProperties: null, MaxProperties: null } || errors.Count > before)
        {
            return;
        }

        int count = value.EnumerateObject().Count();
        if (count < rule.MinProperties)
        {
            errors.Size(value, "Dictionary", "too_short", "at least", "min_length", rule.MinProperties.Value, count);
        }
        else if (count > rule.MaxProperties)
        {
            errors.Size(value, "Dictionary", "too_long", "at most", "max_length", rule.MaxProperties.Value, count);
        }
    }

    private void CheckMember(string name, JsonRule rule, JsonElement member)
    {
        errors.Enter(name);
        Check(rule, member);
        errors.Leave();
    }

    private void CheckCombinations(JsonRule rule, JsonElement value)
    {
        foreach ((string name, string[] needed) in rule.DependentRequired)
        {
            if (Has(value, name))
            {
                foreach (string missing in needed.Where(other => !Has(value, other)))
                {
                    errors.Missing(value, missing);
                }
            }
        }

        if (rule.AnyRequired.Count > 0 && !rule.AnyRequired.Any(set => set.All(name => Has(value, name))))
        {
            errors.MissingAny(value, rule.AnyRequired);
        }
    }

    private static bool Has(JsonElement value, string name) => value.TryGetProperty(name, out _);
}
