using System.Collections.Immutable;
using SocialWork.Abstractions;

namespace SocialWork.Core;

/// <summary>Why a request was not carried out. Nothing has changed. Written for the person who asked: the thing, the place, the remedy.</summary>
/// <param name="Kind">What kind of no it is.</param>
/// <param name="Code">A stable code for programs, for example <c>form.unknownCell</c>.</param>
/// <param name="Message">For people.</param>
/// <param name="Cells">The cells at fault, all of them; empty where no cell is.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Text Message, ImmutableArray<CellProblem> Cells)
{
    /// <summary>A refusal in which no cell is at fault.</summary>
    public Refusal(RefusalKind kind, string code, string vi, string en) : this(kind, code, new Text(vi, en), []) { }

    /// <summary>The revision that is stored now, for a refusal because of another; null where none is meant.</summary>
    public long? Revision { get; init; }

    /// <summary>How long to wait before the next try, for <see cref="RefusalKind.Busy"/>; null for a moment.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What is wrong with one cell.</summary>
/// <param name="Cell">The cell as it was written by the sender.</param>
/// <param name="Code">A stable code for programs, or the id of the rule or check.</param>
/// <param name="Message">For people.</param>
public sealed record CellProblem(string Cell, string Code, Text Message);

/// <summary>Kinds of refusal; the API turns each into its status.</summary>
public enum RefusalKind
{
    /// <summary>The request cannot be read (400).</summary>
    Malformed,
    /// <summary>Nobody is signed in by this (401).</summary>
    NotSignedIn,
    /// <summary>It is not yours to do (403).</summary>
    Forbidden,
    /// <summary>It does not exist, or is not for you to know (404).</summary>
    NotFound,
    /// <summary>The state does not allow it (409).</summary>
    Conflict,
    /// <summary>It changed since you read it (412).</summary>
    Stale,
    /// <summary>It is larger than the limit (413).</summary>
    TooLarge,
    /// <summary>It was understood, and its content is refused (422).</summary>
    Unprocessable,
    /// <summary>The service is busy; try again soon (429).</summary>
    Busy,
    /// <summary>This installation lacks what it takes (501).</summary>
    Unavailable,
}

/// <summary>A value, or the reason why there is none.</summary>
public abstract record Result<T>
{
    private Result() { }

    /// <summary>It was done.</summary>
    public sealed record Ok(T Value) : Result<T>;

    /// <summary>It was refused.</summary>
    public sealed record No(Refusal Refusal) : Result<T>;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new Ok(value);

    /// <summary>Wraps a refusal.</summary>
    public static implicit operator Result<T>(Refusal refusal) => new No(refusal);
}

/// <summary>Carries on with a value, or passes a refusal through.</summary>
public static class ResultExtensions
{
    /// <summary>Carries on with the value.</summary>
    public static Task<Result<TNext>> ThenAsync<T, TNext>(this Result<T> result, Func<T, Task<Result<TNext>>> next) => result switch
    {
        Result<T>.Ok ok => next(ok.Value),
        Result<T>.No no => Task.FromResult<Result<TNext>>(no.Refusal),
        _ => throw new InvalidOperationException("Unknown result."),
    };

    /// <summary>Carries on with the value.</summary>
    public static Result<TNext> Then<T, TNext>(this Result<T> result, Func<T, Result<TNext>> next) => result switch
    {
        Result<T>.Ok ok => next(ok.Value),
        Result<T>.No no => no.Refusal,
        _ => throw new InvalidOperationException("Unknown result."),
    };
}
