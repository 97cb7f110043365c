using System.Buffers;
using System.Runtime.CompilerServices;
using DatabricksApps.Gradio;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    /// <summary>Sends a request when the result is enumerated, and gives the data of the answer's events as it comes, without a copy.</summary>
    /// <exception cref="AppException">The call failed; thrown by the enumeration.</exception>
    internal IAsyncEnumerable<ReadOnlySequence<byte>> StreamEventDataAsync(AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken) =>
        CallRecord.IsWanted
        ? RecordAsync(request, (record, cancellation) => ReadEventDataAsync(request, record, options, cancellation), cancellationToken)
        : ReadEventDataAsync(request, null, options, cancellationToken);

    private async IAsyncEnumerable<ReadOnlySequence<byte>> ReadEventDataAsync(
        AppRequest request, CallRecord? record, AppRequestOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AppRequest sent = await TakeAsync(request, options, cancellationToken).ConfigureAwait(false);
        using HttpResponseMessage response = await OpenStreamAsync(sent, record, options, null, cancellationToken).ConfigureAwait(false);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (!EventStart.IsAnnounced(response))
        {
            EventStart start = await EventStart.LookAsync(
                sent, response, body, _maxResponseBytes, BodyTimeout(options), cancellationToken).ConfigureAwait(false);
            if (start.Value is { } value)
            {
                // Throws: JSON is no event.
                new EventParser<string>(EventData.ReadText, endsAtDone: false).ReadValue(sent, response, value);
                yield break;
            }

            body = start.Body;
        }

        EventDataReader events = new(body, _maxResponseBytes);
        for (long count = 0; ; count++)
        {
            ReadOnlySequence<byte>? data;
            try
            {
                data = await events.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
                when (StreamFailure.Translate(exception, sent, response, count, _maxResponseBytes, cancellationToken) is { } failure)
            {
                throw failure;
            }

            if (data is null)
            {
                yield break;
            }

            yield return data.Value;
        }
    }
}
