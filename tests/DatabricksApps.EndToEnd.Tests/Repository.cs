using System.Runtime.CompilerServices;

namespace DatabricksApps.EndToEnd.Tests;

/// <summary>Where the files are that the tests compare with.</summary>
internal static class Repository
{
    public static string Tests { get; } = FolderOf();

    public static string InventoryApp { get; } = Path.GetFullPath(Path.Combine(Tests, "../../samples/InventoryApp"));

    public static string InventoryDocument { get; } = Path.Combine(InventoryApp, "inventory.openapi.json");

    public static string ShopDocument { get; } = Path.Combine(Tests, "Shop/aspnet.openapi.json");

    /// <summary>Gets the sample as it was built with these tests, in its own folder: there it has the versions that it needs.</summary>
    public static string Quickstart { get; } = Path.GetFullPath(Path.Combine(
        Tests, "../../samples/Quickstart/bin", Path.GetRelativePath(Path.Combine(Tests, "bin"), AppContext.BaseDirectory), "Quickstart.dll"));

    private static string FolderOf([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
