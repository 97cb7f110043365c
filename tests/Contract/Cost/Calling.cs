using System.Globalization;
using System.Text;

namespace DatabricksApps.Contract.Cost;

/// <summary>A solution's code around a client of 50 operations: 300 files, each with five calls among twenty methods that call none.</summary>
internal static class Calling
{
    public const int Files = 300;
    private const int Operations = 50;

    // The calls of these files leave the limit to the app, and show what its items may lack now.
    private const int TellingFiles = 6;

    /// <summary>Gets the document.</summary>
    /// <param name="limit">What the limit of each operation is where it is left out.</param>
    /// <param name="required">The members that an item always has.</param>
    public static string Document(int limit, string required)
    {
        IEnumerable<int> numbers = Enumerable.Range(0, Operations);
        string paths = string.Join(",", numbers.Select(i => $$"""
            "/api/items{{i}}": { "get": { "operationId": "list_item{{i}}", "parameters": [
              { "name": "q", "in": "query", "required": true, "schema": { "type": "string" } }, { "name": "limit", "in": "query", "schema": { "type": "integer", "default": {{limit}} } } ],
              "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "type": "array", "items": { "$ref": "#/components/schemas/Item{{i}}" } } } } } } } }
            """));
        string schemas = string.Join(",", numbers.Select(i => $$"""
            "Item{{i}}": { "type": "object", "required": [{{required}}], "properties": { "id": { "type": "integer" }, "size": { "type": "integer" }, "only{{i}}": { "type": "string" } } }
            """));
        return $$"""{ "openapi": "3.1.0", "info": { "title": "Depot", "version": "1" }, "paths": { {{paths}} }, "components": { "schemas": { {{schemas}} } } }""";
    }

    /// <summary>Gets the code of a file.</summary>
    /// <param name="file">Its number.</param>
    /// <param name="tellsEverywhere">Whether each file has what the changes matter to, or a few.</param>
    public static string Code(int file, bool tellsEverywhere)
    {
        bool tells = tellsEverywhere || file < TellingFiles;
        StringBuilder code = new($"static class Use{file} {{\n");
        for (int i = 0; i < 20; i++)
        {
            code.Append(CultureInfo.InvariantCulture, $$"""
                    public static List<string> Words{{i}}(string text) => text.Split(' ').Where(word => word.Length > {{i}}).Select(word => word.ToUpperInvariant()).ToList();

                """);
            if (i % 4 == 0)
            {
                int operation = (file + i) % Operations;
                code.Append(CultureInfo.InvariantCulture, $$"""
                        public static async Task<long> Call{{i}}Async(DepotClient depot)
                        {
                            long sum = 0;
                            foreach (Item{{operation}} item in await depot.ListItem{{operation}}Async("a"{{(tells ? "" : ", limit: 5")}})) { sum += item.Id; Console.WriteLine($"{item.{{(tells ? "Size" : "Id")}}}"); }
                            return sum;
                        }

                    """);
            }
        }

        return code.Append("}\n").ToString();
    }
}
