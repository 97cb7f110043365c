using System.Reflection;
using System.Runtime.CompilerServices;
using DatabricksApps.Gen.Diagnostics;
using DatabricksApps.Gen.Model;
using DatabricksApps.Gen.Pipeline;
using Microsoft.CodeAnalysis.Text;

namespace DatabricksApps.Gen.Tests.Rooms;

/// <summary>What leaves the step that reads a document is value-equal all the way down.</summary>
public sealed class ModelTests
{
    public static TheoryData<Type> Records =>
        [.. typeof(ClientModel).Assembly.GetTypes().Where(IsModel), typeof(DocumentResult), typeof(DiagnosticInfo), typeof(Finding), typeof(ClientNames)];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_model_is_an_immutable_record_of_values(Type type)
    {
        PropertyInfo[] properties = [.. type.GetProperties().Where(property => property.Name != "EqualityContract")];

        Assert.True(type.IsSealed || type.IsAbstract, $"{type} is neither sealed nor abstract");
        Assert.NotNull(type.GetMethod("<Clone>$"));
        Assert.All(properties, property => Assert.True(IsValue(property.PropertyType), $"{type.Name}.{property.Name} is not a value"));
        Assert.All(properties, property => Assert.False(IsMutable(property), $"{type.Name}.{property.Name} can be set"));
    }

    private static bool IsModel(Type type) =>
        type.Namespace == typeof(ClientModel).Namespace
        && type is { IsEnum: false, IsNested: false }
        && !(type.IsAbstract && type.IsSealed)
        && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && type != typeof(EquatableArray<>);

    private static bool IsValue(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return IsValue(underlying);
        }

        bool isArray = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);
        return type == typeof(string)
            || type.IsPrimitive
            || type.IsEnum
            || (isArray && IsValue(type.GetGenericArguments()[0]))
            || type == typeof(TextSpan)
            || type == typeof(LinePositionSpan)
            || Records.Any(record => record.Data == type);
    }

    private static bool IsMutable(PropertyInfo property) =>
        property.SetMethod is { } setter
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
        && !setter.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.FullName == typeof(IsExternalInit).FullName);
}
