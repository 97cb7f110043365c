using DatabricksApps.Fuzz;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Mutants.Tests;

/// <summary>Which mutants are drawn.</summary>
public sealed class SampleTests
{
    private static readonly Mutant[] s_all = [.. Of("a.cs", 10), .. Of("b.cs", 30), .. Of("c.cs", 60)];

    [Fact]
    public void One_seed_draws_the_same_in_whatever_order_they_were_found() =>
        Assert.Equal(Sample.Draw(s_all, 20, 7, _ => true), Sample.Draw(s_all.Reverse(), 20, 7, _ => true));

    [Fact]
    public void Another_seed_draws_others() =>
        Assert.NotEqual(Sample.Draw(s_all, 20, 7, _ => true), Sample.Draw(s_all, 20, 8, _ => true));

    [Fact]
    public void Each_file_has_its_share()
    {
        IReadOnlyList<Mutant> drawn = Sample.Draw(s_all, 20, 7, _ => true);
        Assert.Equal([("a.cs", 2), ("b.cs", 6), ("c.cs", 12)], drawn.CountBy(mutant => mutant.File).Select(file => (file.Key, file.Value)));
    }

    [Fact]
    public void One_that_does_not_compile_is_replaced_by_another_of_its_file()
    {
        IReadOnlyList<Mutant> drawn = Sample.Draw(s_all, 20, 7, mutant => mutant.Line % 2 == 0);
        Assert.Equal(20, drawn.Count);
        Assert.All(drawn, mutant => Assert.Equal(0, mutant.Line % 2));
    }

    [Fact]
    public void No_place_is_drawn_twice()
    {
        Mutant[] twice = [.. Of("a.cs", 10), .. Of("a.cs", 10).Select(mutant => mutant with { MutatedText = "other" })];
        Assert.Equal(10, Sample.Draw(twice, 20, 7, _ => true).Count);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void The_shares_add_up_whatever_the_seed(ulong seed)
    {
        int[] shares = Sample.Shares([1, 2, 3, 400, 1, 1, 92], 50, new Chance(seed, "", 0));
        Assert.Equal(50, shares.Sum());
        Assert.InRange(shares[3], 40, 41);
    }

    private static IEnumerable<Mutant> Of(string file, int count) =>
        Enumerable.Range(0, count).Select(i => new Mutant(file, i, new TextSpan(i * 10, 5), "a", "b", "condition"));
}
