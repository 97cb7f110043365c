namespace DatabricksApps.Fuzz;

/// <summary>A kind of cases.</summary>
/// <param name="Name">The name, which the command line can ask for.</param>
/// <param name="Group">The kinds that belong together, which the command line can ask for too.</param>
/// <param name="Share">How much of the time it gets, compared with the other kinds.</param>
/// <param name="Batch">How many cases a worker gets at once.</param>
/// <param name="Make">Makes the input of a case by chance.</param>
internal sealed record CaseKind(string Name, string Group, int Share, int Batch, Func<Chance, (string Name, byte[] Input)> Make)
{
    /// <summary>Makes a case, which is the same for the same seed and number.</summary>
    public FuzzCase Create(ulong seed, int number)
    {
        (string name, byte[] input) = Make(new Chance(seed, Name, number));
        return new FuzzCase(Name, number, name, input);
    }
}
