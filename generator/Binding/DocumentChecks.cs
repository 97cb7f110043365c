using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Calls;
using DatabricksApps.Gen.Binding.Context;
using DatabricksApps.Gen.Binding.Models.Operations;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.OpenApi;

namespace DatabricksApps.Gen.Binding;

/// <summary>What a document should say differently to be called behind the Databricks Apps front door.</summary>
internal static class DocumentChecks
{
    public static void Report(BindingContext context, ApiDocument document, IReadOnlyList<ApiOperation> operations)
    {
        ReportOutsideApi(context, operations);
        ReportServers(context, operations);
        ReportSecurity(context, document, operations);
        ReportMediaTypes(context, operations);
    }

    private static void ReportMediaTypes(BindingContext context, IReadOnlyList<ApiOperation> operations)
    {
        List<string> offered = operations
            .SelectMany(o => o.Responses.SelectMany(r => r.Content).Concat(o.RequestBody?.Content ?? Array.Empty<ApiMediaType>()))
            .Select(media => media.Name)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (string wanted in context.Options.MediaTypes)
        {
            PreferredMediaTypes one = new(new[] { wanted });
            if (!offered.Any(one.Has))
            {
                context.Findings.BadMetadata("", $"MediaTypes '{wanted}' is in no body and no answer of the document");
            }
        }
    }

    private static void ReportOutsideApi(BindingContext context, IReadOnlyList<ApiOperation> operations)
    {
        List<ApiOperation> outside = operations.Where(o => !IsInsideApi(Route(context, o))).ToList();
        if (outside.Count > 0)
        {
            context.Findings.OutsideApi(
                outside[0].Pointer,
                $"Databricks Apps takes bearer tokens on /api/ routes only, and {outside.Count} of {operations.Count} operations lie elsewhere, such as '{Route(context, outside[0])}': they would be redirected to the login page. "
                + $"Move the routes below /api/ in the app, set BasePath if the app is mounted there, {(outside.Count < operations.Count ? "keep the others out with IncludePaths=\"/api/**\", " : "")}or silence this with NoWarn if the app does not run on Databricks Apps");
        }
    }

    private static void ReportServers(BindingContext context, IReadOnlyList<ApiOperation> operations)
    {
        ApiOperation? withHost = operations.FirstOrDefault(o => o.ServerUrl is { } url
            && (url.IndexOf("://", StringComparison.Ordinal) >= 0 || url.StartsWith("//", StringComparison.Ordinal)));
        if (withHost is not null)
        {
            context.Findings.ServerIgnored("/servers", $"'{withHost.ServerUrl}'");
        }
    }

    private static void ReportSecurity(BindingContext context, ApiDocument document, IReadOnlyList<ApiOperation> operations)
    {
        HashSet<string> used = new(operations.SelectMany(o => o.Security).SelectMany(alternative => alternative.Keys), StringComparer.Ordinal);
        ApiSecurityScheme? consumed = document.SecuritySchemes.FirstOrDefault(s => used.Contains(s.Name) && SecurityBinder.NeedsAuthorization(s));
        if (consumed is not null)
        {
            context.Findings.AuthorizationConsumed(
                consumed.Pointer,
                $"The security scheme '{consumed.Name}' needs the Authorization header, which the Databricks Apps front door takes for its own token: the app gets the caller's identity in X-Forwarded-* headers instead");
        }
    }

    private static bool IsInsideApi(string route) =>
        route.StartsWith("/api/", StringComparison.Ordinal) || route == "/api";

    private static string Route(BindingContext context, ApiOperation operation) =>
        CallChoice.RouteOf(operation, context.Options.BasePath);
}
