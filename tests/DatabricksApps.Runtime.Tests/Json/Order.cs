using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using DatabricksApps.Generated;

namespace DatabricksApps.Tests.Json;

/// <summary>A model as the generator writes it, with one member of each kind.</summary>
[JsonConverter(typeof(ModelConverter<Order>))]
public sealed class Order : JsonModel, IJsonModel<Order>
{
    internal static readonly JsonMembers JsonMembers = new("!id\n note\n?comment\n?limit\n?*token\n parent"u8);

    private long _id;
    private string? _note;
    private string? _comment;
    private long _limit = 10;
    private string? _token;
    private Order? _parent;

    public Order()
    {
    }

    [SetsRequiredMembers]
    public Order(Order original)
        : base(original)
    {
        _id = original._id;
        _note = original._note;
        _comment = original._comment;
        _limit = original._limit;
        _token = original._token;
        _parent = original._parent;
    }

    [SetsRequiredMembers]
    private Order(ref Utf8JsonReader reader)
        : this() => ReadMembers(JsonMembers, ref reader);

    public required long Id { get => _id; init => _id = value; }

    public string? Note { get => _note; init => _note = value; }

    public string? Comment
    {
        get => _comment;
        init
        {
            _comment = value;
            Assign(2);
        }
    }

    public long Limit
    {
        get => _limit;
        init
        {
            _limit = value;
            Assign(3);
        }
    }

    public string? Token
    {
        get => _token;
        init
        {
            _token = value;
            Assign(4);
        }
    }

    public Order? Parent { get => _parent; init => _parent = value; }

    static Order IJsonModel<Order>.ReadFrom(ref Utf8JsonReader reader) => new(ref reader);

    protected override void ReadMember(int member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case 0: _id = Int64Json.Read(ref reader); break;
            case 1: _note = ReferenceOrNullJson<string, StringJson>.Read(ref reader); break;
            case 2: _comment = ReferenceOrNullJson<string, StringJson>.Read(ref reader); break;
            case 3: _limit = Int64Json.Read(ref reader); break;
            case 4: _token = ReferenceOrNullJson<string, StringJson>.Read(ref reader); break;
            case 5: _parent = ReferenceOrNullJson<Order, ModelJson<Order>>.Read(ref reader); break;
        }
    }

    protected override void WriteMembers(ref JsonMemberWriter writer)
    {
        writer.Begin(JsonMembers);
        writer.Write<long, Int64Json>(_id);
        writer.WriteOptional<string, StringJson>(_note);
        writer.WriteAssigned<string?, ReferenceOrNullJson<string, StringJson>>(_comment);
        writer.WriteAssigned<long, Int64Json>(_limit);
        writer.WriteAssigned<string?, ReferenceOrNullJson<string, StringJson>>(_token);
        writer.WriteOptional<Order, ModelJson<Order>>(_parent);
    }
}
