using System.Globalization;
using System.Text;
using System.Text.Json;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Checks;

/// <summary>Collects the values that break a rule, told as the app would: in the words of Pydantic 2, which FastAPI answers.</summary>
/// <param name="hasBodyFields">Whether the fields of the request's body are parameters of the method.</param>
internal sealed class RuleErrors(bool hasBodyFields)
{
    private readonly List<AppValidationError> _errors = [];
    private readonly List<AppValidationSegment> _location = [];

    /// <summary>Gets what tries patterns for the request.</summary>
    public PatternTime Patterns { get; } = new();

    public IReadOnlyList<AppValidationError> All => _errors;

    public int Count => _errors.Count;

    /// <summary>Goes to a member.</summary>
    public void Enter(string name) => _location.Add(new AppValidationSegment(name, null));

    /// <summary>Goes to an item.</summary>
    public void Enter(int index) => _location.Add(new AppValidationSegment(null, index));

    /// <summary>Goes back.</summary>
    public void Leave() => _location.RemoveAt(_location.Count - 1);

    /// <summary>Goes back to the start.</summary>
    public void LeaveAll() => _location.Clear();

    /// <summary>Forgets the errors after the first few: those of a case that was tried.</summary>
    public List<AppValidationError> TakeFrom(int count)
    {
        List<AppValidationError> taken = _errors.GetRange(count, _errors.Count - count);
        _errors.RemoveRange(count, taken.Count);
        return taken;
    }

    public void AddAll(IEnumerable<AppValidationError> errors) => _errors.AddRange(errors);

    public void Number(JsonElement value, string type, string words, string key, decimal bound) =>
        Add(value, type, $"Input should be {words} {Spell(bound)}", key, Spell(bound));

    public void Length(JsonElement value, string type, string words, string key, int bound) =>
        Add(value, type, $"String should have {words} {CountOf(bound, "character")}", key, Spell(bound));

    public void Pattern(JsonElement value, string pattern) =>
        Add(value, "string_pattern_mismatch", $"String should match pattern '{pattern}'", "pattern", $"\"{JsonEncodedText.Encode(pattern, JsonText.Encoder)}\"");

    public void Size(JsonElement value, string kind, string type, string words, string key, int bound, int actual) =>
        Add(value, type, $"{kind} should have {words} {CountOf(bound, "item")} after validation, not {Spell(actual)}",
            ("field_type", $"\"{kind}\""), (key, Spell(bound)), ("actual_length", Spell(actual)));

    public void Missing(JsonElement value, string member)
    {
        Enter(member);
        Add(value, "missing", "Field required");
        Leave();
    }

    public void MissingAny(JsonElement value, IEnumerable<string[]> sets) =>
        Add(value, "missing", $"One of these is required: {string.Join("; ", sets.Select(set => string.Join(" and ", set)))}");

    private void Add(JsonElement value, string type, string message, string key, string bound) => Add(value, type, message, (key, bound));

    private void Add(JsonElement value, string type, string message, params (string Key, string Json)[] context)
    {
        // A base and its heir may ask the same.
        AppValidationSegment[] location = [.. _location];
        if (_errors.Exists(known => known.Type == type && known.Location.SequenceEqual(location)))
        {
            return;
        }

        _errors.Add(new AppValidationError
        {
            Member = ValidationReader.MemberOf(location, hasBodyFields),
            Message = message,
            Type = type,
            Location = location,
            Input = value.Clone(),
            ContextText = context.Length == 0 ? default : Encoding.UTF8.GetBytes($"{{{string.Join(",", context.Select(part => $"\"{part.Key}\":{part.Json}"))}}}"),
        });
    }

    private static string CountOf(int number, string word) => number == 1 ? $"1 {word}" : $"{Spell(number)} {word}s";

    private static string Spell(IFormattable number) => number.ToString("0.#############################", CultureInfo.InvariantCulture);
}
