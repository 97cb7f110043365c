using System.Globalization;
using DatabricksApps.Errors;
using DatabricksApps.Http;

namespace DatabricksApps;

/// <summary>Waits for work that an app goes on with after it has answered, such as with 202.</summary>
public static class AppPoll
{
    private const double Growth = 1.5;

    // The longest that .NET's timers know.
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(49);

    /// <summary>Asks for the state of the work until it has ended.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="read">Asks once, with the options and the token that it is given: <c>(options, cancellationToken) => client.Jobs.ReadJobAsync(id, options, cancellationToken)</c>.</param>
    /// <param name="isEnd">Tells whether a state is an end. One that is not known to it is none.</param>
    /// <param name="options">How often and for how long; null: each a second, then less often, without an end.</param>
    /// <param name="progress">Is told each state, the last one too.</param>
    /// <param name="cancellationToken">Cancels the waiting, not the work.</param>
    /// <returns>The state in which the work ended.</returns>
    /// <exception cref="AppException">A question failed, or the work did not end in time (<see cref="AppErrorReason.Timeout"/>).</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static async Task<T> UntilAsync<T>(
        Func<AppRequestOptions, CancellationToken, Task<T>> read,
        Func<T, bool> isEnd,
        AppPollOptions? options = null,
        IProgress<T>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(isEnd);
        options ??= new AppPollOptions();
        options.Validate();
        TimeProvider time = options.TimeProvider;
        long start = time.GetTimestamp();
        TimeSpan interval = options.Interval;
        while (true)
        {
            TimeSpan? asked = null;
            AppRequestOptions request = new() { OnAnswer = response => asked = RetryAfter.Of(response.Headers, time.GetUtcNow()) };
            T state = await read(request, cancellationToken).ConfigureAwait(false);
            progress?.Report(state);
            if (isEnd(state))
            {
                return state;
            }

            TimeSpan delay = asked is { } wanted && wanted > TimeSpan.Zero ? Least(wanted, options.MaxInterval) : interval;
            if (options.TimeLimit is { } limit && time.GetElapsedTime(start) + delay > limit)
            {
                throw new AppException(
                    FailureText.Of(
                        string.Create(CultureInfo.InvariantCulture, $"The work did not end within {limit}"),
                        "it takes longer, it hangs, or its last state is one that the code does not take for an end.",
                        "ask for the state again, or give it more time (TimeLimit)."),
                    AppErrorReason.Timeout);
            }

            await Task.Delay(Least(delay, s_longest), time, cancellationToken).ConfigureAwait(false);
            interval = interval < options.MaxInterval / Growth ? interval * Growth : options.MaxInterval;
        }
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
