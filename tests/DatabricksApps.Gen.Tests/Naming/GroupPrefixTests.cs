using DatabricksApps.Gen.Binding.Names;
using DatabricksApps.Gen.Tests.Binding;

namespace DatabricksApps.Gen.Tests.Naming;

/// <summary>What frameworks put before the name of an operation, and its group says already.</summary>
public sealed class GroupPrefixTests
{
    [Theory]

    // NestJS, ts-rest and Weaviate, Fern, drf-spectacular, and FastAPI's advice for clients.
    [InlineData("UsersController_findAll", "Users", "findAll")]
    [InlineData("UsersController_findAll", "users", "findAll")]
    [InlineData("UserController_findAll", "Users", "findAll")]
    [InlineData("UsersController_findAll", "user", "findAll")]
    [InlineData("items.list", "items", "list")]
    [InlineData("trace_list", "Trace", "list")]
    [InlineData("traces_list", "Trace", "list")]
    [InlineData("api_books_list", "api", "books_list")]
    [InlineData("posts-list", "posts", "list")]

    // Words of a tag, however they are parted.
    [InlineData("user_accounts_list", "User Accounts", "list")]
    [InlineData("UserAccounts_list", "user-accounts", "list")]
    [InlineData("user-account.get", "UserAccounts", "get")]
    [InlineData("Users/list", "Users", "list")]
    [InlineData("UsersService.GetAll", "Users", "GetAll")]
    [InlineData("users#index", "users", "index")]

    // No sign between, or nothing left that names something.
    [InlineData("UsersList", "Users", null)]
    [InlineData("userstory_list", "Users", null)]
    [InlineData("getUsers", "Users", null)]
    [InlineData("list_users", "Users", null)]
    [InlineData("users_", "Users", null)]
    [InlineData("users_2", "Users", null)]
    [InlineData("users", "Users", null)]
    [InlineData("UsersController", "Users", null)]
    [InlineData("_list", "", null)]
    [InlineData("s_list", "s", "list")]
    [InlineData("_list", "s", null)]
    [InlineData("list", "-", null)]
    public void Words_of_the_group_are_not_repeated(string operationId, string tag, string? expected) =>
        Assert.Equal(expected, GroupPrefix.Remove(operationId, tag));

    [Theory]
    [InlineData("UsersController_findAll", "Users.FindAllAsync")]
    [InlineData("Users_getAsync", "Users.GetAsync")]

    // FastAPI's: the name of the function, which the author knows.
    [InlineData("users_list_api_a_get", "Users.UsersListAsync")]
    public void A_method_is_named_without_them(string operationId, string expected) =>
        Assert.Equal([expected + "() -> None"], BoundDocument.OfPaths(Path("a", operationId)).Operations);

    // Neither gets it: each has its class again, and then no path.
    [Fact]
    public void Where_two_are_left_with_one_name_both_have_them()
    {
        BoundDocument bound = BoundDocument.OfPaths($"{Path("a", "UsersController_list")[..^1]},{Path("b", "UserService_list")[1..]}");

        Assert.Equal(["Users.UsersControllerListAsync() -> None", "Users.UserServiceListAsync() -> None"], bound.Operations);
        Assert.Equal(["DBXAPP0106 /paths/~1api~1a/get", "DBXAPP0106 /paths/~1api~1b/get"], bound.FindingPlaces);
    }

    private static string Path(string path, string operationId) =>
        $$$$$"""{"/api/{{{{{path}}}}}":{"get":{"operationId":"{{{{{operationId}}}}}","tags":["Users"],"responses":{}}}}""";
}
