using System.Text;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppRequest
{
    private FieldsBody? _fields;
    private string? _fieldsMediaType;

    /// <summary>Sets a JSON body; null sets none.</summary>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">The content type.</param>
    public void SetJson<T, TJson>(T? value, string mediaType = MediaTypes.Json)
        where TJson : IJson<T>
    {
        if (value is not null)
        {
            Content = new PooledContent(JsonText.Write<T, TJson>(value), mediaType);
        }
    }

    /// <summary>Sets a JSON body whose type allows null, so that null is sent as <c>null</c>.</summary>
    /// <inheritdoc cref="SetJson{T, TJson}(T, string)"/>
    public void SetJsonOrNull<T, TJson>(T value, string mediaType = MediaTypes.Json)
        where TJson : IJson<T> => Content = new PooledContent(JsonText.Write<T, TJson>(value), mediaType);

    /// <summary>Starts a JSON body whose properties are parameters of the method.</summary>
    /// <param name="mediaType">The content type.</param>
    /// <param name="isRequired">Whether an object without properties is sent; else there is no body then.</param>
    public JsonFieldsBody StartJsonFields(string mediaType, bool isRequired) =>
        Start(new JsonFieldsBody(isRequired), mediaType);

    /// <summary>Sets a body of text in UTF-8; null sets none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">The content type; a charset is added to it if it has none.</param>
    public void SetText(string? text, string mediaType)
    {
        if (text is null)
        {
            return;
        }

        PooledBuffer bytes = new(Encoding.UTF8.GetMaxByteCount(text.Length));
        bytes.Advance(Encoding.UTF8.GetBytes(text, bytes.GetSpan()));
        bool hasCharset = mediaType.Contains("charset=", StringComparison.OrdinalIgnoreCase);
        Content = new PooledContent(bytes, hasCharset ? mediaType : mediaType + "; charset=utf-8");
    }

    /// <summary>Sets a body that streams a file; null sets none.</summary>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">The content type; a range such as <c>image/*</c> gives way to the file's own.</param>
    public void SetFile(AppFile? file, string mediaType)
    {
        if (file is not null)
        {
            string own = file.ContentType ?? MediaTypes.OctetStream;
            Content = new FileContent(file, MediaTypes.IsConcrete(mediaType) ? mediaType : own);
        }
    }

    /// <summary>Starts an <c>application/x-www-form-urlencoded</c> body.</summary>
    /// <param name="mediaType">The content type.</param>
    /// <param name="isRequired">Whether a body without fields is sent; else there is no body then.</param>
    public FormBody StartForm(string mediaType, bool isRequired) => Start(new FormBody(isRequired), mediaType);

    /// <summary>Starts a multipart body.</summary>
    /// <param name="mediaType">The content type, without the boundary.</param>
    /// <param name="isRequired">Whether a body without parts is sent; else there is no body then.</param>
    public MultipartBody StartMultipart(string mediaType, bool isRequired) => Start(new MultipartBody(isRequired), mediaType);

    private T Start<T>(T fields, string mediaType)
        where T : FieldsBody
    {
        HasBodyFields = true;
        _fields = fields;
        _fieldsMediaType = mediaType;
        return fields;
    }

    private void SealBody()
    {
        if (_fields is { IsSent: true })
        {
            Content = _fields.ToContent(_fieldsMediaType!);
        }

        _fields = null;
    }
}
