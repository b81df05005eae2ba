using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Core.Forms;

namespace SocialWork.Benchmarks.Micro;

/// <summary>Reading and writing a full form against the JSON parser alone.</summary>
[MemoryDiagnoser]
public class FormValuesJsonBenchmarks
{
    private readonly FilledForm _form = FilledForm.Instance;
    private string _stored = string.Empty;

    /// <summary>Prepares.</summary>
    [GlobalSetup]
    public void Prepare() => _stored = Encoding.UTF8.GetString(_form.Json);

    /// <summary>The floor: the parser without a form.</summary>
    [Benchmark(Baseline = true)]
    public int ParseAlone()
    {
        using var document = JsonDocument.Parse(_form.Json);
        return document.RootElement.GetPropertyCount();
    }

    /// <summary>What a sender's request goes through.</summary>
    [Benchmark]
    public Result<FormValues> Read()
    {
        using var document = JsonDocument.Parse(_form.Json);
        return FormValuesJson.Read(_form.Form.Compiled, _form.Context.Unit, document.RootElement);
    }

    /// <summary>What every version goes through when it is read from the file.</summary>
    [Benchmark]
    public FormValues ReadStored() => FormValuesJson.ReadStored(_form.Form.Compiled, _stored);

    /// <summary>What every version goes through when it is written.</summary>
    [Benchmark]
    public string Write() => FormValuesJson.Write(_form.Form.Compiled, _form.Values);
}

/// <summary>Judging a full form against looking at each of its cells once.</summary>
[MemoryDiagnoser]
public class FormValidatorBenchmarks
{
    private readonly FilledForm _form = FilledForm.Instance;

    /// <summary>The floor: each value once.</summary>
    [Benchmark(Baseline = true)]
    public int EachValueOnce() => _form.Values.Cells.Values.Count(value => value is CellValue.Number);

    /// <summary>Values, required cells, rules.</summary>
    [Benchmark]
    public int Validate() => FormValidator.Validate(_form.Form.Compiled, _form.Values, _form.Context).Length;
}
