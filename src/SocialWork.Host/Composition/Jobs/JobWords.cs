using SocialWork.Abstractions;
using SocialWork.Documents.Words;

namespace SocialWork.Host.Composition.Jobs;

/// <summary>Where long work stands, in words.</summary>
internal static class JobWords
{
    /// <summary>The state alone.</summary>
    public static Text Of(JobState state) => state switch
    {
        JobState.Waiting => new Text("Đang chờ đến lượt", "Waiting its turn"),
        JobState.Running => new Text("Đang chạy", "Running"),
        JobState.Done => new Text("Xong", "Done"),
        JobState.Failed => new Text("Không thực hiện được", "Failed"),
        JobState.Cancelled => new Text("Đã dừng theo yêu cầu", "Stopped by you"),
        JobState.Stopped => new Text("Bị dừng do hệ thống khởi động lại", "Stopped by a restart of the system"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>The state and, while it runs, how far it is: “Đang chạy: 3/10 – đang lưu”.</summary>
    public static Text Of(Job job)
    {
        var state = Of(job.State);
        if (job.State != JobState.Running) return state;
        var count = job.Total == 0 ? string.Empty : $": {When.Number(job.Done)}/{When.Number(job.Total)}";
        return new Text(state.Vi + count + (job.Step is { } vi ? " – " + vi.Vi : string.Empty), state.En + count + (job.Step is { } en ? " – " + en.En : string.Empty));
    }

    /// <summary>What is said of work that a stop of the host ended.</summary>
    public static Text OfStopped => new(
        "Việc này bị dừng do hệ thống khởi động lại. Hãy xem lại kết quả và làm lại nếu cần.",
        "This was stopped by a restart of the system. Look at what is there, and begin again where needed.");
}
