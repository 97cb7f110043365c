namespace DatabricksApps.Mutants.Tests;

/// <summary>Which faults are made of what.</summary>
public sealed class KindsTests
{
    [Theory]
    [InlineData("void M(int a) { if (a.Equals(1)) { M(2); } }", "a.Equals(1) -> !(a.Equals(1))")]
    [InlineData("void M(int a) { if (a.Equals(1)) { M(2); } }", "a.Equals(1) -> (a.Equals(1)) && false")]
    [InlineData("void M(int a) { if (a.Equals(1)) { M(2); } }", "a.Equals(1) -> (a.Equals(1)) || true")]
    [InlineData("bool M(bool a, bool b) => a && b;", "a && b -> a")]
    [InlineData("bool M(bool a, bool b) => a && b;", "a && b -> b")]
    [InlineData("bool M(bool a, bool b) => a && b;", "a && b -> (a || b)")]
    [InlineData("bool M(bool a, bool b) => a || b;", "a || b -> (a && b)")]
    [InlineData("bool M(bool a) => !a;", "!a -> a")]
    [InlineData("int M(bool a) => a ? 5 : 6;", "a -> !(a)")]
    public void Conditions(string members, string expected) => Assert.Contains(expected, Code.CompilingMutantsOf(members));

    [Theory]
    [InlineData("bool M(int a) => a is 1 or 2;", "1 or 2 -> 2")]
    [InlineData("bool M(object? a) => a is not null;", "not null -> null")]
    [InlineData("bool M(object? a) => a is null;", "null -> not null")]
    [InlineData("bool M(string a) => a is { Length: > 3 };", "> 3 -> >= 3")]
    [InlineData("bool M(string a) => a is { Length: > 3 };", "Length: > 3 ->")]
    [InlineData("int M(int a) => a switch { 7 => 70, _ => 0 };", "7 => 70, ->")]
    public void Patterns(string members, string expected) => Assert.Contains(expected, Code.CompilingMutantsOf(members).Select(mutant => mutant.Trim()));

    [Theory]
    [InlineData("bool M(int a) => a < 7;", "a < 7 -> a <= 7")]
    [InlineData("bool M(int a) => a >= 7;", "a >= 7 -> a > 7")]
    [InlineData("bool M(int a) => a == 7;", "a == 7 -> a != 7")]
    [InlineData("int M(int a) => a + 7;", "a + 7 -> (a - 7)")]
    [InlineData("void M(int a) { a += 7; }", "a += 7 -> a -= 7")]
    [InlineData("string M(string? a) => a ?? \"b\";", "a ?? \"b\" -> \"b\"")]
    [InlineData("string M(string? a) => a ?? \"b\";", "a ?? \"b\" -> a!")]
    public void Operators(string members, string expected) => Assert.Contains(expected, Code.CompilingMutantsOf(members));

    [Theory]
    [InlineData("int M() => 7;", "7 -> 8")]
    [InlineData("int M() => 1;", "1 -> 0")]
    [InlineData("long M() => 7L;", "7L -> 8L")]
    [InlineData("bool M() => true;", "true -> false")]
    [InlineData("string M() => \"detail\";", "\"detail\" -> \"\"")]
    [InlineData("string M(int a) => $\"/oidc/{a}\";", "/oidc/ ->")]
    [InlineData("char M() => 'a';", "'a' -> '\\u0001'")]
    [InlineData("bool M(string a) => a.Equals(\"b\", StringComparison.Ordinal);", "StringComparison.Ordinal -> StringComparison.OrdinalIgnoreCase")]
    public void Constants(string members, string expected) => Assert.Contains(expected, Code.CompilingMutantsOf(members).Select(mutant => mutant.Trim()));

    [Theory]
    [InlineData("void M(List<int> a) { a.Clear(); }", "a.Clear(); -> ;")]
    [InlineData("int _a; void M(int a) { _a = a; }", "_a = a; -> ;")]
    [InlineData("string M(string a) => a.Trim();", "a.Trim() -> a")]
    [InlineData("int M(int a, int b) => M(a, b);", "a, b -> b, a")]
    public void Calls(string members, string expected) => Assert.Contains(expected, Code.CompilingMutantsOf(members));

    [Theory]
    [InlineData("bool M(string a) { return a.Contains('b'); }", "a.Contains('b') -> !(a.Contains('b'))")]
    [InlineData("string? M(string? a) => a;", "a -> null")]
    [InlineData("int M(string a) => a.Length;", "a.Length -> 0")]
    [InlineData("int M(List<int> a) => a.Count(x => x.Equals(3));", "x.Equals(3) -> !(x.Equals(3))")]
    public void Results(string members, string expected) => Assert.Contains(expected, Code.CompilingMutantsOf(members));

    [Theory]
    [InlineData("[Obsolete(\"word\", false)] void M() { }")]
    [InlineData("void M() { throw new Exception(\"word\"); }")]
    [InlineData("void M(string a) { ArgumentNullException.ThrowIfNull(a); }")]
    [InlineData("string M() => \"words of a message\";")]
    [InlineData("public override int GetHashCode() => 7;")]
    [InlineData("string M() => nameof(M);")]
    public void What_is_left_alone(string members) =>
        Assert.DoesNotContain(Code.MutantsOf(members), mutant => mutant.Kind is "constant" or "dropped call");

    [Fact]
    public void Every_mutant_says_where_it_is()
    {
        Mutant mutant = Code.MutantsOf("int M() => 7;").First(mutant => mutant.Kind == "constant");
        Assert.Equal(("runtime/DatabricksApps.Runtime/Auth/C.cs", 5, "runtime/Auth"), (mutant.File, mutant.Line, mutant.Room));
    }
}
