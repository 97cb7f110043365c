using System.Threading.Channels;
using System.Threading.Tasks.Sources;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

/// <summary>A token source whose every call is answered by the test.</summary>
internal sealed class ManualTokenSource : ITokenSource
{
    private readonly Channel<Call> _calls = Channel.CreateUnbounded<Call>();
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public List<AppToken> Refused { get; } = [];

    /// <summary>Gets what to look at when a call arrives, on its own thread.</summary>
    public Action? OnCall { get; init; }

    public ValueTask<AppToken> GetTokenAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        OnCall?.Invoke();
        return new(new Call(cancellationToken, call => _calls.Writer.TryWrite(call)), 0);
    }

    public void Invalidate(AppToken refused) => Refused.Add(refused);

    public async Task<Call> NextAsync() => await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>One call. It arrives when its caller waits, so that nothing of the caller is left to do but what the answer starts.</summary>
    public sealed class Call(CancellationToken cancellationToken, Action<Call> arrive) : IValueTaskSource<AppToken>
    {
        private ManualResetValueTaskSourceCore<AppToken> _result;

        public CancellationToken CancellationToken { get; } = cancellationToken;

        // On a thread without a context the caller goes on at once, so that it is through when this returns.
        public Task SucceedAsync(AppToken token) => Task.Run(() => _result.SetResult(token));

        public Task FailAsync(Exception exception) => Task.Run(() => _result.SetException(exception));

        AppToken IValueTaskSource<AppToken>.GetResult(short token) => _result.GetResult(_result.Version);

        ValueTaskSourceStatus IValueTaskSource<AppToken>.GetStatus(short token) => _result.GetStatus(_result.Version);

        void IValueTaskSource<AppToken>.OnCompleted(
            Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
        {
            _result.OnCompleted(continuation, state, _result.Version, flags);
            arrive(this);
        }
    }
}
