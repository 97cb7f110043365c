using DatabricksApps.Mutants.Reach;
using Microsoft.CodeAnalysis;

namespace DatabricksApps.Mutants.Tests;

/// <summary>Code with probes is the same code.</summary>
public sealed class ProbeWriterTests
{
    [Theory]
    [InlineData("void M(int a) { if (a > 7) M(8); else if (a > 3) M(4); else { M(5); } }")]
    [InlineData("void M(int a) { switch (a) { case 7: M(8); break; default: return; } }")]
    [InlineData("void M(int a) => M(a + 7);")]
    [InlineData("int M(int a) => a + 7;")]
    [InlineData("int P => 7; int this[int a] => a + 7;")]
    [InlineData("int _a; int P { get => _a + 7; set => _a = value + 7; }")]
    [InlineData("async Task M() => await Task.Delay(7); async Task<int> N() => await Task.FromResult(7);")]
    [InlineData("async ValueTask M(Func<Task> a) => await M(async () => await Task.Delay(7));")]
    [InlineData("int M(List<int> a) => a.Select(x => x + 7).Where(x => x > 3).Sum(x => a.Count(y => y == x + 7));")]
    [InlineData("void M(List<int> a) => a.ForEach(x => a.Add(x + 7));")]
    [InlineData("Func<int, Func<int, int>> M() => x => y => x + y + 7;")]
    [InlineData("void M() { foreach (int a in new[] { 7, 8 }) while (a > 3) M(); }")]
    [InlineData("int M(int a) { return Inner(a); int Inner(int b) => b + 7; }")]
    [InlineData("int _a; C(int a) { _a = a; } C() : this(7) { } C(string a) => _a = 7;")]
    [InlineData("int M(int a) => a > 7 ? a : throw new Exception(); void N() => throw new Exception(\"a\" + 7);")]
    [InlineData("static readonly int s_a = 7; int P { get; } = 8; void M(int a = 9) { }")]
    public void Compiles(string members)
    {
        SemanticModel model = Code.Read(Code.ClassOf(members));
        SyntaxNode root = Code.RootOf(model);
        (Place, int)[] places =
        [
            .. Code.MutantsOf(members).Select(mutant => Place.Of(root, mutant.Span)).OfType<Place>().Distinct().Select((place, i) => (place, i)),
        ];
        string probed = ProbeWriter.Write(model, places);
        Assert.Empty(Code.ErrorsOf(probed, Injected.Read(Injected.Probe)));
        Assert.All(places, place => Assert.Contains($"MutantProbe.At({place.Item2})", probed));
    }

    [Fact]
    public void A_place_is_the_nearest_that_is_run_by_itself()
    {
        const string members = "int M(List<int> a) { int b = 7; return a.Count(x => x == 8); }";
        string[] places =
        [
            .. Code.MutantsOf(members).Where(mutant => mutant.Kind == "constant").Select(mutant => Place.Of(Code.RootOf(members), mutant.Span)!.Value.Node.ToString()),
        ];
        Assert.Equal(["int b = 7;", "x == 8"], places);
    }

    [Fact]
    public void What_a_type_is_made_with_has_none()
    {
        const string members = "static readonly int s_a = 7;";
        Mutant mutant = Code.MutantsOf(members).Single();
        Assert.Null(Place.Of(Code.RootOf(members), mutant.Span));
    }
}
