using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DatabricksApps.Gen.Tests.Cases;

/// <summary>Writes a method that calls the app: what goes where, what may be thrown, and the signature.</summary>
internal static partial class MethodText
{
    /// <summary>How many parameters are read at a glance.</summary>
    private const int OnOneLine = 4;

    /// <summary>Whether a method calls an operation, of which <c>AnswerOfAsync</c> takes any.</summary>
    public static bool IsOperation(MethodDeclarationSyntax method) =>
        method.Modifiers.Any(SyntaxKind.PublicKeyword) && method.Identifier.Text is not ("AnswerOfAsync" or "ResultOfAsync" or "FailureOfAsync") && method.Identifier.Text.EndsWith("Async", StringComparison.Ordinal);

    /// <summary>Writes the method.</summary>
    public static string Of(MethodDeclarationSyntax method)
    {
        string body = method.Body?.ToString() ?? "";
        IEnumerable<string> lines = Call().Matches(body).Select(match => $"// {Verb(match.Groups[1].Value)} {match.Groups[2].Value}")
            .Concat(method.Body?.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(Sent).OfType<string>() ?? [])
            .Concat(Thrown().Matches(method.GetLeadingTrivia().ToFullString()).Select(Error));
        string[] parameters = [.. method.ParameterList.Parameters
            .Where(parameter => parameter.Type?.ToString() is not ("global::DatabricksApps.AppRequestOptions?" or "global::System.Threading.CancellationToken"))
            .Select(parameter => parameter.ToString())];
        string signature = PublicCode.ObsoleteOf(method, "")
            + $"{method.Modifiers} {method.ReturnType} {method.Identifier}({(parameters.Length > OnOneLine ? "\n    " + string.Join(",\n    ", parameters) : string.Join(", ", parameters))});";
        return string.Join("\n", lines.Append(signature));
    }

    private static string Verb(string method) => method.ToUpperInvariant();

    private static string Error(Match thrown)
    {
        string type = thrown.Groups[3].Success ? $"AppException<{thrown.Groups[3].Value}>" : thrown.Groups[1].Value;
        return $"// {thrown.Groups[2].Value}: {type}";
    }

    /// <summary>Writes what a statement puts into the request; null: nothing that the path or signature does not say.</summary>
    private static string? Sent(InvocationExpressionSyntax call)
    {
        if (call.Expression is not MemberAccessExpressionSyntax { Name: SimpleNameSyntax name })
        {
            return null;
        }

        ArgumentSyntax[] arguments = [.. call.ArgumentList.Arguments];
        if (name.Identifier.Text.StartsWith("AddApiKey", StringComparison.Ordinal))
        {
            return $"// API key {Literal(arguments[1])}: {name.Identifier.Text["AddApiKey".Length..].ToLowerInvariant()} {Literal(arguments[2])}";
        }

        string text = string.Join(", ", arguments.Where(argument => argument.NameColon is not null).Select(argument => argument.ToString()));
        string how = text.Length > 0 ? $" ({text.Replace("dbApps::ParameterStyle.", "", StringComparison.Ordinal)})" : "";
        string method = name.Identifier.Text;
        if (method is "SetText" or "SetFile" or "SetJson")
        {
            return arguments.Length > 1 ? $"// body {Literal(arguments[1])}" : null;
        }

        if (method is "StartForm" or "StartMultipart" or "StartJsonFields")
        {
            return $"// body {Literal(arguments[0])}";
        }

        if (arguments.Length < 2 || Literal(arguments[0]) is not { } wire || wire == "null" || !method.StartsWith("Add", StringComparison.Ordinal))
        {
            return null;
        }

        // A query or field under its own name is what the signature lets one expect.
        string place = method.StartsWith("AddPath", StringComparison.Ordinal) ? "path"
            : method.StartsWith("AddQuery", StringComparison.Ordinal) ? "query"
            : method is "AddHeader" or "AddCookie" ? method[3..].ToLowerInvariant() : "field";
        if (arguments[1].Expression is LiteralExpressionSyntax constant)
        {
            return $"// {place} {wire} = {constant}";
        }

        string parameter = arguments[1].Expression.ToString();
        string json = method.EndsWith("Json", StringComparison.Ordinal) ? " (as JSON)" : how;
        bool isExpected = place is "query" or "field" ? parameter.TrimStart('@') == wire : place == "path";
        return isExpected && json.Length == 0 ? null : $"// {place} {wire}: {parameter}{json}";
    }

    private static string? Literal(ArgumentSyntax argument) => (argument.Expression as LiteralExpressionSyntax)?.Token.ValueText;

    [GeneratedRegex("""HttpMethod\.(\w+), "([^"]*)"\)""")]
    private static partial Regex Call();

    [GeneratedRegex("""<exception cref="global::DatabricksApps\.(AppException\{T\}|AppValidationException)">([^:<]+):(?:[^\n]*?T is <c>([^\n]*?)</c>)?""")]
    private static partial Regex Thrown();
}
