using System;
using System.Collections.Generic;
using System.Linq;
using DatabricksApps.Gen.Binding.Sameness;
using DatabricksApps.Gen.Binding.Shapes;
using DatabricksApps.Gen.Model;

namespace DatabricksApps.Gen.Binding.Paging;

/// <summary>What an answer holds that may be a page: its list, and the members that may say more about it.</summary>
internal sealed class PageAnswer
{
    private readonly NamedTypes _types;
    private readonly List<PageMember> _members = new();

    private PageAnswer(NamedTypes types) => _types = types;

    /// <summary>Gets the members that lead to the items; empty: the answer is the list; null: there is no list, or more than one.</summary>
    public IReadOnlyList<string>? Items { get; private set; }

    /// <summary>Gets the one list that there is, whatever stands beside it; null: there is none, or more than one.</summary>
    public IReadOnlyList<string>? OnlyList { get; private set; }

    public static PageAnswer Of(ShapeUse answer, NamedTypes types)
    {
        PageAnswer read = new(types);
        ShapeUse use = types.Resolve(answer);
        switch (types.ContentOf(use))
        {
            case ListContent list:
                read.OnlyList = Array.Empty<string>();
                read.Items = read.IsPage(list.Item) ? null : Array.Empty<string>();
                break;
            case ObjectContent page:
                read.Add(page, Array.Empty<string>());
                read.Items = read.ItemsOf(page);
                read.OnlyList = read.ListsOf(page) is [var only] ? new[] { only.Property.Name } : null;
                break;
        }

        return read;
    }

    /// <summary>Finds the one member of a name and kind; null: there is none, or the names alone do not tell which.</summary>
    /// <param name="names">The names as they are compared, the plainest first.</param>
    /// <param name="kinds">The kinds that its value may be of.</param>
    public PageMember? Find(IReadOnlyList<string> names, params TypeKind[] kinds)
    {
        foreach (string name in names)
        {
            List<PageMember> found = _members.Where(member => PageWords.Of(member.Name) == name && kinds.Contains(member.Kind) && IsOfPage(member)).ToList();

            // What stands in the page itself counts before what stands in an object of it.
            List<PageMember> near = found.Where(member => member.Path.Count == 1).ToList();
            if ((near.Count > 0 ? near : found) is [var one])
            {
                return one;
            }

            if (found.Count > 0)
            {
                return null;
            }
        }

        return null;
    }

    // Of the page itself, of the object that has the items, or of one that is about pages: a quota has a total too.
    private bool IsOfPage(PageMember member) =>
        member.Path.Count == 1 || PageWords.IsAboutPages(member.Path[0]) || (Items is { Count: 2 } items && items[0] == member.Path[0]);

    private void Add(ObjectContent content, IReadOnlyList<string> path)
    {
        foreach (MemberShape member in content.Members)
        {
            string[] here = path.Append(member.Property.Name).ToArray();
            ShapeUse use = _types.Resolve(member.Type);
            switch (_types.ContentOf(use))
            {
                case ScalarContent scalar:
                    _members.Add(new PageMember(here, scalar.Kind, use.IsNullable || !member.IsRequired));
                    break;
                case ObjectContent inner when path.Count == 0:
                    Add(inner, here);
                    break;
            }
        }
    }

    private IReadOnlyList<string>? ItemsOf(ObjectContent page)
    {
        IReadOnlyList<MemberShape> own = ListsOf(page);
        if (own.Count > 0)
        {
            return own.Count == 1 && IsListOf(page, own[0]) ? new[] { own[0].Property.Name } : null;
        }

        // An envelope around the page.
        List<(MemberShape Member, IReadOnlyList<MemberShape> Lists, ObjectContent Page)> inner = page.Members
            .Select(member => (member, _types.ContentOf(_types.Resolve(member.Type)) as ObjectContent))
            .Where(one => one.Item2 is not null)
            .Select(one => (one.member, ListsOf(one.Item2!), one.Item2!))
            .Where(one => one.Item2.Count > 0)
            .ToList();
        return inner is [{ Lists: [var list] } only] && IsListOf(only.Page, list) ? new[] { only.Member.Property.Name, list.Property.Name } : null;
    }

    // The lists of an object that may be its items.
    private IReadOnlyList<MemberShape> ListsOf(ObjectContent page)
    {
        List<MemberShape> lists = page.Members.Where(member => _types.ContentOf(_types.Resolve(member.Type)) is ListContent).ToList();
        return lists.Count > 1 ? lists.Where(member => !PageWords.IsBeside(member.Property.Name)).ToList() : lists;
    }

    // A list of any name is the items where nothing stands beside it but what pages say of themselves: an order has lines too.
    private bool IsListOf(ObjectContent page, MemberShape list) =>
        !IsPage(((ListContent)_types.ContentOf(_types.Resolve(list.Type))).Item)
        && (PageWords.IsItems(list.Property.Name) || page.Members.All(member => member == list || PageWords.IsOfPages(member.Property.Name) || PageWords.IsBeside(member.Property.Name)));

    // Each of a list of pages has a list and a total of its own.
    private bool IsPage(ShapeUse item) =>
        _types.ContentOf(_types.Resolve(item)) is ObjectContent page
        && ListsOf(page) is { Count: > 0 }
        && page.Members.Any(member => PageWords.Of(member.Property.Name) is var name && name != "count" && PageWords.Totals.Contains(name));
}

/// <summary>A member of a page, or of an object in it.</summary>
/// <param name="Path">The names that lead to it.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="MayBeNone">Whether it may be null or left out.</param>
internal sealed record PageMember(IReadOnlyList<string> Path, TypeKind Kind, bool MayBeNone)
{
    public string Name => Path[Path.Count - 1];
}
