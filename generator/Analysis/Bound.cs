using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace DatabricksApps.Gen.Analysis;

/// <summary>A bound of a value, such as <c>maxLength=3</c>.</summary>
internal sealed class Bound
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(100);

    private readonly string _keyword;
    private readonly string _value;

    private Bound(string keyword, string value)
    {
        _keyword = keyword;
        _value = value;
    }

    /// <summary>Reads a bound, with the name of what it bounds before it: <c>limit maximum=5</c>, <c>maxLength=3</c>.</summary>
    public static (string Name, Bound Bound) Read(string part)
    {
        int equals = part.IndexOf('=');
        int space = equals < 0 ? -1 : part.LastIndexOf(' ', equals);
        string name = space < 0 ? "" : part.Substring(0, space);
        return (name, equals < 0 ? new Bound("", "") : new Bound(part.Substring(space + 1, equals - space - 1), part.Substring(equals + 1)));
    }

    /// <summary>Tells whether a constant keeps to it; null: it cannot be told.</summary>
    public bool? Allows(object? constant) => _keyword switch
    {
        "not" => Spell(constant) is { } text ? text != _value : null,
        "in" => Spell(constant) is { } text ? _value.Split('\n').Contains(text) : null,
        "value" => Spell(constant) is { } text ? text == _value || $"\"{text}\"" == _value : null,
        "maxLength" => Compare(LengthOf(constant), (length, most) => length <= most),
        "minLength" => Compare(LengthOf(constant), (length, least) => length >= least),
        "maximum" => Compare(NumberOf(constant), (number, most) => number <= most),
        "minimum" => Compare(NumberOf(constant), (number, least) => number >= least),
        "exclusiveMaximum" => Compare(NumberOf(constant), (number, most) => number < most),
        "exclusiveMinimum" => Compare(NumberOf(constant), (number, least) => number > least),
        "multipleOf" => Compare(NumberOf(constant), (number, of) => of == 0 || number % of == 0),
        "pattern" => constant is string text ? Matches(text) : null,
        _ => null,
    };

    private bool? Compare(decimal? own, Func<decimal, decimal, bool> holds) =>
        own is { } number && decimal.TryParse(_value, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal bound) ? holds(number, bound) : null;

    // JSON Schema counts characters, which in C# may take two of a string.
    private static decimal? LengthOf(object? constant)
    {
        if (constant is not string text)
        {
            return null;
        }

        int length = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            length -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return length;
    }

    private static decimal? NumberOf(object? constant)
    {
        try
        {
            return constant is string or char or bool or null ? null : Convert.ToDecimal(constant, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string? Spell(object? constant) => constant switch
    {
        string text => text,
        bool value => value ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    // A pattern of a document may be no pattern of .NET, or take for ever.
    private bool? Matches(string text)
    {
        try
        {
            return Regex.IsMatch(text, _value, RegexOptions.ECMAScript, s_longest);
        }
        catch (Exception refused) when (refused is ArgumentException or RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
