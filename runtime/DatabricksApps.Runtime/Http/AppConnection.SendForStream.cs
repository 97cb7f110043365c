using DatabricksApps.Errors;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    // The headers within the time of the call; the body takes as long as it takes, unless it is that of an error. Null: the
    // failure was taken by who expects one.
    private async ValueTask<HttpResponseMessage?> SendForStreamAsync(
        AppRequest request, CallRecord? record, AppErrorReader? errors, AppRequestOptions? options, CancellationToken cancellationToken, ExpectedFailure? expected = null)
    {
        HttpResponseMessage? response = null;
        Deadline deadline = default;
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _expected?.CheckIsOpen();
            if (request.Refuse() is { } refused)
            {
                return Take(refused) ? null : throw refused;
            }

            TakeIdentity(request, options);
            if (NeedsSignIn(request))
            {
                await _signIn.WaitAsync(request, cancellationToken).ConfigureAwait(false);
            }

            deadline = Deadline.Start(SendTimeout(options), cancellationToken);
            _signIn?.Watch(request, deadline);
            request.Seal(KnownAddress() ?? await FindAsync(_location!, request, deadline.Token).ConfigureAwait(false));
            CallHeaders.Add(request, options);
            response = await SendForHeadersAsync(request, deadline.Token).ConfigureAwait(false);
            record?.Answer(response);
            SignedAnswers.Tell(request, response);
            Tell(request, response, options);
            CheckNotRedirected(request, response);
            if (!response.IsSuccessStatusCode)
            {
                if (deadline.Limit == Timeout.InfiniteTimeSpan)
                {
                    deadline = Deadline.Start(BodyTimeout(options), cancellationToken);
                }

                AppException error = await ReadErrorAsync(request, response, errors, deadline.Token, cancellationToken).ConfigureAwait(false);
                return Take(error) ? null : throw error;
            }

            if (_take is not null)
            {
                request.Record = record;
                throw await _take(request, response, deadline.Token).ConfigureAwait(false);
            }

            CheckReader(request, response);
            return response;
        }
        catch (Exception exception) when (exception is not AnswerTaken)
        {
            Exception? callersFault = request.CallersFault;
            Exception failure = callersFault
                ?? TransportFailure.Translate(exception, request, null, deadline.Expired, null, cancellationToken)
                ?? exception;
            record?.Fail(failure);
            response?.Dispose();
            request.Dispose();
            ThrowAsItWas(callersFault);
            if (failure == exception)
            {
                throw;
            }

            throw failure;
        }
        finally
        {
            _signIn?.Leave(request);
            deadline.Dispose();
        }

        bool Take(AppException failure)
        {
            if (expected?.TryTake(failure) != true)
            {
                return false;
            }

            record?.Fail(failure);
            response?.Dispose();
            request.Dispose();
            return true;
        }
    }
}
