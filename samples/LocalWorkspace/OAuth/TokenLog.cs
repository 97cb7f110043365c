using System.Collections.Immutable;

namespace LocalWorkspace;

/// <summary>What the token endpoint was asked and what it issued, and the way to end tokens before their time.</summary>
public sealed class TokenLog
{
    private readonly Lock _lock = new();
    private ImmutableList<TokenRequest> _requests = [];
    private ImmutableList<IssuedToken> _issued = [];
    private ImmutableHashSet<string> _expired = [];
    private ImmutableHashSet<string> _revoked = [];

    /// <summary>Gets every request to the token endpoint so far, in order.</summary>
    public IReadOnlyList<TokenRequest> Requests => _requests;

    /// <summary>Gets every access token issued so far, in order.</summary>
    public IReadOnlyList<IssuedToken> Issued => _issued;

    /// <summary>Makes all tokens issued so far expired, although the client still takes them for fresh.</summary>
    public void ExpireAll()
    {
        lock (_lock)
        {
            _expired = _expired.Union(_issued.Select(token => token.Id));
        }
    }

    /// <summary>Revokes all tokens issued so far.</summary>
    public void RevokeAll()
    {
        lock (_lock)
        {
            _revoked = _revoked.Union(_issued.Select(token => token.Id));
        }
    }

    /// <summary>Revokes one token.</summary>
    /// <param name="id">Its <see cref="IssuedToken.Id"/>.</param>
    public void Revoke(string id)
    {
        lock (_lock)
        {
            _revoked = _revoked.Add(id);
        }
    }

    internal bool IsExpired(string id) => _expired.Contains(id);

    internal bool IsRevoked(string id) => _revoked.Contains(id);

    internal void Add(TokenRequest request)
    {
        lock (_lock)
        {
            _requests = _requests.Add(request);
        }
    }

    internal void Add(IssuedToken token)
    {
        lock (_lock)
        {
            _issued = _issued.Add(token);
        }
    }
}
