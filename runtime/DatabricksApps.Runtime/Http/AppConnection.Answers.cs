using DatabricksApps.Http;

namespace DatabricksApps.Generated;

public sealed partial class AppConnection
{
    /// <summary>Makes the call of a function, and gives the answer as it came.</summary>
    /// <param name="connect">Makes a client over a connection.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="AppException">The call failed.</exception>
    /// <exception cref="InvalidOperationException">The function made no call.</exception>
    public async Task<AppAnswer> AnswerOfAsync<TClient>(Func<AppConnection, TClient> connect, Func<TClient, Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            await call(connect(new AppConnection(this))).ConfigureAwait(false);
        }
        catch (AnswerTaken taken)
        {
            return taken.Answer;
        }

        throw NoCall();
    }

    /// <inheritdoc cref="AnswerOfAsync{TClient}(Func{AppConnection, TClient}, Func{TClient, Task})"/>
    public async Task<AppAnswer> AnswerOfAsync<TClient, TItem>(Func<AppConnection, TClient> connect, Func<TClient, IAsyncEnumerable<TItem>> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            IAsyncEnumerator<TItem> items = call(connect(new AppConnection(this))).GetAsyncEnumerator(CancellationToken.None);
            await using (items.ConfigureAwait(false))
            {
                await items.MoveNextAsync().ConfigureAwait(false);
            }
        }
        catch (AnswerTaken taken)
        {
            return taken.Answer;
        }

        throw NoCall();
    }

    private static InvalidOperationException NoCall() => new(
        "The function made no call of the client that it was given. Give one that does, such as client => client.ListItemsAsync().");
}
