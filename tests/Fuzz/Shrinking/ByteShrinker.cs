namespace DatabricksApps.Fuzz.Shrinking;

/// <summary>Takes pieces of bytes away, halves first (delta debugging).</summary>
/// <param name="fails">Tells whether an input still fails.</param>
internal sealed class ByteShrinker(Func<byte[], Task<bool>> fails)
{
    /// <summary>Shrinks an input.</summary>
    public async Task<byte[]> ShrinkAsync(byte[] input)
    {
        byte[] smallest = input;
        for (int size = Math.Max(1, smallest.Length / 2); ; size = Math.Max(1, size / 2))
        {
            bool hasShrunk = false;
            for (int at = 0; at < smallest.Length;)
            {
                byte[] shorter = [.. smallest.AsSpan(0, at), .. smallest.AsSpan(Math.Min(at + size, smallest.Length))];
                if (await fails(shorter))
                {
                    smallest = shorter;
                    hasShrunk = true;
                }
                else
                {
                    at += size;
                }
            }

            if (size == 1 && !hasShrunk)
            {
                return smallest;
            }
        }
    }
}
