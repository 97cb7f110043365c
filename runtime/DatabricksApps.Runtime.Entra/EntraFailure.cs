using System.Globalization;
using DatabricksApps.Errors;
using Microsoft.Identity.Client;

namespace DatabricksApps.Entra;

/// <summary>Says why Entra ID gave no token. MSAL's own message may repeat what the server sent; its codes say as much.</summary>
internal static class EntraFailure
{
    public static AppAuthenticationException OfApplication(MsalException exception) => Passing(exception) ?? Of(
        $"Entra ID refused the sign-in of the application ({Codes(exception)})",
        "the tenant or the application id is wrong, or its secret, certificate or assertion is wrong or has expired.",
        "look the AADSTS code up at https://login.microsoftonline.com/error, and compare the application's registration.");

    public static AppAuthenticationException OfManagedIdentity(MsalException exception) => Passing(exception) ?? Of(
        $"the managed identity gave no Entra token ({Codes(exception)})",
        "the program does not run on an Azure resource that has this identity.",
        "assign the identity to the resource, or sign in another way on this machine.");

    public static AppAuthenticationException OfUser(MsalException exception) => Passing(exception) ?? Of(
        $"nobody was signed in to Entra ID ({Codes(exception)})",
        "the sign-in was cancelled or refused, or there is no browser here.",
        "sign in again; on a machine without a browser, give SignInWithEntraUser a function that shows a device code.");

    public static AppAuthenticationException SomebodyElse() => Of(
        "somebody else signed in to Entra ID than the person whom this client signs in",
        "the browser or the device was signed in with another account.",
        "sign in again and choose the account, or give SignInWithEntraUser the userName that is meant.");

    private static AppAuthenticationException? Passing(MsalException exception) =>
        exception is MsalServiceException { StatusCode: >= 500 or 429 } || exception.IsRetryable
            ? Of(
                $"Entra ID is busy ({Codes(exception)})",
                "a passing fault of Entra ID.",
                "try again in a minute.")
            : null;

    private static AppAuthenticationException Of(string what, string cause, string next) =>
        new(FailureText.Of(FailureText.SignIn + what, cause, next));

    // What a server wrote is a code only if it looks like one (RFC 6749 §5.2, MSAL's own).
    private static bool IsCode(string? text) => text is { Length: > 0 and <= 64 } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static string Codes(MsalException exception)
    {
        string codes = IsCode(exception.ErrorCode) ? exception.ErrorCode : "an error without a code";
        int start = exception.Message.IndexOf("AADSTS", StringComparison.Ordinal);
        if (start >= 0)
        {
            int end = start + "AADSTS".Length;
            while (end < exception.Message.Length && char.IsAsciiDigit(exception.Message[end]))
            {
                end++;
            }

            codes += ", " + exception.Message[start..end];
        }

        int status = (exception as MsalServiceException)?.StatusCode ?? 0;
        return status > 0 ? string.Create(CultureInfo.InvariantCulture, $"{codes}, HTTP {status}") : codes;
    }
}
