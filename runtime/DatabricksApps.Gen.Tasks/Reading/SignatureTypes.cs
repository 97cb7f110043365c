using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;

namespace DatabricksApps.Gen.Tasks.Reading;

/// <summary>What stands for the type parameters of a signature.</summary>
internal sealed record TypeArguments(ImmutableArray<GeneratedType[]?> OfType, ImmutableArray<GeneratedType[]?> OfMethod)
{
    public static TypeArguments None { get; } = new(ImmutableArray<GeneratedType[]?>.Empty, ImmutableArray<GeneratedType[]?>.Empty);
}

/// <summary>Reads of signatures which generated types they mention.</summary>
internal sealed class SignatureTypes(MetadataReader reader, GeneratedTypes generated) : ISignatureTypeProvider<GeneratedType[]?, TypeArguments>
{
    private readonly Dictionary<TypeDefinitionHandle, GeneratedType[]?> _own = new();

    public GeneratedType[]? Of(EntityHandle type, TypeArguments arguments) => type.Kind switch
    {
        HandleKind.TypeDefinition => Of((TypeDefinitionHandle)type),
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)type).DecodeSignature(this, arguments),
        _ => null,
    };

    /// <summary>Gets what a type of this assembly shows of generated types to a serializer.</summary>
    public GeneratedType[]? Of(TypeDefinitionHandle handle)
    {
        if (generated.Of(handle, out bool isNested) is { } type)
        {
            return isNested ? null : type.AsMention;
        }

        if (_own.TryGetValue(handle, out GeneratedType[]? known))
        {
            return known;
        }

        // A type that holds itself shows no more for that.
        _own[handle] = null;
        TypeDefinition definition = reader.GetTypeDefinition(handle);
        return _own[handle] = IsMadeByCompiler(definition) ? null : Shown(definition);
    }

    private bool IsMadeByCompiler(TypeDefinition type) => reader.GetString(type.Name) is ['<', ..];

    private GeneratedType[]? Shown(TypeDefinition type)
    {
        IEnumerable<GeneratedType[]?> fields = type.GetFields()
            .Select(reader.GetFieldDefinition)
            .Where(field => (field.Attributes & (FieldAttributes.FieldAccessMask | FieldAttributes.Static)) == FieldAttributes.Public)
            .Select(field => field.DecodeSignature(this, TypeArguments.None));
        IEnumerable<GeneratedType[]?> properties = type.GetProperties()
            .Select(property => reader.GetPropertyDefinition(property).GetAccessors().Getter)
            .Where(getter => !getter.IsNil)
            .Select(reader.GetMethodDefinition)
            .Where(getter => (getter.Attributes & (MethodAttributes.MemberAccessMask | MethodAttributes.Static)) == MethodAttributes.Public)
            .Select(getter => getter.DecodeSignature(this, TypeArguments.None).ReturnType);
        return fields.Concat(properties).Aggregate((GeneratedType[]?)null, Mentions.Join);
    }

    public GeneratedType[]? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Of(handle);

    public GeneratedType[]? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) =>
        reader.GetString(reader.GetTypeReference(handle).Name) is "Task" or "ValueTask" or "IDisposable" or "IAsyncDisposable" ? Mentions.Kept : null;

    public GeneratedType[]? GetTypeFromSpecification(MetadataReader reader, TypeArguments genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        Of(handle, genericContext);

    public GeneratedType[]? GetGenericInstantiation(GeneratedType[]? genericType, ImmutableArray<GeneratedType[]?> typeArguments) =>
        typeArguments.Aggregate(genericType, Mentions.Join);

    public GeneratedType[]? GetGenericTypeParameter(TypeArguments genericContext, int index) => At(genericContext.OfType, index);

    public GeneratedType[]? GetGenericMethodParameter(TypeArguments genericContext, int index) => At(genericContext.OfMethod, index);

    public GeneratedType[]? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;

    public GeneratedType[]? GetFunctionPointerType(MethodSignature<GeneratedType[]?> signature) => null;

    public GeneratedType[]? GetArrayType(GeneratedType[]? elementType, ArrayShape shape) => elementType;

    public GeneratedType[]? GetSZArrayType(GeneratedType[]? elementType) => elementType;

    public GeneratedType[]? GetByReferenceType(GeneratedType[]? elementType) => elementType;

    public GeneratedType[]? GetPointerType(GeneratedType[]? elementType) => elementType;

    public GeneratedType[]? GetPinnedType(GeneratedType[]? elementType) => elementType;

    public GeneratedType[]? GetModifiedType(GeneratedType[]? modifier, GeneratedType[]? unmodifiedType, bool isRequired) => unmodifiedType;

    private static GeneratedType[]? At(ImmutableArray<GeneratedType[]?> types, int index) => index < types.Length ? types[index] : null;
}
