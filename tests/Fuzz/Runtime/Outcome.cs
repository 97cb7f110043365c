using System.Text.RegularExpressions;

namespace DatabricksApps.Fuzz.Runtime;

/// <summary>Judges how a call ended: in a result, an <see cref="AppException"/>, the caller's cancellation or the caller's own exception.</summary>
internal static partial class Outcome
{
    /// <summary>Runs a call to its end, and uses what comes of it.</summary>
    /// <param name="call">The method.</param>
    /// <param name="input">What it is called with.</param>
    /// <param name="own">The exception of the caller's own code, if it has thrown one.</param>
    /// <param name="isWrong">What else is wrong with the exception of a call, or with its success, which has none; null: nothing.</param>
    public static async Task<IReadOnlyList<Failure>> OfAsync(
        ThingCall call, CallInput input, Func<Exception?>? own = null, Func<AppException?, string?>? isWrong = null)
    {
        try
        {
            Exercise.Use(await call.Run(input));
            return isWrong?.Invoke(null) is { } wrong ? [new Failure(wrong, call.Name)] : [];
        }
        catch (UsedException exception)
        {
            return [OfUse(exception)];
        }
        catch (AppException exception)
        {
            return OfApp(exception, isWrong?.Invoke(exception));
        }
        catch (OperationCanceledException) when (input.Token.IsCancellationRequested)
        {
            return [];
        }
        catch (Exception exception) when (ReferenceEquals(exception, own?.Invoke()))
        {
            return [];
        }
        catch (Exception exception)
        {
            return [new Failure($"escaped {exception.GetType().Name} from {Frame(exception)}", $"{call.Name}: {exception}")];
        }
    }

    private static IReadOnlyList<Failure> OfApp(AppException exception, string? wrong)
    {
        try
        {
            Exercise.Use(exception);
            return wrong is null ? [] : [new Failure(wrong, exception.ToString())];
        }
        catch (UsedException used)
        {
            return [OfUse(used)];
        }
    }

    private static Failure OfUse(UsedException exception) => new(
        $"{WhatOf(exception)} throws {exception.InnerException!.GetType().Name}", $"{exception.Message}: {exception.InnerException}");

    // The types differ, the cause does not. Nor do the frames tell: what is inlined changes in the course of a run.
    private static string WhatOf(UsedException exception) => exception.Message.Split(" of ")[0];

    /// <summary>Finds the method of the product that threw, or that called what threw.</summary>
    private static string Frame(Exception exception) =>
        ProductFrame().Match(exception.StackTrace ?? "") is { Success: true } frame ? frame.Groups[1].Value : "elsewhere";

    [GeneratedRegex(@"\bat (DatabricksApps\.(?!Fuzz\.)[\w.`<>+|]+)")]
    private static partial Regex ProductFrame();
}
