using System.Collections.Immutable;
using System.Text;
using SocialWork.Abstractions;
using SocialWork.Core;
using SocialWork.Documents.Tables;

namespace SocialWork.Documents.Tests.Tables;

/// <summary>Tables to write, and what was written.</summary>
internal static class SampleTable
{
    public static Table Of(params IEnumerable<TableCell?[]> rows)
    {
        var all = rows.Select(row => row.ToImmutableArray()).ToArray();
        var width = Math.Max(1, all.Select(row => row.Length).DefaultIfEmpty(1).Max());
        return new Table(
            new Text("Đơn vị: A/B [2026]", "Units"),
            [.. Enumerable.Range(1, width).Select(i => new TableColumn(new Text($"Cột {i}", $"Column {i}"), 20))],
            all.ToAsyncEnumerable());
    }

    public static Table OfWords(params IEnumerable<string> words) => Of(words.Select(word => new TableCell?[] { new TableCell.Words(word) }));

    public static async Task<byte[]> CsvAsync(Table table)
    {
        using var stream = new MemoryStream();
        (await CsvTable.WriteAsync(table, stream, CancellationToken.None)).ShouldBeOfType<Result<int>.Ok>();
        return stream.ToArray();
    }

    public static async Task<byte[]> XlsxAsync(Table table)
    {
        using var stream = new OneWayStream();
        (await XlsxTable.WriteAsync(table, stream, CancellationToken.None)).ShouldBeOfType<Result<int>.Ok>();
        return stream.ToArray();
    }

    public static string Text(byte[] csv)
    {
        csv.Take(3).ShouldBe(Encoding.UTF8.Preamble.ToArray());
        return Encoding.UTF8.GetString(csv.AsSpan(3));
    }

    // Neither seeks nor tells where it is, as the stream of an answer.
    private sealed class OneWayStream : Stream
    {
        private readonly MemoryStream _written = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public byte[] ToArray() => _written.ToArray();

        public override void Flush() => _written.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _written.Write(buffer, offset, count);

        protected override void Dispose(bool disposing)
        {
            if (disposing) _written.Dispose();
            base.Dispose(disposing);
        }
    }
}
