using System.Runtime.CompilerServices;
using System.Text.Json;
using DatabricksApps.CSharp15.Tests.InventoryApi;
using DatabricksApps.CSharp15.Tests.ZooApi;

namespace DatabricksApps.CSharp15.Tests;

/// <summary>
/// A switch over a union that has an arm for each case is complete. That there is no arm for the rest is the test: without the
/// union it would be a warning, and a warning is an error here.
/// </summary>
public sealed class SwitchTests
{
    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", "cat Tom")]
    [InlineData("""{"kind":"dog","name":"Rex"}""", "dog Rex")]
    [InlineData("""{"kind":"fish"}""", """unknown {"kind":"fish"}""")]
    public void With_a_discriminator(string json, string expected) => Assert.Equal(expected, Describe(Read<Pet>(json)));

    [Theory]
    [InlineData("5", "int 5")]
    [InlineData("5000000000", "long 5000000000")]
    [InlineData("true", "bool True")]
    [InlineData("\"2026-04-01\"", "date 2026")]
    [InlineData("\"small\"", "size small")]
    [InlineData("[1]", "unknown Array")]
    public void Of_scalars(string json, string expected) => Assert.Equal(expected, Describe(Read<Scalar>(json)));

    [Theory]
    [InlineData("""[{"kind":"cat","name":"Tom"}]""", "1 cats")]
    [InlineData("""{"a":1,"b":2}""", "2 numbers")]
    [InlineData("""[1,"x"]""", "pair 1 x")]
    [InlineData("\"x\"", "text x")]
    [InlineData("null", "unknown Null")]
    public void Of_interfaces_and_tuples(string json, string expected) => Assert.Equal(expected, Describe(Read<Many>(json)));

    [Theory]
    [InlineData("""{"kind":"cat","name":"Tom"}""", "cat Tom")]
    [InlineData("""{"number":7}""", "ticket 7")]
    [InlineData("\"x\"", "text x")]
    [InlineData("1.5", "unknown 1.5")]
    public void Of_unions(string json, string expected) => Assert.Equal(expected, Describe(Read<Nested>(json)));

    [Fact]
    public void Of_a_result_and_its_failure()
    {
        static string Describe(AppResult<Pet> result) => result switch
        {
            Pet pet => $"pet {pet.Value?.GetType().Name}",
            AppException<string> declared => $"declared {declared.Error}",
            AppException failure => $"failed {failure.Reason}",
        };

        Assert.Equal("pet Cat", Describe(new AppResult<Pet>(Read<Pet>("""{"kind":"cat","name":"Tom"}"""))));
        Assert.Equal("declared taken", Describe(new AppResult<Pet>(new AppException<string>("no", AppErrorReason.ErrorStatus, "taken"))));
        Assert.Equal("failed NotFound", Describe(new AppResult<Pet>(new AppException("no", AppErrorReason.NotFound))));
    }

    [Theory]
    [InlineData("\"x\"", "text x")]
    [InlineData("1.5", "number 1.5")]
    [InlineData("[]", "unknown []")]
    public void Of_one_whose_name_is_that_of_the_member(string json, string expected) => Assert.Equal(expected, Describe(Read<Value>(json)));

