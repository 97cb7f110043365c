using DatabricksApps.Gen.Binding.Spelling;

namespace DatabricksApps.Gen.Tests.Binding.Rules;

/// <summary>How the names of documents are spelled in C#.</summary>
public sealed class WordRules
{
    [Theory]
    [InlineData("", "")]
    [InlineData("item", "Item")]
    [InlineData("item_id", "ItemId")]
    [InlineData("itemId", "ItemId")]
    [InlineData("item  -- id", "ItemId")]
    [InlineData("--", "")]

    // Capitals stay where they tell words apart, and go where there is nothing else.
    [InlineData("itemID", "ItemID")]
    [InlineData("ITEM_ID", "ItemId")]
    [InlineData("ID", "Id")]
    [InlineData("ID_x", "IDX")]
    [InlineData("A", "A")]
    [InlineData("A1", "A1")]
    [InlineData("AB1C", "Ab1c")]

    // No name of C# begins with a digit.
    [InlineData("1st", "_1st")]
    [InlineData("1A", "_1A")]
    [InlineData("a1", "A1")]
    [InlineData("-1", "_1")]
    [InlineData("été_à", "ÉtéÀ")]
    public void A_name_of_a_type_or_member(string name, string expected) => Assert.Equal(expected, Words.Pascal(name));

    [Theory]
    [InlineData("item_id", "itemId")]
    [InlineData("I", "i")]
    [InlineData("ItemId", "itemId")]

    // Of several capitals the last one begins the next word, unless there is none.
    [InlineData("IDCard_x", "idCardX")]
    [InlineData("HTTPCode-x", "httpCodeX")]
    [InlineData("abC", "abC")]
    [InlineData("ID2x_y", "id2xY")]
    [InlineData("a", "a")]
    [InlineData("XYz", "xYz")]
    [InlineData("", "")]
    [InlineData("1st", "_1st")]
    [InlineData("1A", "_1A")]
    public void A_name_of_a_parameter(string name, string expected) => Assert.Equal(expected, Words.Camel(name));

    [Theory]
    [InlineData("a+b", "APlusB")]
    [InlineData("a-b", "AMinusB")]
    [InlineData("*", "Star")]
    [InlineData("/", "Slash")]
    [InlineData("%", "Percent")]
    [InlineData("=", "Equal")]
    [InlineData("<", "Less")]
    [InlineData(">", "Greater")]
    [InlineData("!", "Not")]
    [InlineData("&", "And")]
    [InlineData("|", "Or")]
    [InlineData("#", "Hash")]
    [InlineData("$", "Dollar")]
    [InlineData("@", "At")]
    [InlineData(".", "Dot")]
    [InlineData("~", "Tilde")]
    [InlineData("^", "Caret")]
    [InlineData("?", "Question")]
    [InlineData(":", "Colon")]
    [InlineData(",", "Comma")]
    [InlineData(";", "Semicolon")]
    [InlineData("'", "Quote")]
    [InlineData("\"", "DoubleQuote")]
    [InlineData("\\", "Backslash")]
    [InlineData("(", "Bracket")]
    [InlineData(")", "Bracket")]
    [InlineData("[", "Bracket")]
    [InlineData("]", "Bracket")]
    [InlineData("{", "Bracket")]
    [InlineData("}", "Bracket")]
    [InlineData("<=b", "LessEqualB")]

    // What is no symbol is the start of a word, as ever.
    [InlineData("a_b c", "ABC")]
    [InlineData("a_b c+", "ABCPlus")]
    public void A_name_that_is_told_from_others_by_its_symbols(string name, string expected) =>
        Assert.Equal(expected, Words.PascalWithSymbols(name));

    [Theory]
    [InlineData("", "811c9dc5")]
    [InlineData("a", "e40c292c")]
    [InlineData("foobar", "bf9cf968")]
    public void A_hash_is_that_of_Fowler_Noll_and_Vo(string text, string expected) => Assert.Equal(expected, Words.Hash(text));
}
