using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using DatabricksApps.Errors;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    /// <summary>Sends a request when the result is enumerated, and reads the answer as events whose data is JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="errors">What reads the errors that the document declares.</param>
    /// <exception cref="AppException">The call failed; thrown by the enumeration.</exception>
    public IAsyncEnumerable<AppEvent<T>> StreamEventsAsync<T, TJson>(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
        where TJson : IJson<T> =>
        StreamEventsAsync(request, new EventParser<T>(EventData.ReadJson<T, TJson>, endsAtDone: true), options, errors, cancellationToken);

    /// <summary>Sends a request when the result is enumerated, and reads the answer as events whose kind says what their data is.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads an event.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="errors">What reads the errors that the document declares.</param>
    /// <exception cref="AppException">The call failed; thrown by the enumeration.</exception>
    public IAsyncEnumerable<AppEvent<T>> StreamEventsByTypeAsync<T>(
        AppRequest request, EventReader<T> read, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null) =>
        StreamEventsAsync(
            request, new EventParser<T>((type, data) => read(new EventContent(EventData.TypeOf(type), data)), endsAtDone: true), options, errors, cancellationToken);

    /// <summary>Sends a request when the result is enumerated, and reads the answer as events whose data is text.</summary>
    /// <inheritdoc cref="StreamEventsAsync{T, TJson}(AppRequest, AppRequestOptions?, CancellationToken, AppErrorReader?)"/>
    public IAsyncEnumerable<AppEvent<string>> StreamTextEventsAsync(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null) =>
        StreamEventsAsync(request, new EventParser<string>(EventData.ReadText, endsAtDone: false), options, errors, cancellationToken);

    /// <summary>Sends a request when the result is enumerated, and reads the answer as lines of JSON.</summary>
    /// <inheritdoc cref="StreamEventsAsync{T, TJson}(AppRequest, AppRequestOptions?, CancellationToken, AppErrorReader?)"/>
    public IAsyncEnumerable<T> StreamLinesAsync<T, TJson>(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
        where TJson : IJson<T>
    {
        CallIdentity.Take(request, options);
        return CallRecord.IsWanted
            ? RecordLinesAsync<T, TJson>(request, options, errors, cancellationToken)
            : ReadLinesAsync<T, TJson>(request, null, options, errors, cancellationToken);
    }

    private IAsyncEnumerable<AppEvent<T>> StreamEventsAsync<T>(
        AppRequest request, EventParser<T> parser, AppRequestOptions? options, AppErrorReader? errors, CancellationToken cancellationToken)
    {
        CallIdentity.Take(request, options);
        return CallRecord.IsWanted
            ? RecordEventsAsync(request, parser, options, errors, cancellationToken)
            : ReadEventsAsync(request, null, parser, options, errors, cancellationToken);
    }

    private async IAsyncEnumerable<T> ReadLinesAsync<T, TJson>(
        AppRequest request, CallRecord? record, AppRequestOptions? options, AppErrorReader? errors,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TJson : IJson<T>
    {
        AppRequest sent = await TakeAsync(request, options, cancellationToken).ConfigureAwait(false);
        using HttpResponseMessage response = await OpenStreamAsync(sent, record, options, errors, cancellationToken).ConfigureAwait(false);
        using LineReader lines = new(
            BodyEncoding.ToUtf8(response, await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false)),
            _maxResponseBytes,
            isSequence: BodyEncoding.MediaTypeOf(response).Contains("json-seq", StringComparison.OrdinalIgnoreCase));
        for (long count = 0; ; count++)
        {
            T item;
            try
            {
                if (!await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    break;
                }

                item = EventData.ReadJson<T, TJson>("", lines.Line);
            }
            catch (Exception exception) when (lines.IsUnfinished && JsonFailure.IsMisfit(exception) && !JsonFailure.IsValid(lines.Line))
            {
                throw StreamFailure.CutItem(sent, response, count);
            }
            catch (Exception exception)
                when (StreamFailure.Translate(exception, sent, response, count, _maxResponseBytes, cancellationToken) is { } failure)
            {
                throw failure;
            }

            yield return item;
        }
    }

    private async IAsyncEnumerable<AppEvent<T>> ReadEventsAsync<T>(
        AppRequest request, CallRecord? record, EventParser<T> parser, AppRequestOptions? options, AppErrorReader? errors,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AppRequest sent = await TakeAsync(request, options, cancellationToken).ConfigureAwait(false);
        using HttpResponseMessage response = await OpenStreamAsync(sent, record, options, errors, cancellationToken).ConfigureAwait(false);
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (!EventStart.IsAnnounced(response))
        {
            EventStart start = await EventStart.LookAsync(
                sent, response, body, _maxResponseBytes, BodyTimeout(options), cancellationToken).ConfigureAwait(false);
            if (start.Value is { } value)
            {
                yield return new AppEvent<T>(parser.ReadValue(sent, response, value), EventData.DefaultType, null, null);
                yield break;
            }

            body = start.Body;
        }

        using BoundedStream stream = new(body, _maxResponseBytes);
        IAsyncEnumerator<SseItem<T>> items = SseParser.Create(stream, parser.Parse).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            for (long count = 0; ; count++)
            {
                try
                {
                    if (!await items.MoveNextAsync().ConfigureAwait(false) || parser.IsDone)
                    {
                        break;
                    }
                }
                catch (Exception exception)
                    when (StreamFailure.Translate(exception, sent, response, count, _maxResponseBytes, cancellationToken) is { } failure)
                {
                    throw failure;
                }

                stream.EndItem();
                yield return EventData.ToEvent(items.Current);
            }
        }
    }

    // Found first: a request is copied for the next enumeration, which it cannot be before it has its address.
    private async ValueTask<AppRequest> TakeAsync(AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_location is { Found: null })
        {
            if (NeedsSignIn(request))
            {
                await _signIn.WaitAsync(request, cancellationToken).ConfigureAwait(false);
            }

            Deadline time = Deadline.Start(SendTimeout(options), cancellationToken);
            try
            {
                request.Lacks = LacksAddress;
                await _location.GetAsync(time.Token).ConfigureAwait(false);
                request.Lacks = null;
            }
            catch (OperationCanceledException exception)
            {
                throw TransportFailure.Translate(exception, request, null, time.Expired, null, cancellationToken) ?? exception;
            }
            finally
            {
                time.Dispose();
            }
        }

        return request.ForSending();
    }

    private async Task<HttpResponseMessage> OpenStreamAsync(
        AppRequest request, CallRecord? record, AppRequestOptions? options, AppErrorReader? errors, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = (await SendForStreamAsync(request, record, errors, options, cancellationToken).ConfigureAwait(false))!;
        if (!BodyEncoding.MediaTypeOf(response).StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return response;
        }

        using (response)
        using (Deadline time = Deadline.Start(BodyTimeout(options), cancellationToken))
        using (PooledBuffer page = await BodyReader.ReadStartAsync(response, MostOfAnError, time.Token, cancellationToken).ConfigureAwait(false))
        {
            throw Failure.Of(
                request, response, JsonFailure.Html(request, response, page.WrittenSpan), Failure.BodyText(request, page.WrittenSpan));
        }
    }
}
