using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    // Of a connection that gives failures as values what takes one.
    private readonly ExpectedFailure? _expected;

    private AppConnection(AppConnection inner, ExpectedFailure expected)
        : this(inner)
    {
        _take = null;
        _expected = expected;
    }

    /// <summary>Makes the call of a function, and gives its result or the failure that the app answered.</summary>
    /// <param name="connect">Makes a client over a connection.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="AppException">No answer came, or one that says nothing of the request.</exception>
    /// <exception cref="InvalidOperationException">The function did not hand on its call, but went on after it.</exception>
    public async Task<AppResult<T>> ResultOfAsync<TClient, T>(Func<AppConnection, TClient> connect, Func<TClient, Task<T>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_expected is not null)
        {
            throw new InvalidOperationException("The client that ResultOfAsync and FailureOfAsync give to their function expects a failure already. Hand on the call itself, such as client => client.ReadItemAsync(7).");
        }

        ExpectedFailure expected = new();
        T value;
        try
        {
            value = await call(connect(new AppConnection(this, expected))).ConfigureAwait(false);
        }
        catch (Exception exception) when (expected.Value is not null)
        {
            throw WentOn(exception);
        }
        finally
        {
            expected.Close();
        }

        return expected.Value is { } failure ? new AppResult<T>(failure) : new AppResult<T>(value);
    }

    /// <summary>Makes the call of a function, and gives the failure that the app answered; null: the call succeeded.</summary>
    /// <inheritdoc cref="ResultOfAsync{TClient, T}(Func{AppConnection, TClient}, Func{TClient, Task{T}})"/>
    public async Task<AppException?> FailureOfAsync<TClient>(Func<AppConnection, TClient> connect, Func<TClient, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (_expected is not null)
        {
            throw new InvalidOperationException("The client that ResultOfAsync and FailureOfAsync give to their function expects a failure already. Hand on the call itself, such as client => client.ReadItemAsync(7).");
        }

        ExpectedFailure expected = new();
        try
        {
            await call(connect(new AppConnection(this, expected))).ConfigureAwait(false);
        }
        catch (Exception exception) when (expected.Value is not null)
        {
            throw WentOn(exception);
        }
        finally
        {
            expected.Close();
        }

        return expected.Value;
    }

    private static InvalidOperationException WentOn(Exception exception) => new(
        "The function went on after its call had failed, with no result to go on with. Hand on the call alone, such as client => client.ReadItemAsync(7), and look at the result afterwards.",
        exception);

    // Whether there is no result, since the caller takes the failure as a value.
    private bool IsExpected(Exception failure) => _expected is not null && ReferenceEquals(_expected.Value, failure);
}
