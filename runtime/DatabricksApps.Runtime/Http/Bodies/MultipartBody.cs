using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

/// <summary>The parts of a <c>multipart/form-data</c> body (RFC 7578). Null adds nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MultipartBody : FieldsBody
{
    private readonly PartsContent _content = new();

    internal MultipartBody(bool isRequired)
        : base(isRequired)
    {
    }

    private protected override int Extent => _content.Parts;

    /// <summary>Adds a field.</summary>
    public void Add(string name, string? value)
    {
        if (value is not null)
        {
            _content.AddText(name, value, null);
        }
    }

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, double? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, Guid? value) => Add(name, value?.ToString());

    /// <inheritdoc cref="Add(string, string?)"/>
    public void Add(string name, bool? value) => Add(name, value switch { true => "true", false => "false", null => null });

    /// <summary>Adds a field of any type: an array as a part for each item, an object as JSON.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="contentType">The content type of the part; null: none for text, JSON's for an object.</param>
    public void Add<T, TJson>(string name, T? value, string? contentType = null)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        Utf8JsonReader reader = new(json.WrittenSpan, new JsonReaderOptions { MaxDepth = JsonLimits.MaxWrittenDepth });
        using (JsonDocument document = JsonDocument.ParseValue(ref reader))
        {
            AddElement(name, document.RootElement, contentType);
        }
    }

    /// <summary>Adds an array as one field, its items joined as a style says.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="style">What stands between the items; a comma unless the style says otherwise.</param>
    public void AddJoined<T, TJson>(string name, T? value, ParameterStyle style = ParameterStyle.Form)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        TextBuffer text = default;
        new Expansion(ref text, name, style, explode: false, Escaping.None, isNamed: false).Write(json.WrittenSpan);
        _content.AddText(name, text.ToString(), null);
        text.Release();
    }

    /// <summary>Adds a field for each member of an object.</summary>
    public void AddMembers<T, TJson>(T? value)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        Utf8JsonReader reader = new(json.WrittenSpan, new JsonReaderOptions { MaxDepth = JsonLimits.MaxWrittenDepth });
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                AddElement(member.Name, member.Value, null);
            }
        }
    }

    /// <summary>Adds a field whose value is JSON.</summary>
    public void AddJson<T, TJson>(string name, T? value, string? contentType = null)
        where TJson : IJson<T>
    {
        if (value is null)
        {
            return;
        }

        using PooledBuffer json = JsonText.Write<T, TJson>(value);
        _content.AddText(name, json.WrittenSpan, contentType ?? MediaTypes.Json);
    }

    /// <summary>Adds a file.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="file">The file.</param>
    /// <param name="contentType">The content type if the file gives none.</param>
    public void AddFile(string name, AppFile? file, string? contentType = null)
    {
        if (file is not null)
        {
            _content.AddFile(name, file, contentType);
        }
    }

    /// <summary>Adds files, each as a part of the same name.</summary>
    /// <param name="name">The field's name.</param>
    /// <param name="files">The files.</param>
    /// <param name="contentType">The content type of files that give none.</param>
    public void AddFiles(string name, IReadOnlyList<AppFile>? files, string? contentType = null)
    {
        for (int i = 0; i < (files?.Count ?? 0); i++)
        {
            AddFile(name, files![i], contentType);
        }
    }

    /// <summary>Adds a file for each entry of a map, as a part of its key: <c>docs[contract]</c>, without a name <c>contract</c>.</summary>
    /// <param name="name">The field's name; null: the map is the whole form.</param>
    /// <param name="files">The files.</param>
    /// <param name="contentType">The content type of files that give none.</param>
    public void AddFileMap(string? name, IReadOnlyDictionary<string, AppFile>? files, string? contentType = null)
    {
        foreach ((string key, AppFile file) in files ?? ReadOnlyDictionary<string, AppFile>.Empty)
        {
            AddFile(name is null ? key : $"{name}[{key}]", file, contentType);
        }
    }

    internal override HttpContent ToContent(string mediaType)
    {
        _content.Close(mediaType);
        return _content;
    }

    private void AddElement(string name, JsonElement element, string? contentType)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AddElement(name, item, contentType);
                }

                break;
            case JsonValueKind.String:
                _content.AddText(name, element.GetString(), contentType);
                break;
            case JsonValueKind.Object:
                _content.AddText(name, element.GetRawText(), contentType ?? MediaTypes.Json);
                break;
            default:
                _content.AddText(name, element.GetRawText(), contentType);
                break;
        }
    }
}
