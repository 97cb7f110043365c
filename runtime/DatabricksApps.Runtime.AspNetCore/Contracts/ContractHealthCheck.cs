using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>Says whether an app still promises what the program relies on. That it does not is no failure yet: degraded.</summary>
internal sealed class ContractHealthCheck(ContractWatch watch) : IHealthCheck
{
    // Names of a document are others' texts.
    private const int Longest = 300;
    private const int Most = 20;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ContractState state = await watch.LookAsync(cancellationToken).ConfigureAwait(false);
        Dictionary<string, object> data = new(StringComparer.Ordinal) { ["contract"] = state.Verdict.ToString().ToLowerInvariant() };
        Add("differences", state.Weaker.Count == 0 ? null : state.Weaker.Take(Most).Select(Short).ToArray());
        Add("notCompared", state.Untold == 0 ? null : state.Untold);
        Add("reason", state.Reason is { } reason ? Short(reason) : null);
        Add("document", state.Path);
        Add("asked", state.Asked);
        return new HealthCheckResult(state.Verdict == ContractVerdict.Weaker ? HealthStatus.Degraded : HealthStatus.Healthy, Describe(state), data: data);

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                data.Add(name, value);
            }
        }
    }

    /// <summary>Says it in a sentence.</summary>
    public static string Describe(ContractState state) => state.Verdict switch
    {
        ContractVerdict.Same => "The app serves the document that this program was built from.",
        ContractVerdict.Changed => "The app's document has changed, and nothing of it that this program uses has become less.",
        ContractVerdict.Weaker => string.Create(
            CultureInfo.InvariantCulture, $"{string.Join("; ", state.Weaker.Take(3).Select(Short))}{(state.Weaker.Count > 3 ? $"; and {state.Weaker.Count - 3} more" : "")}"),
        _ => $"Whether the app's document has changed is unknown: {Short(state.Reason ?? "")}",
    };

    private static string Short(string text) =>
        new([.. (text.Length <= Longest ? text : text[..Longest] + "…").Select(one => char.IsControl(one) ? ' ' : one)]);
}
