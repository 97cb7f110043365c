using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppRequest
{
    private List<KeyValuePair<string, string>>? _contentHeaders;

    /// <summary>Adds a header; null adds nothing.</summary>
    /// <exception cref="ArgumentException">The value holds control or non-ASCII characters.</exception>
    public void AddHeader(string name, string? value)
    {
        if (value is null)
        {
            return;
        }

        HeaderText.Check(name, value);
        if (!Headers.TryAddWithoutValidation(name, value))
        {
            (_contentHeaders ??= []).Add(new(name, value));
        }
    }

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, long? value) => AddHeader(name, Invariant(value));

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, double? value) => AddHeader(name, Invariant(value));

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, Guid? value) => AddHeader(name, Invariant(value));

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, bool? value) => AddHeader(name, Invariant(value));

    /// <summary>Adds a header of any type in the simple style; null adds nothing.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How arrays and objects are spelled.</param>
    /// <param name="explode">Whether members are spelled as <c>name=value</c>.</param>
    /// <exception cref="ArgumentException">The value holds control or non-ASCII characters.</exception>
    public void AddHeader<T, TJson>(
        string name, T? value, ParameterStyle style = ParameterStyle.Simple, bool explode = false)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        TextBuffer text = default;
        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        new Expansion(ref text, name, style, explode, Escaping.None, isNamed: false).Write(json.WrittenSpan);
        string spelled = text.ToString();
        text.Release();
        AddHeader(name, spelled);
    }

    /// <summary>Adds a header that is sent as JSON; null adds nothing.</summary>
    public void AddHeaderJson<T, TJson>(string name, T? value)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        AddHeader(name, HeaderText.EscapeJson(Encoding.UTF8.GetString(json.WrittenSpan)));
    }

    /// <summary>Adds a cookie; null adds nothing.</summary>
    public void AddCookie(string name, string? value)
    {
        if (value is not null)
        {
            _cookies.Append(_cookies.Length > 0 ? "; " : "");
            _cookies.AppendEscaped(name, Escaping.Cookie);
            _cookies.Append('=');
            _cookies.AppendEscaped(value, Escaping.Cookie);
        }
    }

    /// <inheritdoc cref="AddCookie(string, string?)"/>
    public void AddCookie(string name, long? value) => AddCookie(name, Invariant(value));

    /// <inheritdoc cref="AddCookie(string, string?)"/>
    public void AddCookie(string name, double? value) => AddCookie(name, Invariant(value));

    /// <inheritdoc cref="AddCookie(string, string?)"/>
    public void AddCookie(string name, Guid? value) => AddCookie(name, Invariant(value));

    /// <inheritdoc cref="AddCookie(string, string?)"/>
    public void AddCookie(string name, bool? value) => AddCookie(name, Invariant(value));

    /// <summary>Adds a cookie of any type in a style; null adds nothing.</summary>
    /// <param name="name">The cookie's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How arrays and objects are spelled.</param>
    /// <param name="explode">Whether each item is a cookie of its own.</param>
    public void AddCookie<T, TJson>(
        string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        string first = _cookies.Length > 0 ? "; " : "";
        new Expansion(ref _cookies, name, style, explode, Escaping.Cookie, first, "; ").Write(json.WrittenSpan);
    }

    /// <summary>Adds a cookie that is sent as JSON; null adds nothing.</summary>
    public void AddCookieJson<T, TJson>(string name, T? value)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        AddCookie(name, Encoding.UTF8.GetString(json.WrittenSpan));
    }

    private void SealHeaders()
    {
        if (_cookies.Length > 0)
        {
            Headers.TryAddWithoutValidation("Cookie", _cookies.ToString());
            _cookies.Release();
        }

        if (_contentHeaders is not null)
        {
            foreach ((string name, string value) in _contentHeaders)
            {
                HeaderText.AddToContent(this, name, value);
            }
        }
    }

    private static string? Invariant(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => null,
    };

    private static string? Invariant<T>(T? value)
        where T : struct, IFormattable => value?.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
