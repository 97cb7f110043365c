using DatabricksApps.Errors;

namespace DatabricksApps.Tests.Errors;

/// <summary>A run is found wherever it begins, and one that is too short is none.</summary>
public sealed class TextRunTests
{
    [Fact]
    public void Of_every_length_at_every_place()
    {
        for (int length = 1; length <= 9; length++)
        {
            for (int before = 0; before <= 20; before++)
            {
                for (int run = 0; run <= 12; run++)
                {
                    string text = new string('-', before) + new string('f', run) + "--";
                    Assert.Equal(run >= length, TextRun.IsIn<TextRun.Hexadecimal>(text, length));
                }
            }
        }
    }

    [Theory]
    [InlineData("ff-ff-ff-ff", 3, false)]
    [InlineData("ff-fff", 3, true)]
    [InlineData("", 1, false)]
    [InlineData("ff", 3, false)]
    public void Runs_do_not_add_up(string text, int length, bool expected) =>
        Assert.Equal(expected, TextRun.IsIn<TextRun.Hexadecimal>(text, length));
}
