using DatabricksApps.Gen.Binding.Spelling;
using DatabricksApps.Gen.Pipeline;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>How long names may be, and how those that two operations want are told apart.</summary>
public sealed class NameRules
{
    [Fact]
    public void A_name_of_a_hundred_letters_stays_and_a_longer_one_is_cut_to_that()
    {
        string hundred = new('a', 100);

        Assert.Equal("A" + new string('a', 99), Words.Pascal(hundred));
        Assert.Equal("A" + new string('a', 91) + Words.Hash("A" + hundred), Words.Pascal(hundred + "a"));
        Assert.Equal(100, Words.Pascal(new string('a', 5000)).Length);
    }

    [Fact]
    public void Long_names_that_differ_at_their_end_differ()
    {
        string hundred = new('a', 100);

        Assert.NotEqual(Words.Pascal(hundred + "b"), Words.Pascal(hundred + "c"));
    }

    [Fact]
    public void A_name_of_several_may_be_180_long()
    {
        Assert.Equal(new string('a', 180), Words.Fit(new string('a', 180)));
        Assert.Equal(new string('a', 172) + Words.Hash(new string('a', 181)), Words.Fit(new string('a', 181)));
    }

    [Theory]

    // Alone in its path, a word tells an operation from the others; a word that others have tells nothing.
    [InlineData("/shop/a/x", "/shop/b/x", "SameAAsync", "SameBAsync")]
    [InlineData("/a", "/b", "SameAAsync", "SameBAsync")]
    [InlineData("/shop/b", "/shop/a/a", "SameBAsync", "SameAAsync")]
    [InlineData("/shop/b", "/shop/aB/ab", "SameBAsync", "SameABAsync")]
    [InlineData("/shop/ab", "/shop/aB", "SameAbAsync", "SameABAsync")]
    [InlineData("/shop/a", "/shop/a/b/c", "SameGetAsync", "SameBAsync")]
    [InlineData("/shop/{id}", "/shop/{other}", "SameByIdAsync", "SameByOtherAsync")]

    // Without a word of its own it is told by its method, and two without one by their whole paths.
    [InlineData("/shop/a/b", "/shop/a", "SameBAsync", "SameGetAsync")]
    [InlineData("/a/b", "/b/a", "SameABAsync", "SameBAAsync")]
    public void Operations_of_one_name_are_told_by_the_words_of_their_paths(string first, string second, string one, string other)
    {
        BoundDocument bound = BoundDocument.OfPaths($$"""{"{{first}}":{{Get}},"{{second}}":{{Get}}}""");

        Assert.Equal([one, other], Methods(bound));
    }

    [Fact]
    public void None_of_three_has_the_name_and_each_the_fewest_words_that_tell_it()
    {
        BoundDocument bound = BoundDocument.OfPaths($$"""{"/a/x":{{Get}},"/b/x":{{Get}},"/b/c/x":{{Get}}}""");

        // "b" is in two paths, and "x" in all.
        Assert.Equal(["SameAAsync", "SameGetAsync", "SameCAsync"], Methods(bound));
    }

    [Fact]
    public void A_name_that_is_taken_by_another_operation_is_not_taken_twice()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$"""{"/b":{"get":{"operationId":"same_b","responses":{}}},"/a":{{{{Get}}}},"/c/b":{{{{Get}}}}}""");

        Assert.Equal(["SameBAsync", "SameAAsync", "SameCAsync"], Methods(bound));
    }

    [Fact]
    public void Names_that_differ_in_their_case_alone_are_two()
    {
        BoundDocument bound = BoundDocument.OfPaths(
            $$$$"""{"/b":{"get":{"operationId":"saMe","responses":{}}},"/a":{{{{Get}}}},"/c/b":{{{{Get}}}}}""".Replace("/c/b", "/b/", StringComparison.Ordinal));

        // Whose paths share a word matters among those of one name.
        Assert.Equal(["SaMeAsync", "SameAAsync", "SameBAsync"], Methods(bound));
    }

    private const string Get = """{"get":{"operationId":"same","responses":{}}}""";

    private static IEnumerable<string> Methods(BoundDocument bound) => bound.Client.Groups.Single().Operations.Select(operation => operation.MethodName);
}
