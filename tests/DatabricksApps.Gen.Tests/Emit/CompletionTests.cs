using System.ComponentModel;
using System.Reflection;
using DatabricksApps.Gen.Model;
using static DatabricksApps.Gen.Tests.Emit.Shop;

namespace DatabricksApps.Gen.Tests.Emit;

/// <summary>What a user sees behind the dot of a type, of which reading JSON is no part.</summary>
public sealed class CompletionTests
{
    private static readonly Assembly s_assembly = new EmittedTypes(
        Object("Item", Optional("Name", StringType)),
        Enum("Status", EnumKind.String, ("New", "new")),
        Enum("Level", EnumKind.Integer, ("Low", "1")),
        Enum("Mode", EnumKind.Mixed, ("Auto", "\"auto\"")),
        Union("Value", null, Case("Item", Ref("Item")), Case("Text", StringType)),
        new TupleTypeModel("Row", "Row", DocModel.None, false, EquatableArray.Create(Int64Type), null)).Compile();

    [Theory]
    [InlineData("Item", "", "ReadFrom")]
    [InlineData("Status", "New", "FitOf,ReadFrom")]
    [InlineData("Level", "Low", "FitOf,ReadFrom")]
    [InlineData("Mode", "Auto", "FitOf,ReadFrom")]
    [InlineData("Value", "FromItem,FromText", "FitOf,ReadFrom")]
    [InlineData("Row", "", "FitOf,ReadFrom")]
    public void Only_generated_code_sees_what_reads_a_type(string type, string shown, string hidden)
    {
        ILookup<bool, string> members = s_assembly.GetType("MyApp.ShopApi." + type, throwOnError: true)!
            .GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is FieldInfo or MethodInfo { IsSpecialName: false })
            .OrderBy(member => member.Name, StringComparer.Ordinal)
            .ToLookup(
                member => member.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never,
                member => member.Name);

        Assert.Equal(shown, string.Join(',', members[false]));
        Assert.Equal(hidden, string.Join(',', members[true]));
    }
}
