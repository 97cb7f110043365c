using DatabricksApps.Fuzz.Trees;

namespace DatabricksApps.Fuzz.Shrinking;

/// <summary>Takes parts of a tree away, in place: large ones first, then what is left of them, then long texts.</summary>
/// <param name="root">The tree.</param>
/// <param name="fails">Tells whether a tree still fails.</param>
internal sealed class TreeShrinker(Node root, Func<Node, Task<bool>> fails)
{
    /// <summary>Shrinks until nothing more can go.</summary>
    public async Task ShrinkAsync()
    {
        bool hasShrunk = true;
        while (hasShrunk)
        {
            hasShrunk = await ShrinkChildrenAsync(root);
            hasShrunk |= await HoistAsync();
            hasShrunk |= await ShortenAsync();
        }
    }

    private async Task<bool> ShrinkChildrenAsync(Node node)
    {
        bool hasShrunk = false;
        for (int size = node.Children.Count; size > 0; size /= 2)
        {
            for (int at = 0; at < node.Children.Count;)
            {
                List<Child> removed = node.Children.GetRange(at, Math.Min(size, node.Children.Count - at));
                node.Children.RemoveRange(at, removed.Count);
                if (await fails(root))
                {
                    hasShrunk = true;
                }
                else
                {
                    node.Children.InsertRange(at, removed);
                    at += size;
                }
            }
        }

        foreach (Child child in node.Children)
        {
            hasShrunk |= await ShrinkChildrenAsync(child.Node);
        }

        return hasShrunk;
    }

    // A node in the place of what holds it.
    private async Task<bool> HoistAsync()
    {
        bool hasShrunk = false;
        Queue<Child> open = new(root.Children);
        while (open.TryDequeue(out Child? place))
        {
            Node whole = place.Node;
            foreach (Child inner in whole.Children)
            {
                place.Node = inner.Node;
                if (await fails(root))
                {
                    hasShrunk = true;
                    break;
                }

                place.Node = whole;
            }

            foreach (Child inner in place.Node.Children)
            {
                open.Enqueue(inner);
            }
        }

        return hasShrunk;
    }

    private async Task<bool> ShortenAsync()
    {
        bool hasShrunk = false;
        foreach (Place place in root.Places().Where(place => place.Node.Kind == NodeKind.Text && place.Node.Value.Length > 1))
        {
            Node whole = place.Node;
            foreach (string shorter in (string[])["", "a", whole.Value[..(whole.Value.Length / 2)], whole.Value[(whole.Value.Length / 2)..]])
            {
                place.Child.Node = Node.Text(shorter);
                if (shorter.Length < whole.Value.Length && await fails(root))
                {
                    hasShrunk = true;
                    break;
                }

                place.Child.Node = whole;
            }
        }

        return hasShrunk;
    }
}
