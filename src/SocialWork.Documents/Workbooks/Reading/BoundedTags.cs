namespace SocialWork.Documents.Workbooks.Reading;

/// <summary>
/// Passes XML through and refuses a tag that is longer than any program writes: a reader keeps all attributes of a tag in
/// memory, many times their size. Text between tags is not bounded here. Comments, document types, CDATA and processing
/// instructions, in which quotation marks mean nothing, are refused: no office program writes them into a workbook's sheets.
/// </summary>
internal sealed class BoundedTags(Stream content, CancellationToken cancellation) : Stream
{
    private bool _begun;
    private bool _inTag;
    private bool _opening;
    private byte _quote;
    private int _length;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        cancellation.ThrowIfCancellationRequested();
        var read = content.Read(buffer);
        Follow(buffer[..read]);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) content.Dispose();
        base.Dispose(disposing);
    }

    private void Follow(ReadOnlySpan<byte> bytes)
    {
        if (!_begun && !bytes.IsEmpty) bytes = Begin(bytes);
        while (!bytes.IsEmpty)
        {
            if (_opening && (bytes[0] is (byte)'!' or (byte)'?')) throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
            _opening = false;
            // Between tags only the next one matters, within a tag its end, and within quotation marks only their end.
            var at = !_inTag ? bytes.IndexOf((byte)'<') : _quote != 0 ? bytes.IndexOf(_quote) : bytes.IndexOfAny((byte)'>', (byte)'"', (byte)'\'');
            if (_inTag && (_length += at < 0 ? bytes.Length : at + 1) > UploadLimits.MaxTagBytes) throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
            if (at < 0) return;
            if (!_inTag) (_inTag, _opening, _length) = (true, true, 0);
            else if (_quote != 0) _quote = 0;
            else if (bytes[at] == (byte)'>') _inTag = false;
            else _quote = bytes[at];
            bytes = bytes[(at + 1)..];
        }
    }

    // The declaration at the beginning is the one instruction that is passed. Encodings of two bytes are not read.
    private ReadOnlySpan<byte> Begin(ReadOnlySpan<byte> bytes)
    {
        _begun = true;
        if (bytes.Length > 1 && (bytes[0] is 0 or 0xFE or 0xFF || bytes[1] == 0)) throw new WorkbookRefusedException(WorkbookRefusals.Unsafe);
        if (bytes.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) bytes = bytes[3..];
        return bytes.StartsWith("<?xml "u8) && bytes.IndexOf("?>"u8) is > 0 and < 256 and var end ? bytes[(end + 2)..] : bytes;
    }
}
