using System.Reflection;
using System.Text.Json;
using DatabricksApps.Instances;

namespace DatabricksApps.Prism;

/// <summary>Calls operations through a generated client.</summary>
/// <param name="document">The document.</param>
/// <param name="client">The client.</param>
/// <param name="handler">What its requests pass.</param>
internal sealed class OperationCaller(RawDocument document, object client, PrismHandler handler)
{
    private const int MostShown = 600;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly MethodInfo s_drain = typeof(OperationCaller).GetMethod(nameof(DrainAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Calls an operation with all of its parameters and with the required ones, for examples and made-up answers.</summary>
    public async Task<OperationResult> CallAsync(Operation operation, MethodInfo method)
    {
        List<(string, CallOutcome, string)> calls = [];
        foreach ((string name, InstanceKind kind, bool isDynamic) in new[]
        {
            ("all, example", new InstanceKind(Depth: 3), false),
            ("required, made up", new InstanceKind(HasOptional: false, Depth: 3), true),
        })
        {
            (CallOutcome outcome, string reason) = await CallAsync(operation, method, kind, isDynamic).ConfigureAwait(false);
            calls.Add((name, outcome, reason));
        }

        return new OperationResult(operation.Pointer, calls);
    }

    private async Task<(CallOutcome, string)> CallAsync(Operation operation, MethodInfo method, InstanceKind kind, bool isDynamic)
    {
        object?[] arguments;
        try
        {
            arguments = new Arguments(document, operation, kind).Make(method);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException or FormatException)
        {
            return (CallOutcome.NotCalled, exception.Message);
        }

        handler.Reset();
        handler.Current = operation;
        handler.IsDynamic = isDynamic;
        Exception? failure = await InvokeAsync(method, arguments).ConfigureAwait(false);
        return Judge(operation, failure, handler.Last);
    }

    private async Task<Exception?> InvokeAsync(MethodInfo method, object?[] arguments)
    {
        try
        {
            object? target = method.DeclaringType == client.GetType() ? client
                : client.GetType().GetProperties().First(property => property.PropertyType == method.DeclaringType).GetValue(client);
            object result = method.Invoke(target, arguments)!;
            Task task = result as Task ?? Drain(result);
            await task.WaitAsync(s_patience).ConfigureAwait(false);
            if (task.GetType().GetProperty("Result")?.GetValue(task) is AppFile file)
            {
                await file.CopyToAsync(Stream.Null).ConfigureAwait(false);
                await file.DisposeAsync().ConfigureAwait(false);
            }

            return null;
        }
        catch (TargetInvocationException exception)
        {
            return exception.InnerException ?? exception;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    private static Task Drain(object items) => (Task)s_drain.MakeGenericMethod(items.GetType().GetInterfaces()
        .First(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)).GetGenericArguments()).Invoke(null, [items])!;

    private static async Task DrainAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items.ConfigureAwait(false))
        {
        }
    }

    private (CallOutcome, string) Judge(Operation operation, Exception? failure, Exchange? exchange)
    {
        if (exchange is null)
        {
            if (failure is AppException { Reason: AppErrorReason.ConnectionLost or AppErrorReason.Unreachable } or TimeoutException)
            {
                return (CallOutcome.NotServed, "Prism ends, or gives no answer.");
            }

            return (CallOutcome.NotCalled, failure?.Message ?? "Nothing was sent.");
        }

        if (exchange.PrismError is { } error)
        {
            return (PrismFaults.IsOwn(operation, exchange) ? CallOutcome.NotServed : CallOutcome.Refused, $"{error}: {Short(exchange.Body)}\n{exchange.Request}");
        }

        // An answer that the document declares as an error is one that the client read.
        bool isDeclaredError = failure is AppException { StatusCode: not null } && exchange.Status is < 200 or >= 300 && failure is not AppException { Reason: AppErrorReason.InvalidJson or AppErrorReason.UnexpectedValue };
        if (failure is null || isDeclaredError)
        {
            return (CallOutcome.Passed, "");
        }

        return operation.FindProblem(document, exchange) is { } problem
            ? (CallOutcome.NotServed, $"The answer breaks the document: {problem}\n{exchange.Request}")
            : (CallOutcome.NotRead, $"{failure.GetType().Name}: {Short(failure.Message)}\n{exchange.Status} {Short(exchange.Body)}\n{exchange.Request}");
    }

    private static string Short(string text) => text.Length <= MostShown ? text : text[..MostShown] + "…";
}
