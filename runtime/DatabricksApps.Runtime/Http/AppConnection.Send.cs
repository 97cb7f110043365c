using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Http;
using DatabricksApps.Signing;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    /// <summary>Sends a request and reads the answer as JSON.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="errors">What reads the errors that the document declares.</param>
    /// <exception cref="AppException">The call failed.</exception>
    public async Task<T> SendAsync<T, TJson>(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
        where TJson : IJson<T>
    {
        Answer answer = await SendForBodyAsync(request, errors, options, cancellationToken).ConfigureAwait(false);
        if (answer.Failure is not null)
        {
            return IsExpected(answer.Failure) ? default! : throw answer.Failure;
        }

        try
        {
            return JsonBody.Read<T, TJson>(request, answer.Response, answer.Body.WrittenSpan);
        }
        catch (Exception exception) when (answer.Fail(exception))
        {
            throw;
        }
        finally
        {
            answer.Dispose();
        }
    }

    /// <summary>Sends a request and reads the answer as JSON; an empty one is null.</summary>
    /// <inheritdoc cref="SendAsync{T, TJson}(AppRequest, AppRequestOptions?, CancellationToken, AppErrorReader?)"/>
    public async Task<T> SendOrNullAsync<T, TJson>(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
        where TJson : IJson<T>
    {
        Answer answer = await SendForBodyAsync(request, errors, options, cancellationToken).ConfigureAwait(false);
        if (answer.Failure is not null)
        {
            return IsExpected(answer.Failure) ? default! : throw answer.Failure;
        }

        try
        {
            return JsonBody.IsEmpty(answer.Body.WrittenSpan) ? default! : JsonBody.Read<T, TJson>(request, answer.Response, answer.Body.WrittenSpan);
        }
        catch (Exception exception) when (answer.Fail(exception))
        {
            throw;
        }
        finally
        {
            answer.Dispose();
        }
    }

    /// <summary>Sends a request and reads the answer as its status says.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">What reads an answer that is a success.</param>
    /// <param name="options">What this call does differently.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <param name="errors">What reads the errors that the document declares.</param>
    /// <exception cref="AppException">The call failed.</exception>
    public async Task<T> SendForCaseAsync<T>(
        AppRequest request, Func<AppResponse, T> read, AppRequestOptions? options, CancellationToken cancellationToken,
        AppErrorReader? errors = null)
    {
        Answer answer = await SendForBodyAsync(request, errors, options, cancellationToken).ConfigureAwait(false);
        if (answer.Failure is not null)
        {
            return IsExpected(answer.Failure) ? default! : throw answer.Failure;
        }

        try
        {
            return read(new AppResponse(request, answer.Response, answer.Body));
        }
        catch (Exception exception) when (answer.Fail(exception))
        {
            throw;
        }
        finally
        {
            answer.Dispose();
        }
    }

    /// <summary>Sends a request and reads the answer as text.</summary>
    /// <inheritdoc cref="SendAsync{T, TJson}(AppRequest, AppRequestOptions?, CancellationToken, AppErrorReader?)"/>
    public async Task<string> SendForTextAsync(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
    {
        Answer answer = await SendForBodyAsync(request, errors, options, cancellationToken).ConfigureAwait(false);
        if (answer.Failure is not null)
        {
            return IsExpected(answer.Failure) ? default! : throw answer.Failure;
        }

        try
        {
            return Encoding.UTF8.GetString(answer.Body.WrittenSpan);
        }
        catch (Exception exception) when (answer.Fail(exception))
        {
            throw;
        }
        finally
        {
            answer.Dispose();
        }
    }

    /// <summary>Sends a request whose answer has no body that matters.</summary>
    /// <inheritdoc cref="SendAsync{T, TJson}(AppRequest, AppRequestOptions?, CancellationToken, AppErrorReader?)"/>
    public async Task SendAsync(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
    {
        CallRecord? record = CallRecord.Start(request);
        if (await SendForStreamAsync(request, record, errors, options, cancellationToken, _expected).ConfigureAwait(false) is { } response)
        {
            record?.Succeed();
            response.Dispose();
            request.Dispose();
        }
    }

    /// <summary>Sends a request and returns the answer as a file, which streams it.</summary>
    /// <inheritdoc cref="SendAsync{T, TJson}(AppRequest, AppRequestOptions?, CancellationToken, AppErrorReader?)"/>
    public async Task<AppFile> SendForFileAsync(
        AppRequest request, AppRequestOptions? options, CancellationToken cancellationToken, AppErrorReader? errors = null)
    {
        CallRecord? record = CallRecord.Start(request);
        if (await SendForStreamAsync(request, record, errors, options, cancellationToken, _expected).ConfigureAwait(false) is not { } response)
        {
            return null!;
        }

        try
        {
            Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return ResponseFile.Of(request, response, body, record);
        }
        catch (Exception exception)
        {
            record?.Fail(exception);
            response.Dispose();
            throw;
        }
    }

    // The whole body, within the time of the call. A failure is part of the answer: each method that an exception passes
    // on its way to the caller costs more than a small call.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Answer> SendForBodyAsync(
        AppRequest request, AppErrorReader? errors, AppRequestOptions? options, CancellationToken cancellationToken)
    {
        HttpResponseMessage? response = null;
        bool readsBody = false;
        TimeSpan limit = SendTimeout(options);
        CallRecord? record = CallRecord.Start(request);
        Deadline deadline = default;
        try
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _expected?.CheckIsOpen();
            if (request.Refuse() is { } refused)
            {
                record?.Fail(refused);
                request.Dispose();
                _expected?.TryTake(refused);
                return new Answer(refused);
            }

            TakeIdentity(request, options);
            if (NeedsSignIn(request))
            {
                await _signIn.WaitAsync(request, cancellationToken).ConfigureAwait(false);
            }

            deadline = Deadline.Start(limit, cancellationToken);
            _signIn?.Watch(request, deadline);
            request.Seal(KnownAddress() ?? await FindAsync(_location!, request, deadline.Token).ConfigureAwait(false));
            options?.Page?.Direct(request);
            CallHeaders.Add(request, options);
            response = await SendForHeadersAsync(request, deadline.Token).ConfigureAwait(false);
            record?.Answer(response);
            SignedAnswers.Tell(request, response);
            Tell(request, response, options);
            CheckNotRedirected(request, response);
            if (limit == Timeout.InfiniteTimeSpan)
            {
                deadline = Deadline.Start(BodyTimeout(options), cancellationToken);
            }

            if (!response.IsSuccessStatusCode)
            {
                AppException error = await ReadErrorAsync(request, response, errors, deadline.Token, cancellationToken).ConfigureAwait(false);
                record?.Fail(error);
                response.Dispose();
                request.Dispose();
                _expected?.TryTake(error);
                return new Answer(error);
            }

            if (_take is not null)
            {
                request.Record = record;
                return new Answer(await _take(request, response, deadline.Token).ConfigureAwait(false));
            }

            CheckReader(request, response);
            readsBody = true;
            PooledBuffer body = await BodyReader.ReadAsync(request, response, _maxResponseBytes, deadline.Token).ConfigureAwait(false);
            request.Record = record;
            return new Answer(request, response, body);
        }
        catch (Exception exception)
        {
            Exception? callersFault = request.CallersFault;
            Exception failure = callersFault
                ?? TransportFailure.Translate(exception, request, readsBody ? response : null, deadline.Expired, null, cancellationToken)
                ?? exception;
            record?.Fail(failure);
            response?.Dispose();
            request.Dispose();
            ThrowAsItWas(callersFault);
            if (failure == exception)
            {
                throw;
            }

            return new Answer(failure);
        }
        finally
        {
            _signIn?.Leave(request);
            deadline.Dispose();
        }
    }

    // With the place in the caller's code at which it was thrown.
    private static void ThrowAsItWas(Exception? callersFault)
    {
        if (callersFault is not null)
        {
            ExceptionDispatchInfo.Throw(callersFault);
        }
    }
}
