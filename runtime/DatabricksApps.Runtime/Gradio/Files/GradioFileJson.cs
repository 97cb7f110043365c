using System.ComponentModel;
using System.Text.Json;
using DatabricksApps.Gradio;

namespace DatabricksApps.Generated;

/// <summary>The files of a Gradio app: in JSON an object that says where on the server the file is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GradioFileJson : IJson<AppFile>
{
    /// <inheritdoc/>
    public static AppFile Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Expected(reader, "a file");
        }

        JsonElement json = AnyJson.Read(ref reader);
        string? type = json.GetText("mime_type");
        return new AppFile(
            new GradioFile(json, GradioScope.Current),
            Http.FileName.Of(json.GetText("orig_name")),
            type is not null && Http.HeaderText.IsValid(type) ? type : null,
            json.GetInteger("size"));
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, AppFile value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        if (value.Remote is GradioFile file && (file.Elsewhere is not null || GradioScope.Current is not { } current || file.IsOn(current)))
        {
            file.Json.WriteTo(writer);
            return;
        }

        // What has an address is fetched by the app.
        writer.WriteStartObject();
        writer.WriteString("path"u8, value.Remote is Http.FileAddress remote ? remote.Address.AbsoluteUri : GradioScope.Current?.PathOf(value));
        writer.WriteString("orig_name"u8, value.FileName);
        if (value.ContentType is { } type)
        {
            writer.WriteString("mime_type"u8, type);
        }

        writer.WriteStartObject("meta"u8);
        writer.WriteString("_type"u8, "gradio.FileData"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static int Fit(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return JsonFit.None;
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        JsonElement json = document.RootElement;
        return json.Get("meta") is { } meta && meta.GetText("_type") == "gradio.FileData" ? JsonFit.Exact
            : json.TryGetProperty("path", out _) ? JsonFit.Kind
            : JsonFit.None;
    }
}
