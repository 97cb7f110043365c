using System.Collections.Generic;

namespace DatabricksApps.Gen.OpenApi.Operations;

/// <summary>What an operation sends and gets.</summary>
internal sealed record Payload(
    IReadOnlyList<ApiParameter> Parameters, ApiRequestBody? RequestBody, IReadOnlyList<ApiResponse> Responses);
