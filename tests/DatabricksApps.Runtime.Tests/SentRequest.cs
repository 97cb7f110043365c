using System.Text;

namespace DatabricksApps.Tests;

/// <summary>A request as it went over the wire.</summary>
internal sealed record SentRequest(string Line, string Headers, byte[] Body)
{
    public required string Url { get; init; }

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Gets the value of a header; null: there is none.</summary>
    public string? this[string name] => Headers.Split('\n')
        .FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    public static async Task<SentRequest> ReadAsync(HttpRequestMessage request)
    {
        StringBuilder headers = new();
        foreach ((string name, var values) in request.Headers.NonValidated)
        {
            headers.Append(name).Append(": ").Append(string.Join(", ", values)).Append('\n');
        }

        byte[] body = [];
        if (request.Content is not null)
        {
            _ = request.Content.Headers.ContentLength;
            foreach ((string name, var values) in request.Content.Headers.NonValidated)
            {
                headers.Append(name).Append(": ").Append(string.Join(", ", values)).Append('\n');
            }

            using MemoryStream stream = new();
            await request.Content.CopyToAsync(stream, TestContext.Current.CancellationToken);
            body = stream.ToArray();
        }

        return new SentRequest($"{request.Method} {request.RequestUri!.PathAndQuery}", headers.ToString(), body) { Url = request.RequestUri.AbsoluteUri };
    }
}
