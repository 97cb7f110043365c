using System.Text.Json;

namespace DatabricksApps.AuthConformance;

/// <summary>How a sign-in ends.</summary>
internal sealed class Expectation(JsonElement json)
{
    /// <summary>Gets the host; null: not told.</summary>
    public string? Host => Text("host");

    /// <summary>Lists what differs, as "what: expected, actual".</summary>
    public IReadOnlyList<string> DifferencesTo(Outcome actual)
    {
        List<string> differences = [];
        if (Text("error") is { } error)
        {
            if (actual.Error is null)
            {
                differences.Add($"error: expected '{error}', actual none (authType {actual.AuthType})");
            }
            else if (!actual.Error.Contains(error, StringComparison.Ordinal))
            {
                differences.Add($"error: expected '{error}'\n        actual '{actual.Error}'");
            }

            return differences;
        }

        if (Text("authenticateError") is { } authenticate && actual.AuthenticateError?.Contains(authenticate, StringComparison.Ordinal) != true)
        {
            differences.Add($"authenticateError: expected '{authenticate}', actual '{actual.AuthenticateError ?? actual.Error}'");
        }
        else if (actual.Error is { } unexpected)
        {
            return [$"error: expected none, actual '{unexpected}'"];
        }

        Compare("authType", actual.AuthType);
        Compare("host", actual.Host);
        Compare("profile", actual.Profile);
        Compare("workspaceId", actual.WorkspaceId);
        Compare("accountId", actual.AccountId);
        CompareList("scopes", actual.Scopes);
        CompareList("cliArgs", actual.CliArguments);
        if (json.TryGetProperty("azure", out JsonElement azure) && azure.GetBoolean() != actual.IsAzure)
        {
            differences.Add($"azure: expected {azure}, actual {actual.IsAzure}");
        }

        CompareHeaders();
        return differences;

        void Compare(string name, string? value)
        {
            if (json.TryGetProperty(name, out JsonElement expected) && expected.GetString() != value)
            {
                differences.Add($"{name}: expected '{expected}', actual '{value}'");
            }
        }

        void CompareList(string name, IReadOnlyList<string> values)
        {
            if (json.TryGetProperty(name, out JsonElement expected)
                && !expected.EnumerateArray().Select(e => e.GetString()).SequenceEqual(values))
            {
                differences.Add($"{name}: expected {expected}, actual [{string.Join(", ", values)}]");
            }
        }

        void CompareHeaders()
        {
            if (!json.TryGetProperty("headers", out JsonElement headers) || headers.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            foreach (JsonProperty header in headers.EnumerateObject())
            {
                string? value = actual.Headers.GetValueOrDefault(header.Name);
                if (header.Value.GetString() != value)
                {
                    differences.Add($"header {header.Name}: expected '{header.Value}', actual '{value}'");
                }
            }
        }
    }

    private string? Text(string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
