using System.Runtime.CompilerServices;
using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    // Methods of their own, since what a lambda captures is allocated where its method begins.
    private IAsyncEnumerable<T> RecordLinesAsync<T, TJson>(
        AppRequest request, AppRequestOptions? options, AppErrorReader? errors, CancellationToken cancellationToken)
        where TJson : IJson<T> => RecordAsync(
            request, (record, cancellation) => ReadLinesAsync<T, TJson>(request, record, options, errors, cancellation), cancellationToken);

    private IAsyncEnumerable<AppEvent<T>> RecordEventsAsync<T>(
        AppRequest request, EventParser<T> parser, AppRequestOptions? options, AppErrorReader? errors, CancellationToken cancellationToken) =>
        RecordAsync(request, (record, cancellation) => ReadEventsAsync(request, record, parser, options, errors, cancellation), cancellationToken);

    // Around the stream that is read, and only where somebody listens: however that one ends, it is seen here, and what the
    // caller does between two items is not the call's.
    private static async IAsyncEnumerable<T> RecordAsync<T>(
        AppRequest request, Func<CallRecord?, CancellationToken, IAsyncEnumerable<T>> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        CallRecord? record = CallRecord.Start(request);
        IAsyncEnumerator<T> items = read(record, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                try
                {
                    if (!await items.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }
                catch (AnswerTaken)
                {
                    record = null; // The answer's body ends it.
                    throw;
                }
                catch (Exception exception) when (record is not null && record.Fail(exception))
                {
                    throw;
                }

                yield return items.Current;
            }
        }
        finally
        {
            record?.Succeed();
            await items.DisposeAsync().ConfigureAwait(false);
        }
    }
}
