using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Contract;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Gradio;

namespace DatabricksApps.Gen.Binding.Gradio;

/// <summary>The names of the methods of an endpoint.</summary>
/// <param name="Method">The method that gives the value.</param>
/// <param name="Stream">The method that gives each value of a generator; null: it is none.</param>
internal sealed record EndpointNames(string Method, string? Stream)
{
    private const string Suffix = "Async";

    /// <summary>Gets what types of the endpoint are named after.</summary>
    public string Stem => ClientNaming.WithoutAsync(Method);

    /// <summary>Names the methods of all endpoints.</summary>
    public static IReadOnlyDictionary<GradioEndpoint, EndpointNames> Of(
        IReadOnlyList<GradioEndpoint> endpoints, string clientName, KeptNames kept, Findings findings)
    {
        NameScope scope = new(ReservedNames.ClientMembers, new[] { clientName });
        List<NameClaim> methods = endpoints.Select(endpoint => new NameClaim(endpoint.Pointer, Candidates(endpoint)) { Kept = ClientNaming.KeptMethod(kept, endpoint.Name) }).ToList();
        scope.Assign(methods);
        List<NameClaim> streams = endpoints.Select((endpoint, i) => (endpoint, i)).Where(e => e.endpoint.IsGenerator)
            .Select(e => new NameClaim(e.endpoint.Pointer, new[] { ClientNaming.WithoutAsync(methods[e.i].Name) + "StreamAsync", ClientNaming.WithoutAsync(methods[e.i].Name) + "ValuesAsync" })
            {
                Kept = ClientNaming.KeptMethod(kept, e.endpoint.Name, AnswerKinds.Stream),
            })
            .ToList();
        scope.Assign(streams);

        streams.ForEach(stream => stream.Report(findings, stream.Place, $"the stream"));

        Dictionary<string, string> streamOf = streams.ToDictionary(claim => claim.Place, claim => claim.Name, System.StringComparer.Ordinal);
        Dictionary<GradioEndpoint, EndpointNames> names = new();
        for (int i = 0; i < endpoints.Count; i++)
        {
            methods[i].Report(findings, endpoints[i].Pointer, $"the method of '{endpoints[i].Name}'");
            names.Add(endpoints[i], new EndpointNames(methods[i].Name, streamOf.TryGetValue(endpoints[i].Pointer, out string? stream) ? stream : null));
        }

        return names;
    }

    private static IEnumerable<string> Candidates(GradioEndpoint endpoint)
    {
        string stem = Words.Pascal(endpoint.Name);
        string spelled = Words.PascalWithSymbols(endpoint.Name.TrimStart('/'));
        yield return (stem.Length > 0 ? stem : spelled.Length > 0 ? spelled : "Call") + Suffix;
        yield return (spelled.Length > 0 ? spelled : "CallEndpoint") + Suffix;

        // /op_1 beside /op-1.
        yield return Words.Fit(Words.PascalWithSymbols(endpoint.Name.TrimStart('/').Replace("_", " underscore "))) + Suffix;
        yield return Words.Fit(stem + "Endpoint") + Suffix;
        yield return Words.Fit(stem + Words.Hash(endpoint.Name)) + Suffix;
    }
}
