using System.Globalization;

namespace DatabricksApps.Shuffle;

/// <summary>What the command line asks for.</summary>
/// <param name="Seeds">How many orders of a document are tried.</param>
/// <param name="Neighbours">Whether documents get a newcomer instead of another order.</param>
/// <param name="Random">How many random documents are tried.</param>
/// <param name="Seed">The seed of the first random document.</param>
/// <param name="Write">The folder for the random documents that fail.</param>
/// <param name="Documents">The folders, lists and documents.</param>
internal sealed record ShuffleOptions(int Seeds, bool Neighbours, int Random, int Seed, string? Write, IReadOnlyList<string> Documents)
{
    /// <summary>Newcomers of a document: each is one that its author might add next.</summary>
    public const int Newcomers = 5;

    /// <summary>Reads the command line; null if it cannot be meant.</summary>
    public static ShuffleOptions? Read(string[] args)
    {
        ShuffleOptions options = new(10, false, 0, 1, null, []);
        for (int i = 0; i < args.Length; i++)
        {
            string value = args.ElementAtOrDefault(i + 1) ?? "";
            int number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : -1;
            options = args[i] switch
            {
                "--neighbours" => options with { Neighbours = true },
                "--write" => options with { Write = value },
                "--seeds" => options with { Seeds = number },
                "--random" => options with { Random = number },
                "--seed" => options with { Seed = number },
                _ => options with { Documents = [.. options.Documents, args[i]] },
            };
            i += args[i] is "--write" or "--seeds" or "--random" or "--seed" ? 1 : 0;
        }

        bool isMeant = options is { Seeds: >= 0, Random: >= 0, Seed: >= 0, Write: not "" }
            && (options.Random > 0 || options.Documents.Count > 0)
            && options.Documents.All(document => !document.StartsWith("--", StringComparison.Ordinal));
        return isMeant ? options : null;
    }
}
