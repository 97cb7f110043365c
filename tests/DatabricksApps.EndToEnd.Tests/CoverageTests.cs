using System.Reflection;
using DatabricksApps.EndToEnd.Tests.DjangoApi;
using DatabricksApps.EndToEnd.Tests.FastifyApi;
using DatabricksApps.EndToEnd.Tests.HonoApi;
using DatabricksApps.EndToEnd.Tests.InventoryApi;
using DatabricksApps.EndToEnd.Tests.NestApi;
using DatabricksApps.EndToEnd.Tests.PagingApi;
using DatabricksApps.EndToEnd.Tests.ShopApi;

namespace DatabricksApps.EndToEnd.Tests;

/// <summary>The suites call every method of the clients.</summary>
public sealed class CoverageTests
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<MethodBase> s_called =
    [
        .. from type in typeof(CoverageTests).Assembly.GetTypes()
           where type.Namespace?.EndsWith("Api", StringComparison.Ordinal) != true
           from method in type.GetMethods(Everything)
           from called in CallsOf(method)
           select called,
    ];

    [Theory]
    [InlineData(typeof(InventoryClient), 33)]
    [InlineData(typeof(ShopClient), 9)]
    [InlineData(typeof(FastifyClient), 10)]
    [InlineData(typeof(HonoClient), 10)]
    [InlineData(typeof(NestClient), 10)]
    [InlineData(typeof(DjangoClient), 15)]
    [InlineData(typeof(PagingClient), 14)]
    public void Every_operation_is_called(Type client, int count)
    {
        MethodInfo[] operations =
        [
            .. from type in client.GetProperties().Select(property => property.PropertyType).Append(client)
               where type.Assembly == client.Assembly
               from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
               where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.Name is not (nameof(IAsyncDisposable.DisposeAsync) or "AnswerOfAsync" or "ResultOfAsync" or "FailureOfAsync")
               select method,
        ];

        Assert.Equal(count, operations.Length);
        Assert.Empty(operations.Where(operation => !s_called.Contains(operation)).Select(operation => operation.Name));
    }

    // The operands of call (28) and callvirt (6F). What looks like one by chance resolves to nothing, or to a method
    // that is called somewhere else.
    private static IEnumerable<MethodBase> CallsOf(MethodInfo method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i < code.Length - 4; i++)
        {
            if (code[i] is 0x28 or 0x6F && Resolve(method.Module, BitConverter.ToInt32(code, i + 1)) is { } called)
            {
                yield return called;
            }
        }
    }

    // Tokens of methods begin with 06; the clients are in this assembly and not generic.
    private static MethodBase? Resolve(Module module, int token)
    {
        try
        {
            return token >> 24 == 0x06 ? module.ResolveMethod(token) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
