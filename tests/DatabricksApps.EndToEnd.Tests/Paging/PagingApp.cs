using DatabricksApps.EndToEnd.Tests.Inventory;

namespace DatabricksApps.EndToEnd.Tests.Paging;

/// <summary>A FastAPI app of lists in pages.</summary>
public sealed class PagingApp() : UvicornApp("paging:app", "Paging");
