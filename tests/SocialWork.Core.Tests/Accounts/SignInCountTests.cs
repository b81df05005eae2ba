using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using SocialWork.Core.Accounts;
using Xunit;

namespace SocialWork.Core.Tests.Accounts;

public sealed class SignInCountTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Five_failures_lock_and_four_do_not()
    {
        Failed(SignInCount.None, 4, Start).LockedFor(Start).ShouldBeNull();
        Failed(SignInCount.None, 5, Start).LockedFor(Start).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Each_lock_lasts_twice_as_long_up_to_four_hours_and_a_day_without_failures_forgets_it()
    {
        var (count, now, lengths) = (SignInCount.None, Start, new List<double>());
        for (var i = 0; i < 6; i++)
        {
            count = Failed(count, SignInCount.MaxFailures, now);
            var wait = count.LockedFor(now)!.Value;
            lengths.Add(wait.TotalMinutes);
            now += wait;
            count.LockedFor(now).ShouldBeNull();
        }

        lengths.ShouldBe([15, 30, 60, 120, 240, 240]);
        Failed(count, SignInCount.MaxFailures, now + SignInCount.ForgottenAfter).LockedFor(now + SignInCount.ForgottenAfter).ShouldBe(SignInCount.FirstLock);
    }

    [Fact]
    public void A_try_that_was_right_lifts_the_lock_that_rested_on_it()
    {
        var locked = Failed(SignInCount.None, SignInCount.MaxFailures, Start);
        var lifted = locked.GivenBack();
        lifted.LockedFor(Start).ShouldBeNull();
        (lifted.Failures, lifted.Locks).ShouldBe((4, 0));
        lifted.Begun(Start).LockedFor(Start).ShouldBe(SignInCount.FirstLock);
    }

    [Fact]
    public void Whatever_the_order_no_more_than_five_tries_are_open_at_once() => Prop.ForAll(
        ArbMap.Default.ArbFor<bool[]>(),
        steps =>
        {
            var (count, open) = (SignInCount.None, 0);
            foreach (var begin in steps)
            {
                if (begin && count.LockedFor(Start) is null) (count, open) = (count.Begun(Start), open + 1);
                else if (!begin && open > 0) (count, open) = (count.GivenBack(), open - 1);
            }

            return open <= SignInCount.MaxFailures && count.Failures == open && (count.LockedFor(Start) is not null) == (open == SignInCount.MaxFailures);
        }).QuickCheckThrowOnFailure();

    private static SignInCount Failed(SignInCount count, int times, DateTimeOffset now)
    {
        for (var i = 0; i < times; i++) count = count.Begun(now);
        return count;
    }
}
