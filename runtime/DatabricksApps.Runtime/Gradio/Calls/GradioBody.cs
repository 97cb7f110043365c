using System.Text.Json;
using DatabricksApps.Generated;
using DatabricksApps.Http;

namespace DatabricksApps.Gradio;

/// <summary>Makes the body of a call: the data in the running app's order, its files uploaded first.</summary>
internal static class GradioBody
{
    /// <returns>The body, and whether files were uploaded for it.</returns>
    public static async Task<(HttpContent Content, bool HasUploaded)> CreateAsync(
        GradioServer server, GradioConfig config, GradioPlan plan, GradioCall call, string session, AppRequestOptions? options,
        CancellationToken cancellationToken)
    {
        PooledBuffer body = Write(server, config, plan, call, session, null, out IReadOnlyList<AppFile> files);
        if (files.Count > 0)
        {
            body.Dispose();
            Dictionary<AppFile, string> paths = await GradioFiles.UploadAsync(server.Connection, config, files, options, cancellationToken).ConfigureAwait(false);
            body = Write(server, config, plan, call, session, paths, out _);
        }

        return (new PooledContent(body, MediaTypes.Json), files.Count > 0);
    }

    private static PooledBuffer Write(
        GradioServer server, GradioConfig config, GradioPlan plan, GradioCall call, string session,
        IReadOnlyDictionary<AppFile, string>? paths, out IReadOnlyList<AppFile> files)
    {
        PooledBuffer buffer = new();
        try
        {
            using GradioScope scope = GradioScope.Begin(server, config, paths);
            using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { Encoder = JsonText.Encoder });
            writer.WriteStartObject();
            writer.WriteStartArray("data"u8);
            WriteInputs(writer, plan, call);
            writer.WriteEndArray();
            writer.WriteNumber("fn_index"u8, plan.Endpoint.Id);
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

    private static void WriteInputs(Utf8JsonWriter writer, GradioPlan plan, GradioCall call)
    {
        int next = 0;
        foreach (bool isGiven in plan.Endpoint.Inputs)
        {
            if (!isGiven)
            {
                writer.WriteNullValue();
                continue;
            }

            if (call.Inputs[plan.Inputs[next]].Write is { } write)
            {
                write(writer);
            }
            else
            {
                // What the app said just now: a file among it lies where this app has it.
                AnyJson.Write(writer, plan.Endpoint.Parameters[next].Default!.Value);
            }

            next++;
        }
    }
}
