using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DatabricksApps;

/// <summary>What a call gave: its result, or the answer of the app that says why there is none.</summary>
/// <typeparam name="T">The result of the call.</typeparam>
/// <remarks>
/// From C# 15 on it is a union: <c>result switch { Item item => …, AppException&lt;NoSuchItem&gt; failure => …, AppException failure => … }</c>
/// needs no other arm.
/// </remarks>
[Union]
public readonly struct AppResult<T>
{
    private readonly T _value;
    private readonly bool _isSuccess;

    /// <summary>Initializes a result.</summary>
    /// <param name="value">The result of the call.</param>
    public AppResult(T value)
    {
        _value = value;
        _isSuccess = true;
    }

    /// <summary>Initializes a failure.</summary>
    /// <param name="failure">What the call would have thrown.</param>
    public AppResult(AppException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _value = default!;
        Failure = failure;
    }

    /// <summary>Gets the result or the failure.</summary>
    public object? Value => Failure ?? (object?)_value;

    /// <summary>Gets whether the call succeeded; of <c>default</c>, which no call gave, it is false.</summary>
    public bool IsSuccess => _isSuccess;

    /// <summary>Gets what the call would have thrown, with the status and the body of the answer; null: there is none.</summary>
    public AppException? Failure { get; }

    /// <summary>Gets the result.</summary>
    /// <exception cref="AppException">The call failed.</exception>
    /// <exception cref="InvalidOperationException">No call gave it: it is the default of its type.</exception>
    public T Result => _isSuccess ? _value : throw Failure ?? NoCall();

    /// <summary>Gets the result of a call that succeeded.</summary>
    /// <param name="value">The result.</param>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _isSuccess;
    }

    /// <summary>Gets the failure of a call that did not succeed.</summary>
    /// <param name="value">What the call would have thrown.</param>
    public bool TryGetValue([NotNullWhen(true)] out AppException? value)
    {
        value = Failure;
        return value is not null;
    }

    /// <summary>Gets the body of an error that the document declares.</summary>
    /// <typeparam name="TError">The type of the body, as <c>AppException&lt;TError&gt;</c> has it.</typeparam>
    /// <param name="error">The body.</param>
    public bool TryGetError<TError>([NotNullWhen(true)] out TError? error)
    {
        if (Failure is AppException<TError> declared)
        {
            error = declared.Error;
            return error is not null;
        }

        error = default;
        return false;
    }

    /// <summary>Goes on with the result or with the failure.</summary>
    /// <param name="onResult">Takes the result.</param>
    /// <param name="onFailure">Takes what the call would have thrown.</param>
    /// <exception cref="InvalidOperationException">No call gave it.</exception>
    public TResult Match<TResult>(Func<T, TResult> onResult, Func<AppException, TResult> onFailure)
    {
        ArgumentNullException.ThrowIfNull(onResult);
        ArgumentNullException.ThrowIfNull(onFailure);
        return _isSuccess ? onResult(_value) : onFailure(Failure ?? throw NoCall());
    }

    /// <summary>Says whether the call succeeded, and else why not; never what its result is, which may be a secret.</summary>
    public override string ToString() => _isSuccess ? "Success" : Failure?.Message ?? "";

    private static Exception NoCall() => new InvalidOperationException("The result is the default of its type: no call gave it.");
}
