using System.Runtime.CompilerServices;
using DatabricksApps.Auth;

namespace DatabricksApps.Tests.Auth;

[Collection(Alone.Name)]
public sealed class CredentialCachesTests
{
    private readonly SignInSetup _setup = SignInSetup.ServicePrincipal();

    [Fact]
    public void Twenty_thousand_credentials_that_nobody_holds_any_more_are_let_go()
    {
        using TokenSources sources = _setup.Sources();
        ITokenSource held = sources.CacheFor(new() { ClientSecret = "held" }, []);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        MakeMany(sources);

        // 25 MB more if each was kept; less than before if others' garbage went too.
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4_000_000);
        Assert.Same(held, sources.CacheFor(new() { ClientSecret = "held" }, []));
    }

    [Fact]
    public void One_that_is_used_now_and_then_stays_although_nobody_holds_it()
    {
        using CredentialCaches caches = new(kept: 2);
        WeakReference first = Make(caches, "first");
        Make(caches, "second");
        Make(caches, "first");
        Make(caches, "third");
        GC.Collect();

        Assert.True(first.IsAlive);
        Assert.Same(first.Target, Make(caches, "first").Target);
    }

    [Fact]
    public void One_that_is_neither_used_nor_held_goes_with_its_key()
    {
        using CredentialCaches caches = new(kept: 2);
        WeakReference first = Make(caches, "first");
        foreach (int i in Enumerable.Range(0, 1000))
        {
            Make(caches, $"{i}");
            if (i % 10 == 0)
            {
                GC.Collect();
            }
        }

        Assert.False(first.IsAlive);
        Assert.InRange(caches.Count, 2, 50);
    }

    [Fact]
    public void The_keys_of_those_that_are_gone_go_each_time_that_their_number_has_doubled()
    {
        using CredentialCaches caches = new(kept: 2);
        List<int> counts = [];
        foreach (string name in (string[])["a", "b", "c", "d", "e", "f", "g", "h"])
        {
            Make(caches, name);
            counts.Add(caches.Count);
            GC.Collect();
        }

        // Of four the two that were used last and the one before are there, which the others had just made room for.
        Assert.Equal([1, 2, 3, 3, 4, 5, 3, 4], counts);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeMany(TokenSources sources)
    {
        for (int i = 0; i < 20_000; i++)
        {
            sources.For(new() { ClientSecret = $"secret-{i}" }, []);
            if (i % 1000 == 0)
            {
                GC.Collect();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Make(CredentialCaches caches, string name) =>
        new(caches.Get(new CredentialKey(name), _ => new CachedTokenSource(new ManualTokenSource(), _setup.Time, _setup.Log), 0));
}
