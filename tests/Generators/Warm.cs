namespace DatabricksApps.Generators;

/// <summary>A run in a process that has run both sides often.</summary>
/// <param name="Written">What the generator took.</param>
/// <param name="Finished">What <see cref="Generation.Finish"/> took.</param>
internal sealed record Warm(Usage Written, Usage Finished)
{
    public Usage Total => Written + Finished;

    /// <summary>Runs both sides in turn.</summary>
    public static async Task<WarmRound[]> MeasureAsync(string document)
    {
        await WarmUp.RunAsync(() => RunBothAsync(document, oursFirst: true));
        WarmRound[] rounds = new WarmRound[Rounds.Warm(document)];
        for (int i = 0; i < rounds.Length; i++)
        {
            rounds[i] = await RunBothAsync(document, oursFirst: i % 2 == 0);
        }

        return rounds;
    }

    private static async Task<WarmRound> RunBothAsync(string document, bool oursFirst)
    {
        Warm first = await RunAsync(oursFirst ? Generation.Ours : Generation.NSwag, document);
        Warm second = await RunAsync(oursFirst ? Generation.NSwag : Generation.Ours, document);
        return oursFirst ? new WarmRound(first, second) : new WarmRound(second, first);
    }

    private static async Task<Warm> RunAsync(string side, string document)
    {
        Meter meter = Meter.StartClean();
        Generation generation = Generation.Of(side, document);
        await generation.WriteAsync();
        Usage written = meter.Lap();
        generation.Finish();
        return new Warm(written, meter.Lap());
    }
}

/// <summary>One run of either side.</summary>
internal sealed record WarmRound(Warm Ours, Warm NSwag);
