#nullable enable
#pragma warning disable CS8618
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DatabricksApps.Generated;

namespace DatabricksApps.Benchmarks.Shape;

[JsonConverter(typeof(ModelConverter<Item>))]
public sealed partial record Item : JsonModel, IJsonModel<Item>
{
    private static readonly JsonMembers s_members = new("!id\n!name\n?description\n!price\n?tags\n!status\n!created_at\n dimensions\n?attributes\n?supplier\n!quantity\n!uuid"u8);

    private long _id;
    private string _name;
    private string? _description;
    private double _price;
    private IReadOnlyList<string>? _tags;
    private Status _status;
    private DateTimeOffset _createdAt;
    private Dimensions? _dimensions;
    private IReadOnlyDictionary<string, string>? _attributes;
    private string? _supplier;
    private int _quantity;
    private Guid _uuid;

    public Item() { }

    [SetsRequiredMembers]
    private Item(ref Utf8JsonReader reader) : this() => ReadMembers(s_members, ref reader);

    public required long Id { get => _id; init => _id = value; }
    public required string Name { get => _name; init => _name = value; }
    public string? Description { get => _description; init { _description = value; Assign(2); } }
    public required double Price { get => _price; init => _price = value; }
    public IReadOnlyList<string> Tags { get => _tags ?? []; init { _tags = value; Assign(4); } }
    public required Status Status { get => _status; init => _status = value; }
    public required DateTimeOffset CreatedAt { get => _createdAt; init => _createdAt = value; }
    public Dimensions? Dimensions { get => _dimensions; init => _dimensions = value; }
    public IReadOnlyDictionary<string, string> Attributes { get => _attributes ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty; init { _attributes = value; Assign(8); } }
    public string? Supplier { get => _supplier; init { _supplier = value; Assign(9); } }
    public required int Quantity { get => _quantity; init => _quantity = value; }
    public required Guid Uuid { get => _uuid; init => _uuid = value; }

    public static Item ReadFrom(ref Utf8JsonReader reader) => new(ref reader);
    public bool Equals(Item? other) => base.Equals(other);
    public override int GetHashCode() => base.GetHashCode();
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);

    protected override void ReadMember(int member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case 0: _id = Int64Json.Read(ref reader); break;
            case 1: _name = StringJson.Read(ref reader); break;
            case 2: _description = ReferenceOrNullJson<string, StringJson>.Read(ref reader); break;
            case 3: _price = DoubleJson.Read(ref reader); break;
            case 4: _tags = ListJson<string, StringJson>.Read(ref reader); break;
            case 5: _status = ModelJson<Status>.Read(ref reader); break;
            case 6: _createdAt = DateTimeJson.Read(ref reader); break;
            case 7: _dimensions = ReferenceOrNullJson<Dimensions, ModelJson<Dimensions>>.Read(ref reader); break;
            case 8: _attributes = MapJson<string, StringJson>.Read(ref reader); break;
            case 9: _supplier = ReferenceOrNullJson<string, StringJson>.Read(ref reader); break;
            case 10: _quantity = Int32Json.Read(ref reader); break;
            case 11: _uuid = GuidJson.Read(ref reader); break;
        }
    }

    protected override void WriteMembers(ref JsonMemberWriter writer)
    {
        writer.Begin(s_members);
        writer.Write<long, Int64Json>(_id);
        writer.Write<string, StringJson>(_name);
        writer.WriteAssigned<string?, ReferenceOrNullJson<string, StringJson>>(_description);
        writer.Write<double, DoubleJson>(_price);
        writer.WriteAssigned<IReadOnlyList<string>, ListJson<string, StringJson>>(Tags);
        writer.Write<Status, ModelJson<Status>>(_status);
        writer.Write<DateTimeOffset, DateTimeJson>(_createdAt);
        writer.WriteOptional<Dimensions, ModelJson<Dimensions>>(_dimensions);
        writer.WriteAssigned<IReadOnlyDictionary<string, string>, MapJson<string, StringJson>>(Attributes);
        writer.WriteAssigned<string?, ReferenceOrNullJson<string, StringJson>>(_supplier);
        writer.Write<int, Int32Json>(_quantity);
        writer.Write<Guid, GuidJson>(_uuid);
    }
}

[JsonConverter(typeof(ModelConverter<Dimensions>))]
public sealed partial record Dimensions : JsonModel, IJsonModel<Dimensions>
{
    private static readonly JsonMembers s_members = new("!width\n!height\n!depth"u8);

    private double _width;
    private double _height;
    private double _depth;

    public Dimensions() { }

    [SetsRequiredMembers]
    private Dimensions(ref Utf8JsonReader reader) : this() => ReadMembers(s_members, ref reader);

    public required double Width { get => _width; init => _width = value; }
    public required double Height { get => _height; init => _height = value; }
    public required double Depth { get => _depth; init => _depth = value; }

    public static Dimensions ReadFrom(ref Utf8JsonReader reader) => new(ref reader);
    public bool Equals(Dimensions? other) => base.Equals(other);
    public override int GetHashCode() => base.GetHashCode();
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);

    protected override void ReadMember(int member, ref Utf8JsonReader reader)
    {
        switch (member)
        {
            case 0: _width = DoubleJson.Read(ref reader); break;
            case 1: _height = DoubleJson.Read(ref reader); break;
            case 2: _depth = DoubleJson.Read(ref reader); break;
        }
    }

    protected override void WriteMembers(ref JsonMemberWriter writer)
    {
        writer.Begin(s_members);
        writer.Write<double, DoubleJson>(_width);
        writer.Write<double, DoubleJson>(_height);
        writer.Write<double, DoubleJson>(_depth);
    }
}

[JsonConverter(typeof(ModelConverter<Status>))]
public readonly partial struct Status : IEquatable<Status>, IJsonModel<Status>
{
    private static readonly JsonEnum s_values = new("available", "sold-out");
    private readonly string? _value;
    public Status(string value) => _value = value;
    public static Status Available => new("available");
    public static Status SoldOut => new("sold-out");
    public string Value => _value ?? "";
    public bool Equals(Status other) => Value == other.Value;
    public override bool Equals(object? obj) => obj is Status other && Equals(other);
    public override int GetHashCode() => Value.GetHashCode();
    public static Status ReadFrom(ref Utf8JsonReader reader) => new(s_values.Read(ref reader));
    public static int Fit(Utf8JsonReader reader) => s_values.Fit(reader);
    public void WriteTo(Utf8JsonWriter writer) => writer.WriteStringValue(Value);
}
