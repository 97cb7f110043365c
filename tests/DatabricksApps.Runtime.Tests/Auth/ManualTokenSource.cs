using System.Threading.Channels;
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
        Call call = new(cancellationToken);
        _calls.Writer.TryWrite(call);
        return new(call.Result);
    }

    public void Invalidate(AppToken refused) => Refused.Add(refused);

    public async Task<Call> NextAsync() => await _calls.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public sealed class Call(CancellationToken cancellationToken)
    {
        private readonly TaskCompletionSource<AppToken> _result = new();

        public CancellationToken CancellationToken { get; } = cancellationToken;

        public Task<AppToken> Result => _result.Task;

        // On a thread without a context the caller goes on at once, so that it is through when this returns.
        public Task SucceedAsync(AppToken token) => Task.Run(() => _result.SetResult(token));

        public Task FailAsync(Exception exception) => Task.Run(() => _result.SetException(exception));
    }
}
