namespace DatabricksApps.Generators;

/// <summary>Measures both sides over a document, in interleaved rounds, and prints the figures.</summary>
/// <remarks>
/// Roslyn's driver leaves the parse of what a generator wrote to the compilation that asks for it, so it is part of what
/// <c>csc</c> costs, for NSwag's output too. What our side would be with it stands below each figure.
/// </remarks>
internal static class Comparison
{
    public static async Task PrintAsync(string document)
    {
        string folder = Directory.CreateTempSubdirectory("DatabricksApps.Generators").FullName;
        try
        {
            Table.PrintHead(document);
            await PrintColdAsync(document);
            await PrintWarmAsync(document);
            await PrintCompilerAsync(document, folder);
            Table.PrintSteps(await Child.StartAsync<Step[][]>("steps", document));
        }
        catch (InvalidOperationException failure)
        {
            // NSwag cannot read every document.
            Console.WriteLine(failure.Message);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine();
    }

    private static async Task PrintColdAsync(string document)
    {
        (Cold Ours, Cold NSwag)[] rounds = await RunAsync(Rounds.Cold(document), side => Child.StartAsync<Cold>("cold", side, document));
        Table.Print("cold CPU s", rounds, cold => (cold.Milliseconds - cold.Finishing) / 1000, "F2");
        Table.Print("  with the compiler's parse of ours", rounds, cold => cold.Milliseconds / 1000, "F2");
        Table.Print("  allocated MB", rounds, cold => cold.Megabytes, "F0");
        Table.Print("  peak working set MB", rounds, cold => cold.PeakMegabytes, "F0");
    }

    private static async Task PrintWarmAsync(string document)
    {
        WarmRound[] measured = await Child.StartAsync<WarmRound[]>("warm", document);
        (Warm Ours, Warm NSwag)[] rounds = [.. measured.Select(round => (round.Ours, round.NSwag))];
        Table.Print("warm CPU ms", rounds, warm => warm.Written.Milliseconds, "F1");
        Table.Print("  with the compiler's parse of ours", rounds, warm => warm.Total.Milliseconds, "F1");
        Table.Print("  allocated MB", rounds, warm => warm.Written.Megabytes, "F1");
        Table.Print("  allocated MB with that parse", rounds, warm => warm.Total.Megabytes, "F1");
    }

    private static async Task PrintCompilerAsync(string document, string folder)
    {
        string FolderOf(string side) => Path.Combine(folder, side);
        Output ours = await Child.StartAsync<Output>("write", Generation.Ours, document, FolderOf(Generation.Ours));
        Output other = await Child.StartAsync<Output>("write", Generation.NSwag, document, FolderOf(Generation.NSwag));
        (IReadOnlyList<string> stubs, string[] errors) = await Stubs.AddAsync(FolderOf(Generation.NSwag));
        if (errors.Length == 0)
        {
            (Csc Ours, Csc NSwag)[] rounds = await RunAsync(Rounds.Csc(document), side => Csc.StartAsync(side, FolderOf(side)));
            Table.Print("csc CPU s", rounds, csc => csc.Milliseconds / 1000, "F2");
            Table.Print("assembly KB", rounds, csc => csc.Kilobytes, "F0");
            if (stubs.Count > 0)
            {
                Table.PrintNote($"NSwag's output names {stubs.Count} types that it does not declare; they were added as empty classes.");
            }
        }
        else
        {
            Csc[] alone = [await Csc.StartAsync(Generation.Ours, FolderOf(Generation.Ours))];
            Table.PrintOurs("csc CPU s", alone, csc => csc.Milliseconds / 1000, "F2");
            Table.PrintOurs("assembly KB", alone, csc => csc.Kilobytes, "F0");
            Table.PrintNote($"NSwag's output does not compile, {errors.Length} errors: {errors[0].Replace(FolderOf(Generation.NSwag) + "/", "", StringComparison.Ordinal).Trim()}");
        }

        Table.Print("lines", [(ours, other)], output => output.Lines, "F0");
    }

    /// <summary>Runs both sides in turn, so that what else the machine does meets both.</summary>
    private static async Task<(T Ours, T NSwag)[]> RunAsync<T>(int rounds, Func<string, Task<T>> run)
    {
        (T Ours, T NSwag)[] results = new (T, T)[rounds];
        for (int i = 0; i < rounds; i++)
        {
            results[i] = (await run(Generation.Ours), await run(Generation.NSwag));
        }

        return results;
    }
}
