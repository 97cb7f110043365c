namespace DatabricksApps.Fuzz.Checks;

/// <summary>What is being done to a case, so that one that never ends can say where.</summary>
internal static class Phase
{
    private static volatile string s_current = "starting";

    /// <summary>Gets or sets what is being done.</summary>
    public static string Current
    {
        get => s_current;
        set => s_current = value;
    }
}
