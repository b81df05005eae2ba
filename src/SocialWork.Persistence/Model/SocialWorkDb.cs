using Microsoft.EntityFrameworkCore;
using SocialWork.Persistence.Writing;

namespace SocialWork.Persistence.Model;

/// <summary>
/// The whole model. Instants are UTC milliseconds since 1970, so that they sort and compare alike on every database; what is
/// sent is one JSON document per version. Not safe for concurrent use.
/// </summary>
public sealed class SocialWorkDb(DbContextOptions<SocialWorkDb> options) : DbContext(options)
{
    /// <summary>The write that this context works in, through which it adds to the audit log; null for reading.</summary>
    internal WriteSession? Session { get; init; }

    internal DbSet<PlanRow> Plans => Set<PlanRow>();
    internal DbSet<UnitRow> Units => Set<UnitRow>();
    internal DbSet<SuccessionRow> Successions => Set<SuccessionRow>();
    internal DbSet<FormRow> Forms => Set<FormRow>();
    internal DbSet<SubmissionRow> Submissions => Set<SubmissionRow>();
    internal DbSet<VersionRow> Versions => Set<VersionRow>();
    internal DbSet<HistoryRow> History => Set<HistoryRow>();
    internal DbSet<TotalsRowEntity> Totals => Set<TotalsRowEntity>();
    internal DbSet<AuditRow> Audit => Set<AuditRow>();
    internal DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();
    internal DbSet<ObstacleRow> Obstacles => Set<ObstacleRow>();
    internal DbSet<RegisterEntryRow> RegisterEntries => Set<RegisterEntryRow>();
    internal DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();
    internal DbSet<AttachmentEntryRow> AttachmentEntries => Set<AttachmentEntryRow>();
    internal DbSet<AttachmentUseRow> AttachmentUses => Set<AttachmentUseRow>();
    internal DbSet<SnapshotRow> Snapshots => Set<SnapshotRow>();
    internal DbSet<SnapshotFileRow> SnapshotFiles => Set<SnapshotFileRow>();
    internal DbSet<SnapshotIssueRow> SnapshotIssues => Set<SnapshotIssueRow>();
    internal DbSet<ReportFactsRow> ReportFacts => Set<ReportFactsRow>();
    internal DbSet<NarrativeVersionRow> NarrativeVersions => Set<NarrativeVersionRow>();
    internal DbSet<AccountRow> Accounts => Set<AccountRow>();
    internal DbSet<SessionRow> Sessions => Set<SessionRow>();
    internal DbSet<TokenRow> Tokens => Set<TokenRow>();
    internal DbSet<SignInCountRow> SignInCounts => Set<SignInCountRow>();
    internal DbSet<AccountFileRow> AccountFiles => Set<AccountFileRow>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<PlanRow>().ToTable("plans").HasKey(p => p.Id);
        modelBuilder.Entity<UnitRow>().ToTable("units").HasKey(u => new { u.Code, u.ValidFrom });
        modelBuilder.Entity<SuccessionRow>().ToTable("successions").HasKey(s => new { s.Predecessor, s.Successor, s.On });
        modelBuilder.Entity<FormRow>().ToTable("forms").HasKey(f => new { f.Plan, f.Hash });
        modelBuilder.Entity<SubmissionRow>(submission =>
        {
            submission.ToTable("submissions").HasKey(s => new { s.Plan, s.Form, s.Unit, s.Period });
            submission.Property(s => s.Revision).IsConcurrencyToken();
        });
        modelBuilder.Entity<VersionRow>().ToTable("versions").HasKey(v => new { v.Plan, v.Form, v.Unit, v.Period, v.Number });
        modelBuilder.Entity<HistoryRow>(history =>
        {
            history.ToTable("history").HasKey(h => h.Id);
            history.HasIndex(h => new { h.Plan, h.Form, h.Unit, h.Period });
        });
        modelBuilder.Entity<TotalsRowEntity>().ToTable("totals").HasKey(t => new { t.Plan, t.Period, t.Area, t.FormHash, t.Sector, t.UnitType, t.InPlan });
        modelBuilder.Entity<AuditRow>(audit =>
        {
            audit.ToTable("audit").HasKey(a => a.Id);
            audit.HasIndex(a => a.Entity);
            audit.HasIndex(a => a.At);
        });
        modelBuilder.Entity<IdempotencyRow>().ToTable("idempotency").HasKey(i => i.Key);
        modelBuilder.Entity<ObstacleRow>(obstacle =>
        {
            obstacle.ToTable("obstacles").HasKey(o => o.Id);
            obstacle.HasIndex(o => o.Plan);
        });
        modelBuilder.Entity<AttachmentRow>(attachment =>
        {
            attachment.ToTable("attachments").HasKey(a => a.Id);
            attachment.HasIndex(a => new { a.Hash, a.By, a.Name }).IsUnique();
        });
        modelBuilder.Entity<AttachmentEntryRow>().ToTable("attachment_entries").HasKey(u => new { u.Hash, u.Register, u.Entry });
        modelBuilder.Entity<AttachmentUseRow>().ToTable("attachment_uses").HasKey(u => new { u.Hash, u.Plan, u.Form, u.Unit, u.Period });
        modelBuilder.Entity<SnapshotRow>().ToTable("snapshots").HasKey(s => new { s.Plan, s.Number });
        modelBuilder.Entity<SnapshotFileRow>().ToTable("snapshot_files").HasKey(f => new { f.Plan, f.Number, f.Name });
        modelBuilder.Entity<SnapshotIssueRow>().ToTable("snapshot_issues").HasKey(i => new { i.Plan, i.Number });
        modelBuilder.Entity<ReportFactsRow>().ToTable("report_facts").HasKey(f => f.Plan);
        modelBuilder.Entity<NarrativeVersionRow>().ToTable("narrative_versions").HasKey(v => new { v.Plan, v.Section, v.Number });
        OnAccountsCreating(modelBuilder);
        modelBuilder.Entity<RegisterEntryRow>(entry =>
        {
            entry.ToTable("register_entries").HasKey(e => e.Id);
            entry.HasIndex(e => new { e.Register, e.Key }).IsUnique();
            entry.HasIndex(e => new { e.Register, e.Keeper });
            entry.Property(e => e.Revision).IsConcurrencyToken();
        });
    }

    private static void OnAccountsCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<AccountRow>(account =>
        {
            account.ToTable("accounts").HasKey(a => a.Handle);
            account.HasIndex(a => a.Key).IsUnique();
            account.HasIndex(a => a.CodeHash).IsUnique();
            account.Property(a => a.Revision).IsConcurrencyToken();
            account.HasMany(a => a.Memberships).WithOne().HasForeignKey(m => m.Handle);
        });
        modelBuilder.Entity<MembershipRow>(membership =>
        {
            membership.ToTable("account_memberships").HasKey(m => m.Id);
            membership.HasIndex(m => m.Unit);
        });
        modelBuilder.Entity<SessionRow>(session =>
        {
            session.ToTable("account_sessions").HasKey(s => s.Id);
            session.HasIndex(s => new { s.Handle, s.CreatedAt });
            session.HasIndex(s => s.ExpiresAt);
        });
        modelBuilder.Entity<TokenRow>(token =>
        {
            token.ToTable("account_tokens").HasKey(t => t.Id);
            token.HasIndex(t => t.Handle);
        });
        modelBuilder.Entity<SignInCountRow>(count =>
        {
            count.ToTable("sign_in_counts").HasKey(c => c.NameHash);
            count.HasIndex(c => c.LastAt);
        });
        modelBuilder.Entity<AccountFileRow>().ToTable("account_files").HasKey(f => f.Digest);
    }
}
