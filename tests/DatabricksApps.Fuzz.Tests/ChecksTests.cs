using DatabricksApps.Fuzz.Checks;
using DatabricksApps.Fuzz.Mutations;
using DatabricksApps.Fuzz.Runtime;
using DatabricksApps.Fuzz.ThingsApi;
using Microsoft.CodeAnalysis.CSharp;

namespace DatabricksApps.Fuzz.Tests;

/// <summary>The checks see what they are there for.</summary>
public sealed class ChecksTests
{
    [Theory]
    [InlineData($"class {Texts.Canary};", "foreign token IdentifierToken")]
    [InlineData($"/// <{Texts.Canary}/>\nclass A;", "foreign token IdentifierToken")]
    [InlineData($"/// <see cref=\"{Texts.Canary}\"/>\nclass A;", "foreign token IdentifierToken")]
    [InlineData("#pragma warning disable CS1234\nclass A;", "foreign directive")]
    [InlineData("#if X\n#endif", "foreign directive")]
    public void Code_of_the_document_is_found(string code, string signature) => Assert.Contains(signature, Signatures(code));

    [Theory]
    [InlineData($"#nullable enable annotations\n// {Texts.Canary}\n/// <summary>{Texts.Canary}</summary>\nclass A {{ string B = \"{Texts.Canary}\"; }}")]
    [InlineData("class Zq7CanaryX;")]
    public void Texts_and_comments_are_not_code(string code) => Assert.Empty(Signatures(code));

    [Theory]
    [InlineData("boom", "escaped InvalidOperationException")]
    [InlineData("app", "")]
    [InlineData("own", "")]
    [InlineData("left", "")]
    [InlineData("cancelled", "escaped OperationCanceledException")]
    [InlineData("result", "ToString throws NotSupportedException")]
    public async Task How_a_call_ends_is_judged(string how, string signature)
    {
        using CancellationTokenSource caller = new();
        InvalidOperationException own = new();
        ThingCall call = ThingCall.All[0] with
        {
            Run = _ => how switch
            {
                "app" => throw new AppException("x", AppErrorReason.AppFailed),
                "own" => throw own,
                "left" => Left(),
                "cancelled" => throw new OperationCanceledException(),
                "result" => Task.FromResult<object?>(new Unshowable()),
                _ => throw new InvalidOperationException(),
            },
        };
        using HttpClient http = new();
        CallInput input = new(new ThingsClient(http), new AppRequestOptions(), AppFile.FromBytes(default), caller.Token);

        IReadOnlyList<Failure> failures = await Outcome.OfAsync(call, input, () => own);

        Assert.StartsWith(signature, failures.SingleOrDefault()?.Signature ?? "");
        Assert.Equal(signature.Length == 0, failures.Count == 0);

        Task<object?> Left()
        {
            caller.Cancel();
            throw new OperationCanceledException(caller.Token);
        }
    }

    private static IEnumerable<string> Signatures(string code) =>
        ForeignTokenCheck.Find([CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken)])
            .Select(failure => failure.Signature);

    private sealed class Unshowable
    {
        public override string ToString() => throw new NotSupportedException();
    }
}
