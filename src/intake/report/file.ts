/** The bytes of a file as text: CloudTrail delivers gzip, Windows saves UTF-16. */
import { gunzipSync } from 'fflate';

/** Larger than this unpacked, a file is no day of events. */
const MAX_UNPACKED = 400_000_000;

/** Never throws: bytes that are no text are read as what they are, and the reader says so. */
export function textOfFile(bytes: Uint8Array): string {
  const plain = isGzip(bytes) ? unpacked(bytes) : bytes;
  const [first, second] = plain;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(plain);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(plain);
  return new TextDecoder('utf-8').decode(plain);
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacked(bytes: Uint8Array): Uint8Array {
  // The last four bytes of gzip tell the size, so that a bomb is not unpacked first.
  const size = new DataView(bytes.buffer, bytes.byteOffset + bytes.byteLength - 4).getUint32(0, true);
  if (size > MAX_UNPACKED) return bytes;
  try {
    return gunzipSync(bytes);
  } catch {
    return bytes;
  }
}
