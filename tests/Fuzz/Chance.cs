using System.Numerics;
using System.Text;

namespace DatabricksApps.Fuzz;

/// <summary>Chance that is the same for the same case on every machine and framework (xoshiro256**).</summary>
internal sealed class Chance
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Initializes the chance of a case.</summary>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="kind">The kind of the case: kinds of one number have nothing in common.</param>
    /// <param name="number">The number of the case.</param>
    public Chance(ulong seed, string kind, int number)
    {
        ulong state = seed;
        foreach (byte letter in Encoding.UTF8.GetBytes(kind))
        {
            state = (state ^ letter) * 0x100000001B3;
        }

        state += (ulong)number * 0xD1342543DE82EF95;
        _a = Split(ref state);
        _b = Split(ref state);
        _c = Split(ref state);
        _d = Split(ref state);
    }

    /// <summary>Gets a number below a limit.</summary>
    public int Below(int limit) => limit <= 1 ? 0 : (int)(Next() % (ulong)limit);

    /// <summary>Gets a number of a range, both ends included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Gets a number of a range; each doubling is half as likely as the one before, so that most are small.</summary>
    public int Small(int least, int most)
    {
        int span = 1;
        while (least + span < most && Is(50))
        {
            span *= 2;
        }

        return Math.Min(most, least + Below(span + 1));
    }

    /// <summary>Whether something happens that does so in so many of a hundred cases.</summary>
    public bool Is(int percent) => Below(100) < percent;

    /// <summary>Picks one of several.</summary>
    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>Gets 64 bits.</summary>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    private static ulong Split(ref ulong state)
    {
        ulong mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
