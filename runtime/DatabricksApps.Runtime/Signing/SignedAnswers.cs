using System.Runtime.CompilerServices;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Signing;

/// <summary>
/// Knows what answers were asked for with, whose message is none of ours: a handler above may send a message of its own in
/// the place of a call's, and the call's error must not show the token all the same.
/// </summary>
internal static class SignedAnswers
{
    private static readonly ConditionalWeakTable<HttpResponseMessage, Sent> s_sent = [];

    public static void Add(HttpResponseMessage response, string token, CallAdvice advice) => s_sent.AddOrUpdate(response, new Sent(token, advice));

    /// <summary>Tells the call what its answer was asked for with.</summary>
    public static void Tell(AppRequest call, HttpResponseMessage response)
    {
        if (call.SentToken is null && !ReferenceEquals(response.RequestMessage, call) && s_sent.TryGetValue(response, out Sent? sent))
        {
            call.TakeToken(sent.Token);
            call.Advice = sent.Advice;
        }
    }

    private sealed record Sent(string Token, CallAdvice Advice);
}
