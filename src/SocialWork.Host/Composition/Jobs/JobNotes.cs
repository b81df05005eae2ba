using System.Text.Json;
using SocialWork.Abstractions;

namespace SocialWork.Host.Composition.Jobs;

/// <summary>
/// Notes which long work there is, a small file each, so that its owner is told of it after a restart. Results are not noted.
/// To be used by one thread at a time.
/// </summary>
/// <param name="folder">The folder; made where it is missing.</param>
/// <param name="log">Where a disk that cannot be written is told.</param>
public sealed class JobNotes(string folder, ILogger<JobNotes> log)
{
    private const string Suffix = ".json";

    /// <summary>Notes where work stands. A note that cannot be written keeps no work from being done.</summary>
    public void Write(Job job)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var note = new Note(job.Id, job.Owner, job.Kind, job.Title, job.At, job.State, job.Said, job.Link, job.StartedAt, job.FinishedAt);
            File.WriteAllBytes(PathOf(job.Id) + ".new", JsonSerializer.SerializeToUtf8Bytes(note));
            File.Move(PathOf(job.Id) + ".new", PathOf(job.Id), overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "Where the work {Id} stands could not be noted", job.Id);
        }
    }

    /// <summary>Removes a note.</summary>
    public void Remove(string id)
    {
        try
        {
            File.Delete(PathOf(id));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.LogError(fault, "The note of the work {Id} could not be removed", id);
        }
    }

    /// <summary>What is noted; a note that cannot be read is removed.</summary>
    public IEnumerable<Job> Read()
    {
        if (!Directory.Exists(folder)) yield break;
        foreach (var file in Directory.GetFiles(folder))
        {
            if (Read(file) is { } note && PathOf(note.Id) == file)
                yield return new Job(note.Id, note.Owner, note.Kind, note.Title, note.At) { State = note.State, Said = note.Said, Link = note.Link, StartedAt = note.StartedAt, FinishedAt = note.FinishedAt };
            else File.Delete(file);
        }
    }

    private static Note? Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Note>(File.ReadAllBytes(file));
        }
        catch (JsonException)
        {
            // Cut off while it was being written.
            return null;
        }
    }

    private string PathOf(string id) => Path.Combine(folder, id + Suffix);

    private sealed record Note(string Id, string Owner, string Kind, Text Title, DateTimeOffset At, JobState State, Text? Said, string? Link, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);
}
