using Microsoft.CodeAnalysis;

namespace DatabricksApps.Gen.Tests.Usage;

/// <summary>What is read from an assembly: which operations code calls, which members it reads and sets, what it hands on whole.</summary>
public sealed class UsageTests
{
    [Fact]
    public void Code_that_only_makes_a_client_uses_nothing() =>
        Assert.Equal("", UsedCode.Of("object? Own() => client; DepotClient Make() => new(new HttpClient());"));

    [Theory]
    [InlineData("Task A() => client.HealthAsync();", "calls HealthAsync")]
    [InlineData("async Task A() { await client.HealthAsync(); }", "calls HealthAsync")]
    [InlineData("Func<Task> A() => () => client.HealthAsync();", "calls HealthAsync")]
    [InlineData("Func<AppRequestOptions?, CancellationToken, Task> A() => client.HealthAsync;", "calls HealthAsync")]
    [InlineData("Task A() { return Local(); Task Local() => client.HealthAsync(); }", "calls HealthAsync")]
    [InlineData("Task<AppAnswer> A() => client.AnswerOfAsync(c => c.HealthAsync());", "calls AnswerOfAsync HealthAsync")]
    [InlineData("Task A() => client.Items.ListItemsAsync();", "calls Items.ListItemsAsync")]
    [InlineData("async Task<int> A() => (await client.Items.ListItemsAsync()).Count;", "calls Items.ListItemsAsync")]
    [InlineData("async IAsyncEnumerable<long> A() { foreach (var i in await client.Items.ListItemsAsync()) yield return i.Id; }", "calls Items.ListItemsAsync\nreads Item.Id")]
    public void Calls_are_seen_wherever_they_stand(string code, string used) => Assert.Equal(used, UsedCode.Of(code));

    [Theory]
    [InlineData("string A(Item i) => i.Name;", "reads Item.Name")]
    [InlineData("string? A(Item? i) => i?.Owner?.Name;", "reads Item.Owner Owner.Name")]
    [InlineData("bool A(Item i) => i is { Quantity: > 3, Owner.City: \"Bonn\" };", "reads Item.Owner Item.Quantity Owner.City")]
    [InlineData("IEnumerable<string> A(IEnumerable<Item> i) { foreach (Item one in i) { yield return one.Name; } }", "reads Item.Name")]
    [InlineData("List<string> A(Item[] i) => i.Where(one => one.Quantity > 0).Select(one => one.Name).ToList();", "reads Item.Name Item.Quantity")]
    [InlineData("List<string> A(Item[] i) { return i.Select(Of).ToList(); static string Of(Item one) => one.Name; }", "reads Item.Name")]
    [InlineData("Item A(bool b, Item x, Item y) { Item[] both = [x, y]; return b ? both[0] : y; }", "")]
    [InlineData("Dictionary<long, Item> A(Item[] i) => i.ToDictionary(one => one.Id);", "reads Item.Id")]
    [InlineData("async Task<string> A() { try { await client.Items.AddItemAsync(null!); return \"\"; } catch (AppException<Taken> e) { return e.Error.By; } }", "calls Items.AddItemAsync\nreads Taken.By")]
    [InlineData("bool A(Item i) => i == null || i is null;", "")]
    [InlineData("System.Linq.Expressions.Expression<Func<string>> A(Item i) => () => i.Name;", "reads Item.Name")]
    public void Reads_are_those_of_the_members_that_are_named(string code, string used) => Assert.Equal(used, UsedCode.Of(code));

    [Theory]
    [InlineData("Item A() => new() { Id = 1, Name = \"bolt\" };", "sets Item Item.Id Item.Name")]
    [InlineData("Item A(Item i) => new(i) { Quantity = 2 };", "sets Item.Quantity\nwhole Item")]
    public void Sets_are_those_of_initializers_and_a_copy_has_all(string code, string used) => Assert.Equal(used, UsedCode.Of(code));

    [Theory]
    [InlineData("Color A() => Color.Red;", "uses Color.Red")]
    [InlineData("bool A(Item i) => i.Color == Color.Blue;", "reads Item.Color\nuses Color Color.Blue")]
    [InlineData("int A(Color c) => c.Kind switch { Color.Known.Red => 1, _ => 2 };", "reads Color.Kind\nwhole Color")]
    [InlineData("Color A() => \"red\";", "whole Color")]
    [InlineData("bool A(Pet p) => p.TryGetCat(out _);", "uses Pet.Cat")]
    [InlineData("bool A(Pet p) => p.TryGetValue(out Dog? dog) && dog.Size > 1;", "reads Dog.Size\nuses Pet.Dog")]
    [InlineData("Pet A(Cat c) => c;", "uses Pet.Cat")]
    [InlineData("Pet A(Dog d) => new(d);", "uses Pet.Dog")]
    [InlineData("bool A(Pet p) => p.TryGetUnknown(out _);", "uses Pet")]
    [InlineData("string A(Pet p) => p.Match(cat => \"c\", dog => \"d\", other => \"\");", "whole Pet")]
    public void Values_and_cases_are_those_that_are_named_and_a_switch_means_all(string code, string used) => Assert.Equal(used, UsedCode.Of(code));

