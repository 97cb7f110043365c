using System.Text;
using DatabricksApps.Errors;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Errors;

/// <summary>What is hidden of a text, and what is not: a message that hides too much tells nothing.</summary>
public sealed class RedactionTests
{
    [Theory]
    [InlineData("Bearer abcdefgh", "Bearer ***")]
    [InlineData("BEARER zzzzzzzz==, ok", "BEARER ***, ok")]
    [InlineData("Bearer abcdefg", "Bearer abcdefg")]
    [InlineData("abearer abcdefgh", "abearer abcdefgh")]
    [InlineData("see eyJabcdefgh.xyz.-_", "see ***")]
    [InlineData("EYJABCDEFGH", "***")]
    [InlineData("eyJabcdefg", "eyJabcdefg")]
    [InlineData("heyJabcdefgh", "heyJabcdefgh")]
    [InlineData("dapi0123456789abcdef", "***")]
    [InlineData("dose0123456789abcdef", "***")]
    [InlineData("doau0123456789abcdef", "***")]
    [InlineData("dkea0123456789ABCDEF.", "***.")]
    [InlineData("dapi0123456789abcde", "dapi0123456789abcde")]
    [InlineData("xyzw0123456789abcdef", "xyzw0123456789abcdef")]
    public void What_looks_like_a_token_is_hidden_from_eight_characters_or_sixteen_digits(string text, string expected) =>
        Assert.Equal(expected, Redaction.Hide(text, null));

    [Theory]
    [InlineData("you sent zyxwvuts", "zyxwvuts", "you sent ***")]
    [InlineData("you sent ZYXWVUTS", "zyxwvuts", "you sent ***")]
    [InlineData("zyxwvuts", "zyxwvuts", "***")]
    [InlineData("zyxwvuts zyxwvuts", "zyxwvuts", "*** ***")]
    [InlineData("you sent zyxw", "zyxw", "you sent ***")]
    [InlineData("you sent zyx", "zyx", "you sent zyx")]
    [InlineData("you sent zyxwvut", "zyxwvuts", "you sent zyxwvut")]
    public void A_token_is_hidden_from_four_characters(string text, string token, string expected) =>
        Assert.Equal(expected, Redaction.Hide(text, token));

    [Theory]
    [InlineData("key=s3cr&t to", "s3cr&t", "key=*** to")]
    [InlineData("key=S3CR&T to", "s3cr&t", "key=*** to")]
    [InlineData("key=s3cr%26t to", "s3cr&t", "key=*** to")]
    [InlineData("key=S3R&T to", "s3r&t", "key=S3R&T to")]
    [InlineData("key=s3r%26t to", "s3r&t", "key=s3r%26t to")]
    [InlineData("key=s3cr&t-2 to", "s3cr&t-2", "key=*** to")]
    [InlineData("key=s3cr%26t-2 to", "s3cr&t-2", "key=*** to")]
    [InlineData("key=line\nbreak to", "line\nbreak", "key=*** to")]
    public void So_is_an_API_key_of_any_length_and_its_other_forms_from_six(string text, string key, string expected)
    {
        AppRequest request = Calls.Get();
        request.SentKeys = ["another-key", key];

        Assert.Equal(expected, Redaction.HideSent(request, text));
    }

    [Fact]
    public void Both_are_hidden_in_one_text()
    {
        AppRequest request = Calls.Get();
        request.SentKeys = ["first-key", "second-key"];
        request.SentToken = "the-token";

        Assert.Equal("***, ***, *** and more", Redaction.HideSent(request, "first-key, second-key, the-token and more"));
    }

    // The edges of a longer run hold the rest of the secret: they go with it.
    [Theory]
    [InlineData("", "", "a *** b")]
    [InlineData("00ff", "0a", "a *** b")]
    [InlineData("-", "-", "a -***- b")]
    public void A_form_in_digits_takes_the_whole_run_of_digits(string before, string behind, string expected) =>
        Assert.Equal(expected, Redaction.Hide($"a {before}{Convert.ToHexString(Encoding.UTF8.GetBytes("zyxwvuts"))}{behind} b", "zyxwvuts"));

    // Each alone: an escape or a line break at the very start too, and a secret that is no single word.
    [Theory]
    [InlineData("ZYXWVUTS", "zyxwvuts", "***")]
    [InlineData("a ZYXWVUTS", "zyxwvuts", "a ***")]
    [InlineData("%7Ayxwvuts", "zyxwvuts", "***")]
    [InlineData("a zyx%77vuts", "zyxwvuts", "a ***")]
    [InlineData("\\u007ayxwvuts", "zyxwvuts", "***")]
    [InlineData("&#122;yxwvuts", "zyxwvuts", "***")]
    [InlineData("zyx\nwvuts", "zyxwvuts", "***")]
    [InlineData("zyx\rwvuts", "zyxwvuts", "***")]
    [InlineData("\nzyx\nwvuts", "zyxwvuts", "\n***")]
    [InlineData("ZY XW VUTS", "zy xw vuts", "***")]
    [InlineData("7A79787776757473", "zyxwvuts-", "7A79787776757473")]
    [InlineData("7A79787776757473", "zyxwvuts", "***")]
    [InlineData("enl4d3Z1dHM=", "zyxwvuts", "***")]
    [InlineData("enl4d3Z1dHM", "zyxwvuts", "***")]
    [InlineData("ENL4D3Z1DHM", "zyxwvuts", "ENL4D3Z1DHM")]
    public void A_secret_is_found_in_each_form_alone(string text, string secret, string expected) =>
        Assert.Equal(expected, Redaction.Hide(text, secret));

    [Theory]
    [InlineData("%2525255A", false)]
    [InlineData("%25255A", true)]
    public void A_secret_is_looked_for_beneath_three_levels_of_escapes(string z, bool isHidden) =>
        Assert.Equal(isHidden ? "a *** b" : $"a {z}yxwvuts b", Redaction.Hide($"a {z}yxwvuts b", "zyxwvuts"));
}
