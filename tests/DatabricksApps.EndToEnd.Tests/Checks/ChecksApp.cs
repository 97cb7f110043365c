using DatabricksApps.EndToEnd.Tests.Inventory;

namespace DatabricksApps.EndToEnd.Tests.Checks;

/// <summary>A FastAPI app that asks much of the values that it is sent.</summary>
public sealed class ChecksApp() : UvicornApp("checks:app", "Checks");
