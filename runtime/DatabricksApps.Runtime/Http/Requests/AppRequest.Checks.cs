using DatabricksApps.Checks;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppRequest
{
    private static readonly HttpRequestOptionsKey<RequestChecks> s_checks = new("DatabricksApps.Checks");

    private bool _hasChecks;

    /// <summary>Checks a value before the request is sent; null is none.</summary>
    /// <param name="place">Where it goes, as FastAPI calls it: <c>path</c>, <c>query</c>, <c>header</c>, <c>cookie</c>, or <c>body</c> for a field of a form.</param>
    /// <param name="name">Its name on the wire; empty: it is the whole body, of a form.</param>
    /// <param name="value">The value.</param>
    /// <param name="rule">What the document asks of it.</param>
    public void Check<T, TJson>(string place, string name, T? value, JsonRule rule)
        where TJson : IJson<T>
    {
        if (value is not null)
        {
            using PooledBuffer json = JsonText.Write<T, TJson>(value);
            if (IsSentAsItIs(place, json.WrittenSpan))
            {
                Checks().Check(place, name, rule, json.WrittenMemory);
            }
        }
    }

    /// <summary>Checks the body of JSON before the request is sent.</summary>
    /// <param name="rule">What the document asks of it.</param>
    public void CheckBody(JsonRule rule) => Checks().CheckBody(rule);

    /// <summary>Makes the failure of a request that the app would refuse; null: it is sent.</summary>
    internal AppValidationException? Refuse()
    {
        if (!_hasChecks)
        {
            return null;
        }

        SealBody();
        return Checks().Refuse(this);
    }

    // Of an empty list nothing is sent, an empty field of a form is none for FastAPI, and a header loses the blanks around it.
    private static bool IsSentAsItIs(string place, ReadOnlySpan<byte> json) =>
        !json.SequenceEqual("[]"u8) && !json.SequenceEqual("{}"u8)
        && !(place == "body" && json.SequenceEqual("\"\""u8))
        && !(place == "header" && json is [(byte)'"', (byte)' ' or (byte)'\t', ..] or [.., (byte)' ' or (byte)'\t', (byte)'"']);

    private RequestChecks Checks()
    {
        if (!_hasChecks)
        {
            _hasChecks = true;
            Options.Set(s_checks, new RequestChecks(HasBodyFields));
        }

        Options.TryGetValue(s_checks, out RequestChecks? checks);
        return checks!;
    }
}
