using System.Text;
using Shouldly;
using SocialWork.Abstractions;
using SocialWork.Core.CoreForms;
using SocialWork.Core.Duties;
using SocialWork.Core.Forms;
using SocialWork.Core.Indicators;
using SocialWork.Core.Obstacles;
using SocialWork.Core.Plans;
using SocialWork.Core.Reports;
using SocialWork.Core.Sectors;
using SocialWork.Core.Submissions;
using SocialWork.Documents.Words;
using Xunit;

namespace SocialWork.Documents.Tests;

public sealed class StateWordsTests
{
    public static TheoryData<Text> AllWords =>
    [
        .. Enum.GetValues<Verdict>().Select(StateWords.Of),
        .. Enum.GetValues<TaskState>().Select(StateWords.Of),
        .. Enum.GetValues<SectorOutcome>().Select(StateWords.Of),
        .. Enum.GetValues<SubmissionState>().Select(StateWords.Of),
        .. Enum.GetValues<SubmissionAction>().Select(StateWords.Of),
        .. Enum.GetValues<TaskRole>().Select(StateWords.Of),
        .. Enum.GetValues<SectorState>().Select(StateWords.Of),
        .. Enum.GetValues<DutyState>().Select(s => StateWords.Duty(Names.Of(s))),
        .. Enum.GetValues<ObstacleState>().Select(s => StateWords.Obstacle(Names.Of(s))),
        .. Enum.GetValues<Comparator>().Select(c => StateWords.Threshold(Names.Of(c), 70)),
    ];

    [Theory]
    [MemberData(nameof(AllWords))]
    public void Every_state_has_words_in_both_languages(Text words)
    {
        words.Vi.ShouldNotBeNullOrWhiteSpace();
        words.En.ShouldNotBeNullOrWhiteSpace();
        words.En.ShouldNotBe(words.Vi);
        words.Vi.IsNormalized(NormalizationForm.FormC).ShouldBeTrue();
        Encoding.UTF8.GetByteCount(words.En).ShouldBe(words.En.Length, "English words are ASCII");
    }

    [Theory]
    [InlineData(EmptyKind.NotArising)]
    [InlineData(EmptyKind.NotApplicable)]
    [InlineData(EmptyKind.Withheld)]
    public void A_kind_of_empty_is_translated_and_a_number_is_not(EmptyKind kind)
    {
        StateWords.Value(EmptyWords.Of(kind).Vi).ShouldBe(EmptyWords.Of(kind));
        StateWords.Value("1.000").En.ShouldBe("1.000");
    }

    [Fact]
    public void Obstacles_read_as_their_form_does() =>
        Enum.GetValues<ObstacleState>().Select(s => StateWords.Obstacle(Names.Of(s)).Vi).ShouldBe(CoreDimensions.ObstacleStatus.Options.Select(o => o.Label.Vi));

    [Theory]
    [InlineData(UnitTypes.School)]
    [InlineData(UnitTypes.Commune)]
    [InlineData(UnitTypes.HealthStation)]
    public void Types_of_unit_have_words(string type) => UnitTypeWords.Of(type).Vi.ShouldNotBe(type);
}
