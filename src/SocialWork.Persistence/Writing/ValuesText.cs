using SocialWork.Abstractions;
using SocialWork.Core.Forms;

namespace SocialWork.Persistence.Writing;

/// <summary>
/// The JSON of the values that one step handles. The same values go into the draft or the version and into the audit log:
/// they are written once, and a draft that was read under the same form version is not written anew. For one step only.
/// </summary>
internal sealed class ValuesText(FormArchive archive)
{
    private readonly List<(string FormHash, FormValues Values, string Json)> _known = new(2);

    /// <summary>Remembers what a stored draft was read from, where it was entered under the form version it is carried on under.</summary>
    public void Know(string draft, string formHash, FormValues values)
    {
        var (enteredUnder, json) = SubmissionMapper.SplitDraft(draft);
        if (enteredUnder == formHash) _known.Add((formHash, values, json));
    }

    /// <summary>The JSON of values under a form version.</summary>
    public string Of(string formHash, FormValues values)
    {
        foreach (var known in _known)
        {
            if (ReferenceEquals(known.Values, values) && known.FormHash == formHash) return known.Json;
        }

        var json = FormValuesJson.Write(archive[formHash], values);
        _known.Add((formHash, values, json));
        return json;
    }
}
