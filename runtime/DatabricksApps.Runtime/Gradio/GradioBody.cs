using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Gradio;

/// <summary>Makes the body of a call: the data in the running app's order, its files uploaded first.</summary>
internal static class GradioBody
{
    public static async Task<HttpContent> CreateAsync(
        GradioServer server, GradioConfig config, GradioEndpoint endpoint, GradioCall call, string session, AppRequestOptions? options,
        CancellationToken cancellationToken)
    {
        PooledBuffer body = Write(server, config, endpoint, call, session, null, out IReadOnlyList<AppFile> files);
        if (files.Count > 0)
        {
            body.Dispose();
            Dictionary<AppFile, string> paths = await GradioFiles.UploadAsync(server.Connection, config, files, options, cancellationToken).ConfigureAwait(false);
            body = Write(server, config, endpoint, call, session, paths, out _);
        }

        return new PooledContent(body, MediaTypes.Json);
    }

    private static PooledBuffer Write(
        GradioServer server, GradioConfig config, GradioEndpoint endpoint, GradioCall call, string session,
        IReadOnlyDictionary<AppFile, string>? paths, out IReadOnlyList<AppFile> files)
    {
        PooledBuffer buffer = new();
        try
        {
            using GradioFileScope scope = GradioFileScope.Begin(server, config, paths);
            using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JsonText.Encoder });
            writer.WriteStartObject();
            writer.WriteStartArray("data"u8);
            WriteInputs(writer, endpoint, call);
            writer.WriteEndArray();
            writer.WriteNumber("fn_index"u8, endpoint.Id);
            writer.WriteString("session_hash"u8, session);
            writer.WriteNull("event_data"u8);
            writer.WriteNull("trigger_id"u8);
            writer.WriteEndObject();
            writer.Flush();
            files = scope.Missing;
            return buffer;
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    private static void WriteInputs(Utf8JsonWriter writer, GradioEndpoint endpoint, GradioCall call)
    {
        int next = 0;
        foreach (bool isGiven in endpoint.Inputs)
        {
            if (isGiven)
            {
                call.Inputs[next++](writer);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
