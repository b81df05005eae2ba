using SocialWork.Core.Auditing;
using SocialWork.Core.Submissions;
using SocialWork.Core.Units.Changes;
using SocialWork.Documents.Words;

namespace SocialWork.Documents.Tests;

/// <summary>Everything that the log may hold can be read.</summary>
public sealed class AuditWordsTests
{
    public static TheoryData<string> Actions() =>
    [
        .. typeof(AuditActions).GetFields().Select(field => (string)field.GetRawConstantValue()!),
        .. Enum.GetNames<SubmissionAction>(), .. Enum.GetNames<UnitChangeKind>(),
    ];

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_action_has_words(string action) => AuditWords.Actions.ShouldContain(action);

    [Fact]
    public void What_an_older_version_wrote_is_shown_as_it_stands() => AuditWords.Of("Moved").Vi.ShouldBe("Moved");
}
