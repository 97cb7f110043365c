using System.Text;
using DatabricksApps.Fuzz.Shrinking;

namespace DatabricksApps.Fuzz.Tests;

/// <summary>How inputs that fail are made smaller.</summary>
public sealed class ShrinkerTests
{
    [Fact]
    public async Task Of_a_tree_only_what_fails_is_left() =>
        Assert.Equal("{\n \"a\":\"bad\"\n}", await ShrinkAsync("""{"a":{"b":["x",{"c":1,"b":"xxxbad"}]},"d":[1,2,3]}""", "bad\""));

    [Fact]
    public async Task YAML_is_shrunk_as_JSON() =>
        Assert.Equal("{\n \"b\":1\n}", await ShrinkAsync("a:\n - x\nb: 1\nc: {}\n", "b\":1", "b: 1"));

    [Fact]
    public async Task Of_bytes_only_what_fails_is_left() => Assert.Equal("bad", await ShrinkAsync("some bytes\0that are bad, and others", "bad"));

    private static async Task<string> ShrinkAsync(string input, params string[] fatal)
    {
        // As texts: what is in the way of a comparison is how JSON is laid out.
        Shrinker shrinker = new(bytes => Task.FromResult(fatal.Any(Encoding.UTF8.GetString(bytes).Contains)), TimeSpan.FromSeconds(30));
        return Encoding.UTF8.GetString(await shrinker.ShrinkAsync(Encoding.UTF8.GetBytes(input)));
    }
}