    [Theory]
    [InlineData("string A(Item i) => System.Text.Json.JsonSerializer.Serialize(i);")]
    [InlineData("string A(Item i) => System.Text.Json.JsonSerializer.Serialize((object)i);")]
    [InlineData("Item? A(string s) => System.Text.Json.JsonSerializer.Deserialize<Item>(s);")]
    [InlineData("string A(List<Item> i) => System.Text.Json.JsonSerializer.Serialize(i);")]
    [InlineData("string A(Item i) => System.Text.Json.JsonSerializer.Serialize(new { i });")]
    [InlineData("record Row(Item Item); string A(Row r) => System.Text.Json.JsonSerializer.Serialize(r);")]
    [InlineData("string A(Item i) => i.ToString();")]
    [InlineData("string A(Item i) => $\"{i}\";")]
    [InlineData("string A(Item i) => string.Format(\"{0}\", i);")]
    [InlineData("string A(Item i, Item j, bool b) => string.Format(\"{0} {1}\", b ? i : j, 1);")]
    [InlineData("void A(Item i) => Console.WriteLine(i);")]
    [InlineData("bool A(Item i, Item j) => i == j;")]
    [InlineData("bool A(Item i, Item j) => i.Equals(j);")]
    [InlineData("bool A(List<Item> i, Item j) => i.Contains(j);")]
    [InlineData("int A(IEnumerable<Item> i) => i.Distinct().Count();")]
    [InlineData("object A(Item i) => i;")]
    [InlineData("object? _o; void A(Item i) => _o = i;")]
    [InlineData("object[] A(Item i) => [1, i];")]
    [InlineData("void A(Item i) => Log(\"\", i); void Log(string s, params object[] o) { }")]
    [InlineData("void A(Item i) => Show(i); void Show<T>(T t) => Console.WriteLine(t);")]
    [InlineData("Type A() => typeof(Item);")]
    [InlineData("void A(Func<Item> f) => Map(f); void Map(Delegate d) { }")]
    [InlineData("HashSet<Item> A() => new();")]
    [InlineData("class Page : Microsoft.Extensions.DependencyInjection.ServiceCollection { public Item? Get() => null; }")]
    public void What_is_handed_on_counts_as_a_whole(string code) => Assert.Equal("whole Item", UsedCode.Of(code).Split('\n')[^1]);

    [Theory]
    [InlineData("Lazy<Item>? _i; Item A(Item i) { _i = new(() => i); return _i.Value; }")]
    [InlineData("async Task<Item> A(Item i) { await Task.Yield(); return i; }")]
    [InlineData("Task<Item[]> A(Item i) => Task.WhenAll(Task.FromResult(i));")]
    [InlineData("(Item, int) A(Item i) => (i, 1);")]
    [InlineData("Item? A(List<Item> i) => i.OrderBy(one => 1).FirstOrDefault();")]
    [InlineData("void A(Item i) => ArgumentNullException.ThrowIfNull(i);")]
    [InlineData("async Task A(IAsyncEnumerable<Item> i) { await foreach (Item one in i) { } }")]
    [InlineData("record Row(Item Item); Row A(Item i) => new(i);")]
    public void What_only_keeps_it_uses_none_of_it(string code) => Assert.Equal("", UsedCode.Of(code));

    // The method for all pages calls the one for a page and reads the page, in lambdas of its own.
    [Fact]
    public void A_method_for_all_pages_counts_where_it_is_called() => Assert.Equal(
        "calls ListOwnersAllAsync\nreads Owner.City",
        UsedCode.Of("async Task A() { await foreach (Owner owner in client.ListOwnersAllAsync()) { string? city = owner.City; GC.KeepAlive(city?.Length); } }"));

    [Fact]
    public void The_users_own_lambdas_in_a_generated_class_count() => Assert.Equal(
        "calls HealthAsync\nreads Owner.Name",
        UsedCode.OfFile("""
            namespace MyApp.DepotApi;
            partial class DepotClient { public Func<Owner, Task<int>> Own(int least) => async owner => { await HealthAsync(); return owner.Name.Length + least; }; }
            """));

    [Fact]
    public void The_users_own_members_of_a_generated_class_count() => Assert.Equal(
        "calls HealthAsync Items.ListItemsAsync\nreads Item.Quantity",
        UsedCode.OfFile("""
            namespace MyApp.DepotApi;
            partial class Item { public bool IsLow => Quantity < 3; }
            partial class DepotClient { public async Task BothAsync() { await HealthAsync(); await Items.ListItemsAsync(); } }
            """));

    [Fact]
    public void Code_that_is_not_optimized_says_the_same() => Assert.Equal(
        "calls Items.ListItemsAsync\nreads Item.Name Item.Quantity\nwhole Owner",
        UsedCode.OfFile(
            """
            using MyApp.DepotApi;
            class User(DepotClient client)
            {
                async Task<string> A()
                {
                    foreach (Item item in await client.Items.ListItemsAsync())
                    {
                        if (item is { Quantity: > 3 } many) { return many.Name + (item.Name.Length > 1 ? new Owner(null!) : null); }
                    }
                    return "";
                }
            }
            """,
            OptimizationLevel.Debug));

    // Code that does nothing with a type does not compile without it either.
    [Theory]
    [InlineData("string Describe(Item i) => \"\";", "Item")]
    [InlineData("Dog? Last { get; set; }", "Dog")]
    [InlineData("List<Taken> all = [];", "Taken")]
    [InlineData("object A() => new Dictionary<string, Owner>();", "Owner")]
    [InlineData("bool A(object o) => o is Cat;", "Cat")]
    [InlineData("async Task A() { try { await client.HealthAsync(); } catch (AppException<Taken>) { } }", "Taken")]
    [InlineData("interface I { Color Of(); }", "Color")]
    [InlineData("Task A() => client.HealthAsync();", "")]
    public void A_type_is_named_by_signatures_fields_locals_and_type_arguments(string code, string named) => Assert.Equal(named, UsedCode.TypesOf($$"""
        using DatabricksApps;
        using MyApp.DepotApi;
        class User(DepotClient client)
        {
            DepotClient Own() => client;
            {{code}}
        }
        """));
}
