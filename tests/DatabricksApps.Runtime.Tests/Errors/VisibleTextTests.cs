using System.Text;
using DatabricksApps.Errors;

namespace DatabricksApps.Tests.Errors;

/// <summary>A stranger's text begins no line of a log and turns nothing around; what one sees stays.</summary>
public sealed class VisibleTextTests
{
    public static TheoryData<int, bool> Characters => new()
    {
        { 0x00, true }, { 0x09, true }, { 0x0A, true }, { 0x1F, true }, { 0x20, false }, { 0x41, false }, { 0x7E, false },
        { 0x7F, true }, { 0x80, true }, { 0x9F, true }, { 0xA0, false }, { 0x061B, false }, { 0x061C, true }, { 0x061D, false },
        { 0x200D, false }, { 0x200E, true }, { 0x200F, true }, { 0x2010, false }, { 0x2027, false }, { 0x2028, true }, { 0x202A, true },
        { 0x202E, true }, { 0x202F, false }, { 0x2065, false }, { 0x2066, true }, { 0x2069, true }, { 0x206A, false }, { 0xFFFD, false },
    };

    [Theory]
    [MemberData(nameof(Characters))]
    public void A_hidden_character_is_written_as_its_escape(int character, bool isHidden)
    {
        string c = ((char)character).ToString();

        Assert.Equal(isHidden ? $"a\\u{character:x4}b" : $"a{c}b", VisibleText.Of($"a{c}b"));
        Assert.Equal(isHidden, VisibleText.IsHidden(new Rune((char)character)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("all of it", "all of it")]
    [InlineData("\n", "\\u000a")]
    [InlineData("a\nb\rc", "a\\u000ab\\u000dc")]
    [InlineData("line\n", "line\\u000a")]
    [InlineData("\U0001F600\n", "\U0001F600\\u000a")]
    public void The_rest_stays(string text, string expected) => Assert.Equal(expected, VisibleText.Of(text));

    // U+1000A and U+1202E end in the sixteen bits of what is hidden.
    [Theory]
    [InlineData(0x1000A)]
    [InlineData(0x1202E)]
    public void A_character_beyond_sixteen_bits_is_not_taken_for_its_rest(int character) => Assert.False(VisibleText.IsHidden(new Rune(character)));
}