    [Fact]
    public async Task Of_a_result()
    {
        StubHandler seen = StubHandler.Json("""{"pet":{"kind":"dog","name":"Rex"},"scalar":1}""");
        StubHandler later = StubHandler.Json("""{"number":7}""", System.Net.HttpStatusCode.Accepted);

        Assert.Equal("dog Rex", Describe(await new ZooClient(seen.Client()).VisitAsync(new Dog { Name = "Rex" }, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal("ticket 7", Describe(await new ZooClient(later.Client()).VisitAsync(new Dog { Name = "Rex" }, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal("""{"kind":"dog","name":"Rex"}""", seen.Last.Text);
    }

    [Theory]
    [InlineData("""{"pet":{},"scalar":1}""", "nobody")]
    [InlineData("""{"pet":{},"scalar":1,"friend":null}""", "nobody")]
    [InlineData("""{"pet":{},"scalar":1,"friend":{"kind":"cat","name":"Tom"}}""", "cat Tom")]
    public void Of_a_nullable_one_with_an_arm_for_null(string json, string expected)
    {
        Visit visit = Read<Visit>(json);

        Assert.Equal(expected, visit.Friend switch
        {
            Cat cat => $"cat {cat.Name}",
            Dog dog => $"dog {dog.Name}",
            JsonElement => "unknown",
            null => "nobody",
        });
    }

    // An array may hold unions that nobody assigned; they have no null that a switch would have to answer for.
    [Fact]
    public void The_default_is_the_unknown_case()
    {
        Pet pet = default;

        Assert.Equal("unknown ", Describe(pet));
        Assert.False(pet is null);
        Assert.Equal(JsonValueKind.Undefined, Assert.IsType<JsonElement>(pet.Value).ValueKind);
        Assert.Equal("unknown Undefined", Describe(default(Many)));
        Assert.Equal("unknown ", Describe(default(Value)));
    }

    // As the README shows it.
    [Fact]
    public void Of_the_readme()
    {
        Order order = Read<Order>("""
            {"id":1,"lines":[],"total":5,"placed_at":"2026-04-01T00:00:00Z","state":"open","payment":{"method":"card","last_digits":"4242"}}
            """);

        string payment = order.Payment switch
        {
            CardPayment card => $"card ending in {card.LastDigits}",
            InvoicePayment invoice => $"invoice due {invoice.Due:yyyy-MM-dd}",
            JsonElement json => $"something new: {json}",
        };

        Assert.Equal("card ending in 4242", payment);
        Assert.Contains(SnippetOfTheReadme(), Unindented(File.ReadAllText(PathOf("SwitchTests.cs"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pattern_looks_at_the_case_and_its_members()
    {
        Nested nested = Read<Nested>("""{"kind":"cat","name":"Tom"}""");

        Assert.True(nested is Pet and (Cat or Dog));
        Assert.True(nested is Pet pet && pet is Cat { Name: "Tom" });
        Assert.False(nested is Ticket);
        Assert.True(Read<Many>("\"x\"") is "x");
        Assert.True(Read<Scalar>("5") is > 4);
        Assert.True(Read<Value>("1.5") is not string);
    }

    internal static string Describe(Pet pet) => pet switch
    {
        Cat cat => $"cat {cat.Name}",
        Dog dog => $"dog {dog.Name}",
        JsonElement json => $"unknown {json}",
    };

    internal static string Describe(Scalar scalar) => scalar switch
    {
        int number => $"int {number}",
        long number => $"long {number}",
        bool flag => $"bool {flag}",
        DateOnly date => $"date {date.Year}",
        Size size => $"size {size}",
        JsonElement json => $"unknown {json.ValueKind}",
    };

    internal static string Describe(Many many) => many switch
    {
        IReadOnlyList<Cat> cats => $"{cats.Count} cats",
        IReadOnlyDictionary<string, long> numbers => $"{numbers.Count} numbers",
        ValueTuple<long, string> pair => $"pair {pair.Item1} {pair.Item2}",
        string text => $"text {text}",
        JsonElement json => $"unknown {json.ValueKind}",
    };

    internal static string Describe(Nested nested) => nested switch
    {
        Pet pet => Describe(pet),
        Ticket ticket => $"ticket {ticket.Number}",
        string text => $"text {text}",
        JsonElement json => $"unknown {json}",
    };

    internal static string Describe(Value value) => value switch
    {
        string text => $"text {text}",
        double number => FormattableString.Invariant($"number {number}"),
        JsonElement json => $"unknown {json}",
    };

    private static string Describe(VisitResult result) => result switch
    {
        Visit visit => Describe(visit.Pet),
        Ticket ticket => $"ticket {ticket.Number}",
        JsonElement json => $"unknown {json}",
    };

    private static string SnippetOfTheReadme()
    {
        string readme = Unindented(File.ReadAllText(PathOf("../../README.md")));
        int start = readme.IndexOf("string payment = order.Payment switch", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static string Unindented(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()));

    private static string PathOf(string name, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, name);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;
}
