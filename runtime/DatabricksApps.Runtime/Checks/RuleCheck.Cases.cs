using System.Text.Json;
using DatabricksApps.Generated;

namespace DatabricksApps.Checks;

// Unions: which case a value is, and what that asks of it.
internal sealed partial class RuleCheck
{
    // The case that the value is: by its tag, else by what it is made of. Of several that it may be one must take it.
    private void CheckCases(JsonRule rule, JsonElement value)
    {
        if (rule.Tag is not null)
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(rule.Tag, out JsonElement tag) && tag.ValueKind == JsonValueKind.String
                && rule.Any.FirstOrDefault(one => one.Tags.Contains(tag.GetString()!)) is { } tagged)
            {
                CheckMember(tagged.Case ?? tag.GetString()!, tagged, value);
            }

            return;
        }

        List<AppValidationError>? first = null;
        foreach (JsonRule one in rule.Any.Where(one => Fits(one, value)))
        {
            int before = errors.Count;
            if (one.Case is { } name)
            {
                CheckMember(name, one, value);
            }
            else
            {
                Check(one, value);
            }

            if (errors.Count == before)
            {
                return;
            }

            List<AppValidationError> own = errors.TakeFrom(before);
            first ??= own;
        }

        errors.AddAll(first ?? []);
    }

    private bool Fits(JsonRule rule, JsonElement value)
    {
        if (_steps-- <= 0 || _depth == Deepest)
        {
            return false;
        }

        _depth++;
        bool fits = (rule.Kinds == JsonRuleKinds.Any || (rule.Kinds & KindsOf(value)) != 0)
            && (rule.Required.Count == 0 || (value.ValueKind == JsonValueKind.Object && rule.Required.All(name => Has(value, name))))
            && (rule.Same is not { } same || Fits(same(), value))
            && rule.All.All(part => Fits(part, value))
            && (rule.Any.Count == 0 || rule.Any.Any(one => Fits(one, value)));
        _depth--;
        return fits;
    }

    private static JsonRuleKinds KindsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonRuleKinds.Text,
        JsonValueKind.Number => value.TryGetDecimal(out decimal number) && number != decimal.Truncate(number)
            ? JsonRuleKinds.Number
            : JsonRuleKinds.Number | JsonRuleKinds.Integer,
        JsonValueKind.True or JsonValueKind.False => JsonRuleKinds.Boolean,
        JsonValueKind.Object => JsonRuleKinds.Object,
        JsonValueKind.Array => JsonRuleKinds.Array,
        _ => JsonRuleKinds.Null,
    };
}
