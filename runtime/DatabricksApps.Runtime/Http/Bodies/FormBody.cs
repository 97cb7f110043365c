using System.ComponentModel;
using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>The fields of an <c>application/x-www-form-urlencoded</c> body. Null adds nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormBody : FieldsBody
{
    private TextBuffer _text;

    internal FormBody(bool isRequired)
        : base(isRequired)
    {
    }

    private protected override int Extent => _text.Length;

    /// <summary>Adds a field.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            Begin(name);
            _text.AppendEscaped(value, Escaping.Form);
        }
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, long? value) => AddNumber(name, value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, double? value) => AddNumber(name, value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, Guid? value) => AddNumber(name, value);

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, bool? value)
    {
        if (value is bool flag)
        {
            Begin(name);
            _text.Append(flag ? "true" : "false");
        }
    }

    /// <summary>Adds a field of any type in a style.</summary>
    /// <param name="name">The field's name on the wire.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">How arrays and objects are spelled.</param>
    /// <param name="explode">Whether items and members are spelled on their own.</param>
    public void Add<T, TJson>(string name, T? value, ParameterStyle style = ParameterStyle.Form, bool explode = true)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        string first = _text.Length > 0 ? "&" : "";
        new Expansion(ref _text, name, style, explode, Escaping.Form, first).Write(json.WrittenSpan);
    }

    /// <summary>Adds a field whose value is JSON.</summary>
    public void AddJson<T, TJson>(string name, T? value)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        Begin(name);
        _text.AppendEscaped(json.WrittenSpan, Escaping.Form);
    }

    internal override HttpContent ToContent(string mediaType)
    {
        PooledBuffer bytes = new(_text.Length);
        bytes.Advance(Encoding.ASCII.GetBytes(_text.Span, bytes.GetSpan(_text.Length)));
        _text.Release();
        return new PooledContent(bytes, mediaType);
    }

    private void AddNumber<T>(string name, T? value)
        where T : struct, ISpanFormattable
    {
        if (value is { } number)
        {
            Begin(name);
            _text.AppendNumber(number, Escaping.Form);
        }
    }

    private void Begin(string name)
    {
        if (_text.Length > 0)
        {
            _text.Append('&');
        }

        _text.AppendEscaped(name, Escaping.Form);
        _text.Append('=');
    }
}
