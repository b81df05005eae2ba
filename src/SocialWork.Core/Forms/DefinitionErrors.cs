using System.Collections.Immutable;
using SocialWork.Abstractions;
using SocialWork.Core.Rules;

namespace SocialWork.Core.Forms;

/// <summary>Collects what is wrong with a declaration. Made for one check and thrown away.</summary>
internal sealed class DefinitionErrors
{
    private readonly ImmutableArray<DefinitionError>.Builder _errors = ImmutableArray.CreateBuilder<DefinitionError>();

    public ImmutableArray<DefinitionError> All => _errors.ToImmutable();

    public bool Any => _errors.Count > 0;

    /// <summary>Adds a fault; the texts say what is wrong and the remedy, without the place and without a full stop.</summary>
    public void Add(string code, string place, string vi, string en) =>
        _errors.Add(new DefinitionError(code, place, null, new Text($"{place}: {vi}.", $"{place}: {en}.")));

    /// <summary>Both languages must say something.</summary>
    public void Texts(string place, Text? text)
    {
        if (string.IsNullOrWhiteSpace(text?.Vi) || string.IsNullOrWhiteSpace(text?.En))
            Add("form.blankText", place, "nhãn hoặc thông báo còn trống ở một ngôn ngữ; hãy viết cả tiếng Việt và tiếng Anh", "a label or message is blank in one language; write both Vietnamese and English");
    }

    /// <summary>Ids must be there and differ.</summary>
    public void Unique(string place, string vi, string en, IEnumerable<string> ids)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (string.IsNullOrWhiteSpace(id)) Add("form.blankId", place, $"có {vi} chưa đặt mã; hãy đặt mã", $"a {en} has no id; give it one");
            else if (!seen.Add(id)) Add("form.duplicateId", place, $"{vi} “{id}” được khai báo hai lần; hãy đặt mã khác", $"the {en} “{id}” is declared twice; give it another id");
        }
    }

    /// <summary>A filter must name one of the dimensions, and options of it.</summary>
    public void Options(string place, OptionFilter filter, IEnumerable<Dimension> dimensions)
    {
        var dimension = dimensions.FirstOrDefault(candidate => candidate.Id == filter.Dimension);
        if (dimension is null)
        {
            Add("form.unknownDimension", place, $"không có phân tổ theo {filter.Dimension}; hãy dùng một chiều phân tổ của trường", $"nothing is split by {filter.Dimension}; use a dimension of the field");
            return;
        }

        if (filter.Codes.IsDefaultOrEmpty) Add("form.missingList", place, $"bộ lọc theo {filter.Dimension} không có mã nào; hãy nêu ít nhất một mã", $"the filter on {filter.Dimension} has no codes; name at least one");
        else if (dimension.Source == OptionSource.Listed)
        {
            foreach (var code in filter.Codes.Where(code => !dimension.Has(code)))
                Add("form.unknownOption", place, $"“{code}” không có trong {filter.Dimension}; hãy dùng một mã của danh sách", $"“{code}” is no option of {filter.Dimension}; use one of its codes");
        }
    }
}
