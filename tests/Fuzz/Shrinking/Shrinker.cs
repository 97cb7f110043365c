using System.Diagnostics;
using System.Text;
using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Shrinking;

/// <summary>Makes the input of a failure as small as it goes while it still fails in the same way.</summary>
/// <param name="fails">Tells whether an input fails in the same way.</param>
/// <param name="time">How long it may take.</param>
internal sealed class Shrinker(Func<byte[], Task<bool>> fails, TimeSpan time)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <summary>Shrinks an input: its tree, if it is a document in JSON or YAML, or its bytes.</summary>
    public async Task<byte[]> ShrinkAsync(byte[] input)
    {
        Node? tree = NodeReader.ReadText(Encoding.UTF8.GetString(input));
        if (tree is null || !await TryAsync(Bytes(tree)))
        {
            return await new ByteShrinker(TryAsync).ShrinkAsync(input);
        }

        await new TreeShrinker(tree, root => TryAsync(Bytes(root))).ShrinkAsync();
        byte[] indented = Encoding.UTF8.GetBytes(JsonText.Write(tree, isIndented: true));
        return await TryAsync(indented) ? indented : Bytes(tree);
    }

    private async Task<bool> TryAsync(byte[] input) => _watch.Elapsed < time && await fails(input);

    private static byte[] Bytes(Node tree) => Encoding.UTF8.GetBytes(JsonText.Write(tree));
}
