using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SocialWork.Core.Auditing;
using SocialWork.Core.Forms;
using SocialWork.Core.Planning;
using SocialWork.Core.Time;
using SocialWork.Persistence.Model;
using SocialWork.Persistence.Reading;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence;

/// <summary>Keeps every form version that was ever used. Safe for concurrent use.</summary>
public sealed class FormStore(WriteGate gate, DbReaders readers, FormArchive archive, CityClock clock) : IFormStore
{
    private const string Product = "product";

    /// <inheritdoc/>
    public async Task<ImmutableArray<StoredForm>> FormsAsync(string plan, CancellationToken cancellationToken)
    {
        await using var db = readers.Open();
        var rows = await db.Forms.Where(f => f.Plan == plan).OrderBy(f => f.KeptAt).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new StoredForm(row.Module, Compiled(row), row.IsCurrent))];
    }

    /// <inheritdoc/>
    public Task KeepAsync(string plan, string module, CompiledForm form, CancellationToken cancellationToken) =>
        gate.RunDbAsync(
            db =>
            {
                var before = db.Forms.Where(f => f.Plan == plan && f.Code == form.Definition.Code && f.IsCurrent).ToList();
                foreach (var earlier in before) earlier.IsCurrent = false;
                db.Log(clock.Now, Product, $"form/{plan}/{form.Definition.Code}", AuditActions.Use, before.Count == 0 ? null : before[0].Hash, form.Hash);
                if (db.Forms.Find(plan, form.Hash) is { } known) (known.IsCurrent, known.Module) = (true, module);
                else
                {
                    db.Forms.Add(new FormRow
                    {
                        Plan = plan,
                        Hash = form.Hash,
                        Module = module,
                        Code = form.Definition.Code,
                        Json = FormDefinitionJson.Write(form.Definition),
                        IsCurrent = true,
                        KeptAt = Instant.Store(clock.Now),
                    });
                }

                return true;
            },
            cancellationToken);

    // Compiling is the slow part of a start: a version that the archive has met is not compiled again.
    private CompiledForm Compiled(FormRow row) => archive.Find(row.Hash) ?? archive.Keep(FormDefinitionJson.Read(row.Json));
}
