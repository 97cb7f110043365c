using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppRequest
{
    /// <summary>Adds a query parameter; null adds nothing.</summary>
    public void AddQuery(string name, string? value)
    {
        if (value is not null)
        {
            BeginQuery(name);
            _url.AppendEscaped(value, Escaping.Value);
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, long? value)
    {
        if (value is long number)
        {
            BeginQuery(name);
            _url.AppendInteger(number);
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, double? value)
    {
        if (value is double number)
        {
            BeginQuery(name);
            _url.AppendNumber(number, Escaping.Value);
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, bool? value)
    {
        if (value is bool flag)
        {
            BeginQuery(name);
            _url.Append(flag ? "true" : "false");
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, Guid? value)
    {
        if (value is Guid guid)
        {
            BeginQuery(name);
            _url.AppendNumber(guid, Escaping.Value);
        }
    }

    /// <summary>Adds a query parameter of any type in a style; null, empty lists and empty objects add nothing.</summary>
    /// <param name="name">The parameter's name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How arrays and objects are spelled.</param>
    /// <param name="explode">Whether items and members are spelled on their own.</param>
    /// <param name="allowReserved">Whether reserved characters that a query value may hold are sent as they are, as is what is percent-encoded already.</param>
    /// <exception cref="ArgumentException">An item holds what its style sets between items.</exception>
    public void AddQuery<T, TJson>(
        string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true, bool allowReserved = false)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        int start = _url.Length;
        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        Escaping escaping = allowReserved ? Escaping.ReservedInQuery : Escaping.Value;
        new Expansion(ref _url, name, style, explode, escaping, FindSeparator()).Write(json.WrittenSpan);
        _hasQuery |= _url.Length > start;
    }

    /// <summary>Adds a query parameter that is sent as JSON; null adds nothing.</summary>
    public void AddQueryJson<T, TJson>(string name, T? value)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        BeginQuery(name);
        _url.AppendEscaped(json.WrittenSpan, Escaping.Value);
    }

    /// <summary>Adds the whole query string (OpenAPI 3.2, <c>in: querystring</c>), percent-encoded; null adds nothing.</summary>
    public void AddQueryString(string? text)
    {
        if (text is not null)
        {
            BeginQuery();
            _url.AppendEscaped(text, Escaping.Value);
        }
    }

    /// <summary>Adds the whole query string as JSON, percent-encoded; null adds nothing.</summary>
    public void AddQueryStringJson<T, TJson>(T? value)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        BeginQuery();
        _url.AppendEscaped(json.WrittenSpan, Escaping.Value);
    }

    private void BeginQuery()
    {
        _url.Append(FindSeparator());
        _hasQuery = true;
    }

    // A few documents have a query, or only its question mark, in the path.
    private string FindSeparator()
    {
        if (_hasQuery)
        {
            return "&";
        }

        ReadOnlySpan<char> path = _hasPath ? _url.Span : Route;
        int start = path.IndexOf('?');
        return start < 0 ? "?" : start == path.Length - 1 ? "" : "&";
    }

    private void BeginQuery(string name)
    {
        BeginQuery();
        _url.AppendEscaped(name, Escaping.Value);
        _url.Append('=');
    }
}
