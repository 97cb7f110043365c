// DBXAPP0106 /paths/~1api~1items~1{item_id}/get/parameters/1
// DBXAPP0106 /paths/~1api~1items~1{item_id}/get/parameters/6
// DBXAPP0106 /paths/~1api~1items~1{item_id}/get/parameters/7
// DBXAPP0108 /paths/~1api~1items~1{item_id}/get/parameters/8

public sealed partial class ShopClient
{
    // GET /api/items/{item_id}
    // header X-Token: xToken
    // header x-numbers: xNumbers
    // cookie ads_id: adsId
    // query options: queryOptions
    // header item-id: itemMinusId
    public Task ListItemsAsync(
        long pathItemId,
        string xToken,
        string? q = null,
        IReadOnlyList<long>? xNumbers = null,
        string? adsId = null,
        string? @class = null,
        string? queryOptions = null,
        long? itemMinusId = null);
}
