using System.Text.Json;
using DatabricksApps.AspNetCore.Contracts.Live;
using DatabricksApps.Gen.Tasks;
using Microsoft.Extensions.Logging;

namespace DatabricksApps.AspNetCore.Contracts;

/// <summary>
/// Keeps what is known of whether an app still promises what a program relies on, and asks the app anew when that is old. An app and
/// those that call it are deployed at different times: whatever comes of it, nothing is thrown and nobody is kept from starting.
/// </summary>
/// <param name="contract">Reads what the program relies on, or says why that is not known.</param>
/// <param name="source">What fetches the app's document.</param>
/// <param name="every">How long what is known counts.</param>
/// <param name="time">The clock.</param>
/// <param name="log">Is told what is new.</param>
internal sealed class ContractWatch(Func<(UsedContract? Contract, string Reason)> contract, DocumentSource source, TimeSpan every, TimeProvider time, ILogger log)
{
    private const int Deepest = 256;

    // An app that is not reached may be there in a moment.
    private static readonly TimeSpan s_again = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private (UsedContract? Contract, string Reason)? _contract;
    private volatile ContractState? _state;
    private string? _hash;
    private DateTimeOffset _due;

    /// <summary>Gets what is known, asked anew if it is old.</summary>
    public async Task<ContractState> LookAsync(CancellationToken cancellationToken)
    {
        if (_state is { } known && time.GetUtcNow() < _due)
        {
            return known;
        }

        try
        {
            await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return _state ?? Unknown("the check was ended before the app answered");
        }

        try
        {
            return _state is { } fresh && time.GetUtcNow() < _due ? fresh : await AskAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<ContractState> AskAsync(CancellationToken cancellationToken)
    {
        ContractState next;
        TimeSpan until = every;
        try
        {
            (UsedContract? used, string reason) = _contract ??= contract();
            if (used is null)
            {
                next = Unknown(reason);
            }
            else
            {
                ServedDocument served = await source.FetchAsync(cancellationToken).ConfigureAwait(false);
                until = served.IsAnswer || every < s_again ? every : s_again;
                next = Judge(used, served) with { Asked = time.GetUtcNow() };
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return _state ?? Unknown("the check was ended before the app answered");
        }
        catch (Exception exception)
        {
            source.Forget();
            next = Old($"the app's document cannot be compared: {(exception is AppException or JsonException ? exception.Message : exception.GetType().Name)}");
        }

        Tell(next);
        _due = time.GetUtcNow() + until;
        return _state = next;
    }

    private ContractState Judge(UsedContract used, ServedDocument served)
    {
        if (served.Reason is { } reason)
        {
            return Old(reason) with { Path = served.Path };
        }

        string? hash = served.Json is { } json ? DocumentHash.Of(json) : _hash;
        if (hash == _hash && _state is { Verdict: not ContractVerdict.Unknown } same)
        {
            return same with { Reason = null };
        }

        ContractState next = hash == used.Hash ? new ContractState(ContractVerdict.Same)
            : served.Json is { } document ? Compare(used, document, served)
            : Unknown($"the app says that its document at {served.Path} is the one before, which could not be compared");
        if (next.Reason is { } why)
        {
            return Old(why) with { Path = served.Path };
        }

        _hash = hash;
        return next with { Path = served.Path };
    }

    private static ContractState Compare(UsedContract used, MemoryStream json, ServedDocument served)
    {
        ReadOnlyMemory<byte> bytes = json.GetBuffer().AsMemory(0, (int)json.Length);
        bytes = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Deepest });
        }
        catch (JsonException)
        {
            return Unknown($"what the app serves at {served.Path} is no JSON");
        }

        using (document)
        {
            if (LiveDocument.Text(LiveDocument.Get(document.RootElement, "openapi"))?.StartsWith("3.", StringComparison.Ordinal) != true)
            {
                return Unknown($"what the app serves at {served.Path} is no document of OpenAPI 3");
            }

            (IReadOnlyList<string> weaker, int untold) = LiveComparison.Of(used, document.RootElement);
            return new ContractState(weaker.Count == 0 ? ContractVerdict.Changed : ContractVerdict.Weaker) { Weaker = [.. weaker.Select(served.Hide)], Untold = untold };
        }
    }

    private static ContractState Unknown(string reason) => new(ContractVerdict.Unknown) { Reason = reason };

    // What was found stays so until something else is found.
    private ContractState Old(string reason) => _state is { } known ? known with { Reason = reason } : Unknown(reason);

    private void Tell(ContractState next)
    {
        if (next.Verdict == _state?.Verdict && next.Reason == _state.Reason && next.Weaker.SequenceEqual(_state.Weaker))
        {
            return;
        }

        if (next.Verdict == ContractVerdict.Weaker)
        {
            log.LogWarning("{Description}", ContractHealthCheck.Describe(next));
        }
        else
        {
            log.LogInformation("{Description}", ContractHealthCheck.Describe(next));
        }
    }
}
