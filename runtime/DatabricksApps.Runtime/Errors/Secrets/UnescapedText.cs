using System.Globalization;
using System.Text;

namespace DatabricksApps.Errors;

/// <summary>A text with one level of escapes taken out, which knows for each character where it came from.</summary>
internal sealed class UnescapedText
{
    private const int LongestEscape = 8;

    private readonly string _source;

    // Where each character begins in the source, and last where the text ends; null: where it stands.
    private readonly int[]? _origins;

    /// <summary>Initializes a text as it is.</summary>
    public UnescapedText(string text)
        : this(text, text, null)
    {
    }

    private UnescapedText(string source, string text, int[]? origins)
    {
        _source = source;
        Text = text;
        _origins = origins;
    }

    public string Text { get; }

    /// <summary>Takes out one more level: of addresses (RFC 3986 §2.1), of JSON (RFC 8259 §7) and of HTML; null: there is none.</summary>
    public UnescapedText? Next() => Text.AsSpan().ContainsAny('%', '\\', '&') ? Without(Escape) : null;

    /// <summary>Takes out the line breaks.</summary>
    public UnescapedText WithoutLineBreaks() =>
        Text.AsSpan().ContainsAny('\r', '\n') ? Without((text, i) => text[i] is '\r' or '\n' ? ("", 1) : null) ?? this : this;

    /// <summary>Marks in the source what stands between two places.</summary>
    public void Hide(int start, int end, ref bool[]? hidden)
    {
        hidden ??= new bool[_source.Length];
        int from = OriginOf(start);
        hidden.AsSpan(from, OriginOf(end) - from).Fill(true);
    }

    private int OriginOf(int index) => _origins is null ? index : _origins[index];

    private UnescapedText? Without(Func<string, int, (string Value, int Length)?> escape)
    {
        StringBuilder text = new(Text.Length);
        List<int> origins = new(Text.Length + 1);
        for (int i = 0; i < Text.Length;)
        {
            (string Value, int Length) next = escape(Text, i) ?? (Text[i].ToString(), 1);
            text.Append(next.Value);
            origins.AddRange(Enumerable.Repeat(OriginOf(i), next.Value.Length));
            i += next.Length;
        }

        origins.Add(_source.Length);
        return text.Length == Text.Length ? null : new UnescapedText(_source, text.ToString(), [.. origins]);
    }

    private static (string Value, int Length)? Escape(string text, int start) => text[start] switch
    {
        '%' => Hexadecimal(text, start + 1, 2) is { } value and < 0x80 ? (((char)value).ToString(), 3) : null,
        '\\' => JsonEscape(text, start),
        '&' => HtmlEscape(text, start),
        _ => null,
    };

    private static (string Value, int Length)? JsonEscape(string text, int start) => text.ElementAtOrDefault(start + 1) switch
    {
        'u' => Hexadecimal(text, start + 2, 4) is { } value ? (((char)value).ToString(), 6) : null,
        'r' => ("\r", 2),
        'n' => ("\n", 2),
        '/' => ("/", 2),
        '"' => ("\"", 2),
        '\\' => ("\\", 2),
        _ => null,
    };

    private static (string Value, int Length)? HtmlEscape(string text, int start)
    {
        int end = text.AsSpan(start, Math.Min(LongestEscape, text.Length - start)).IndexOf(';');
        if (end < 0)
        {
            return null;
        }

        string name = text[(start + 1)..(start + end)];
        string? value = name switch
        {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            ['#', 'x' or 'X', ..] => Hexadecimal(name, 2, name.Length - 2) is { } code ? ((char)code).ToString() : null,
            ['#', ..] => ushort.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort code) ? ((char)code).ToString() : null,
            _ => null,
        };
        return value is null ? null : (value, end + 1);
    }

    private static ushort? Hexadecimal(string text, int start, int length) =>
        start + length <= text.Length
        && ushort.TryParse(text.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort value)
            ? value
            : null;
}
