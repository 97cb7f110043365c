using DatabricksApps.Gen.Binding.Spelling;

namespace DatabricksApps.Gen.Tests.Naming;

public sealed class FastApiOperationIdTests
{
    [Theory]

    // FastAPI's own rule.
    [InlineData("read_item_items__item_id__get", "/items/{item_id}", "GET", "read_item")]
    [InlineData("root__get", "/", "GET", "root")]
    [InlineData("read_items_api_v1_items__get", "/api/v1/items/", "GET", "read_items")]
    [InlineData("get_file_files__file_path_path__get", "/files/{file_path:path}", "GET", "get_file")]
    [InlineData("get_dotted_a_b_c_d_json_get", "/a-b/c.d.json", "GET", "get_dotted")]
    [InlineData("lire_été_été_get", "/été", "GET", "lire_été")]

    // A function whose name ends as the path does.
    [InlineData("get_items_items_get", "/items", "GET", "get_items")]
    [InlineData("items_items_items_items_get", "/items/items", "GET", "items_items")]

    // A mounted app knows the tail of the path alone.
    [InlineData("read_main_app_get", "/subapi/app", "GET", "read_main")]

    // The method of the id is that of the route's set that came first.
    [InlineData("proxy_proxy__path__get", "/proxy/{path}", "POST", "proxy")]
    [InlineData("read_items_put", "/items", "GET", "read")]
    [InlineData("read_items_post", "/items", "GET", "read")]
    [InlineData("read_items_delete", "/items", "GET", "read")]
    [InlineData("read_items_options", "/items", "GET", "read")]
    [InlineData("read_items_head", "/items", "GET", "read")]
    [InlineData("read_items_patch", "/items", "GET", "read")]
    [InlineData("read_items_trace", "/items", "GET", "read")]

    // A method that is no other route's is its own alone.
    [InlineData("read_items_copy", "/items", "COPY", "read")]
    [InlineData("read_items_copy", "/items", "GET", null)]

    // Before 0.75 only braces and slashes were replaced.
    [InlineData("read_a-b_items__item-id__get", "/a-b/items/{item-id}", "GET", "read")]

    // What the documentation of FastAPI proposes for clients.
    [InlineData("items-get_items", "/items", "GET", "get_items")]

    // No rule of FastAPI's.
    [InlineData("items-", "/x", "GET", null)]
    [InlineData("itemsX", "/x", "GET", null)]
    [InlineData("Items-a", "/x", "GET", null)]
    [InlineData("getItem", "/items/{item_id}", "GET", null)]
    [InlineData("_items_get", "/items", "GET", null)]
    [InlineData("read_items_get", "/things", "GET", null)]
    public void The_function_of_an_operationId_is_found(string operationId, string path, string method, string? function) =>
        Assert.Equal(function, FastApiOperationId.FindName(operationId, path, method, ["items"]));
}
