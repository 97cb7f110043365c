using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppRequest
{
    /// <summary>Adds literal text of the path, percent-encoded already.</summary>
    public void AddPath(string text) => Path().Append(text);

    /// <summary>Adds the text of a path parameter.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>: it would change the route.</exception>
    public void AddPathValue(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value, name);
        int start = _url.Length;
        Path().AppendEscaped(value, Escaping.Value);
        CheckSegment(start, name);
    }

    /// <inheritdoc cref="AddPathValue(string, string)"/>
    public void AddPathValue(string name, long value) => Path().AppendInteger(value);

    /// <inheritdoc cref="AddPathValue(string, string)"/>
    public void AddPathValue(string name, bool value) => Path().Append(value ? "true" : "false");

    /// <inheritdoc cref="AddPathValue(string, string)"/>
    public void AddPathValue(string name, Guid value) => Path().AppendNumber(value, Escaping.Value);

    /// <summary>Adds a path parameter of any type in a style.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How arrays and objects are spelled.</param>
    /// <param name="explode">Whether items and members are spelled on their own.</param>
    /// <param name="allowReserved">Whether reserved characters that a path segment may hold are sent as they are, as is what is percent-encoded already.</param>
    /// <param name="keepsSlashes">Whether the value is the rest of the path, of one segment or several.</param>
    /// <exception cref="ArgumentException">The value gives no text, <c>.</c> or <c>..</c>: it would change the route.</exception>
    public void AddPathValue<T, TJson>(
        string name, T value, ParameterStyle style = ParameterStyle.Simple, bool explode = false, bool allowReserved = false,
        bool keepsSlashes = false)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            throw new ArgumentNullException(name);
        }

        int start = _url.Length;
        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        Escaping escaping = allowReserved ? Escaping.ReservedInPath : keepsSlashes ? Escaping.Segments : Escaping.Value;
        new Expansion(ref Path(), name, style, explode, escaping, isNamed: false).Write(json.WrittenSpan);
        CheckSegment(start, name);
    }

    /// <summary>Adds a path parameter that is sent as JSON.</summary>
    public void AddPathJson<T, TJson>(string name, T value)
        where TJson : IJson<T>
    {
        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        Path().AppendEscaped(json.WrittenSpan, Escaping.Value);
    }

    /// <summary>Gets the text that parts of a path are added to, which then stands in the place of the route.</summary>
    private ref TextBuffer Path()
    {
        _hasPath = true;
        return ref _url;
    }

    // Servers read an encoded dot as one, and allowReserved lets it pass.
    private static bool IsDots(ReadOnlySpan<char> segment)
    {
        int count = 0;
        while (!segment.IsEmpty)
        {
            int length = segment[0] == '.' ? 1 : segment.StartsWith("%2e", StringComparison.OrdinalIgnoreCase) ? 3 : 0;
            if (length == 0 || ++count > 2)
            {
                return false;
            }

            segment = segment[length..];
        }

        return count > 0;
    }

    private void CheckSegment(int start, string name)
    {
        ReadOnlySpan<char> text = _url.Span[start..];
        bool changesRoute = text.IsEmpty;
        while (!changesRoute && !text.IsEmpty)
        {
            int slash = text.IndexOf('/');
            ReadOnlySpan<char> segment = slash < 0 ? text : text[..slash];
            changesRoute = IsDots(segment);
            text = slash < 0 ? default : text[(slash + 1)..];
        }

        if (changesRoute)
        {
            string spelled = _url.Span[start..].ToString();
            _url.Release();
            throw new ArgumentException(
                $"The path parameter '{name}' of {Route} is '{spelled}', which would change the route that is called. " +
                "Give a value that is not empty and has no segment '.' or '..'.",
                name);
        }
    }
}
