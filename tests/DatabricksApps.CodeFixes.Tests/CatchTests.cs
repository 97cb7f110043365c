namespace DatabricksApps.CodeFixes.Tests;

/// <summary>A clause that catches what no call of its <c>try</c> throws any more goes.</summary>
public sealed class CatchTests
{
    private const string Title = "Remove the dead catch";
    private const string Call = "await depot.Items.CreateItemAsync(new NewItem { Name = \"a\" });";

    private static readonly string[] s_undeclared = ["\"409\": -> \"x-409\":"];

    [Theory]
    [InlineData(
        $"try {{ {Call} }} catch ({{|DBXAPP0301:AppException<NameTaken>|}} taken) {{ Console.WriteLine(taken.Error); }} finally {{ }}",
        $"try {{ {Call} }} finally {{ }}")]
    [InlineData(
        $"try {{ {Call} }}\ncatch (AppException e) when (e is {{|DBXAPP0301:AppException<NameTaken>|}}) {{ }}\ncatch (AppException) {{ }}",
        $"try {{ {Call} }}\ncatch (AppException) {{ }}")]
    public Task The_clause_goes(string code, string mended) => FixTest.MendAsync(s_undeclared, code, mended, Title);

    [Theory]
    [InlineData($"try {{ {Call} }} catch ({{|DBXAPP0301:AppException<NameTaken>|}}) {{ }}", Call)]
    [InlineData(
        $"try\n{{\n    {Call}\n    if (item.Id > 0)\n    {{\n        Console.WriteLine(item.Id);\n    }}\n}}\ncatch ({{|DBXAPP0301:AppException<NameTaken>|}})\n{{\n}}",
        $"{Call}\nif (item.Id > 0)\n{{\n    Console.WriteLine(item.Id);\n}}")]
    [InlineData($"try {{ var made = {Call} }} catch ({{|DBXAPP0301:AppException<NameTaken>|}}) {{ }}", $"{{ var made = {Call} }}")]
    public Task A_try_without_clauses_goes_too(string code, string mended) => FixTest.MendAsync(s_undeclared, code, mended, Title);

    [Fact]
    public Task Of_two_dead_clauses_both_go() => FixTest.MendAsync(
        s_undeclared,
        $"try {{ {Call} }} catch ({{|DBXAPP0301:AppException<NameTaken>|}} one) when (one.Error.ExistingId > 1) {{ }} catch ({{|DBXAPP0301:AppException<NameTaken>|}}) {{ }}",
        Call,
        Title);

    // What else is called may throw it, and a filter may let through more.
    [Theory]
    [InlineData($"try {{ {Call} await OtherAsync(); }} catch ({{|DBXAPP0301:AppException<NameTaken>|}}) {{ }} static Task OtherAsync() => Task.CompletedTask;")]
    [InlineData($"try {{ {Call} }} catch (AppException e) when (e is not {{|DBXAPP0301:AppException<NameTaken>|}}) {{ }}")]
    public Task A_clause_that_may_be_reached_stays(string code) => FixTest.MendAsync(s_undeclared, code, null);
}
