using System;
using System.Collections.Generic;

namespace DatabricksApps.Gen.Binding.Sameness;

/// <summary>Nodes of a graph that lead to each other (Tarjan's algorithm, without recursion).</summary>
internal static class StronglyConnected
{
    /// <summary>Visits the sets of nodes that lead to each other; what a set leads to is visited before it.</summary>
    /// <param name="count">The number of nodes.</param>
    /// <param name="edges">The nodes that a node leads to.</param>
    /// <param name="visit">Takes a set, which is another one's afterwards.</param>
    public static void Visit(int count, Func<int, IReadOnlyList<int>> edges, Action<IReadOnlyList<int>> visit)
    {
        List<int> set = new();
        int[] order = new int[count];
        int[] low = new int[count];
        bool[] isOpen = new bool[count];
        Stack<int> open = new();
        Stack<(int Node, IReadOnlyList<int> Next, int Position)> path = new();
        int time = 0;
        for (int root = 0; root < count; root++)
        {
            if (order[root] == 0)
            {
                Enter(root);
            }

            while (path.Count > 0)
            {
                (int node, IReadOnlyList<int> next, int position) = path.Pop();
                if (position < next.Count)
                {
                    path.Push((node, next, position + 1));
                    int target = next[position];
                    if (order[target] == 0)
                    {
                        Enter(target);
                    }
                    else if (isOpen[target])
                    {
                        low[node] = Math.Min(low[node], order[target]);
                    }

                    continue;
                }

                if (low[node] == order[node])
                {
                    Close(node);
                }

                if (path.Count > 0)
                {
                    int holder = path.Peek().Node;
                    low[holder] = Math.Min(low[holder], low[node]);
                }
            }
        }

        void Enter(int node)
        {
            order[node] = low[node] = ++time;
            isOpen[node] = true;
            open.Push(node);
            path.Push((node, edges(node), 0));
        }

        void Close(int node)
        {
            set.Clear();
            int last;
            do
            {
                last = open.Pop();
                isOpen[last] = false;
                set.Add(last);
            }
            while (last != node);

            visit(set);
        }
    }
}
