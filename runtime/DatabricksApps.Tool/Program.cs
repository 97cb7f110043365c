using DatabricksApps.Tool.Commands;
using DatabricksApps.Tool.Terminal;

return await CommandLine.RunAsync(args, ToolContext.OfProcess());
