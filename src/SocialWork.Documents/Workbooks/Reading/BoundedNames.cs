using System.Xml;

namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>The names that a reader of XML has met, which it never forgets: refuses a part that brings more than any program writes.</summary>
internal sealed class BoundedNames : NameTable
{
    private int _left = UploadLimits.MaxNames;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) => --_left >= 0 ? name : throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
}
