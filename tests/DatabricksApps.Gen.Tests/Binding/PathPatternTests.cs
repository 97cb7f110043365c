using DatabricksApps.Gen.Binding.Calls;

namespace DatabricksApps.Gen.Tests.Binding;

public class PathPatternTests
{
    [Theory]
    [InlineData("/api/**", "/api/items", true)]
    [InlineData("/api/**", "/api", true)]
    [InlineData("/api/**", "/apis", false)]
    [InlineData("/api/**", "/api/", true)]
    [InlineData("/api/*", "/api/items", true)]
    [InlineData("/api/*", "/api/items/7", false)]
    [InlineData("/api/*", "/api/", true)]
    [InlineData("/*/items", "/api/items", true)]
    [InlineData("/*/items", "/api/v1/items", false)]
    [InlineData("/**/items", "/api/v1/items", true)]
    [InlineData("/**/items", "/items", false)]
    [InlineData("**", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "/", false)]
    [InlineData("*.x", "a.x", true)]
    [InlineData("*.x", "a.xy", false)]
    [InlineData("/a/**/**", "/a", false)]
    [InlineData("/a/**/**", "/a/b", true)]
    public void A_pattern_matches_the_whole_path(string pattern, string path, bool matches) =>
        Assert.Equal(matches, PathPattern.IsMatch(pattern, path));

    [Theory]
    [InlineData("read_item", "read_item", true)]
    [InlineData("read_item", "read_items", false)]
    [InlineData("read_item", "Read_item", false)]
    [InlineData("list_*", "list_items", true)]
    [InlineData("list_*", "list_", true)]
    [InlineData("*_item*", "read_item_parts", true)]
    [InlineData("repos*", "repos/list/all", true)]
    [InlineData("repos/**", "repos", false)]
    [InlineData("repos/**", "repos/", true)]
    [InlineData("***", "repos/list", true)]
    public void A_pattern_of_names_matches_the_whole_name_which_has_no_segments(string pattern, string name, bool matches) =>
        Assert.Equal(matches, PathPattern.IsMatchOfName(pattern, name));

    [Fact]
    public void Every_short_pattern_matches_as_if_all_ways_were_tried_one_by_one()
    {
        string[] patterns = [.. Texts("a/*", 6)], paths = [.. Texts("a/", 5)];

        string? wrong = (from pattern in patterns from path in paths where PathPattern.IsMatch(pattern, path) != Tried(pattern, path) select $"{pattern} {path}").FirstOrDefault();

        Assert.Null(wrong);
    }

    // Tried one by one, the ways of these are more than anybody can wait for.
    [Theory]
    [InlineData(8, 40)]
    [InlineData(100, 1000)]
    public void Many_double_stars_and_a_long_path_end_soon(int stars, int segments)
    {
        string path = string.Concat(Enumerable.Repeat("/segment", segments));
        string pattern = string.Concat(Enumerable.Repeat("**/", stars)) + "*.x";

        Assert.False(PathPattern.IsMatch(pattern, path));
        Assert.True(PathPattern.IsMatch(pattern, path + ".x"));
    }

    private static bool Tried(string pattern, string path) =>
        pattern.Length == 0 ? path.Length == 0
        : pattern == "/**" && path.Length == 0 ? true
        : pattern.StartsWith("**", StringComparison.Ordinal) ? Enumerable.Range(0, path.Length + 1).Any(end => Tried(pattern[2..], path[end..]))
        : pattern[0] == '*' ? Enumerable.Range(0, path.Length + 1).Where(end => !path[..end].Contains('/', StringComparison.Ordinal)).Any(end => Tried(pattern[1..], path[end..]))
        : path.Length > 0 && pattern[0] == path[0] && Tried(pattern[1..], path[1..]);

    private static IEnumerable<string> Texts(string letters, int longest) =>
        longest == 0 ? [""] : Texts(letters, longest - 1).SelectMany(text => letters.Select(letter => text + letter).Append(text)).Distinct();
}
