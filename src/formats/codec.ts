/** How the JSON of a link is packed: one letter a way, so that a link tells its own and old ones open for ever. */
import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import { DICTIONARY_1 } from './dictionary';
import { LIMITS } from '../case/limits';

/** `p`: plain UTF-8, easy to write for other programs. `d`: raw deflate with dictionary 1, and a checksum. */
export type Codec = 'p' | 'd';

/** `damaged`: not what was packed. `tooLarge`: unpacks to more than a scenario may have. */
export type Unpacked =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'damaged' | 'tooLarge' };

interface Packing {
  readonly pack: (plain: Uint8Array) => Uint8Array;
  readonly unpack: (bytes: Uint8Array) => Unpacked;
}

export const CODECS: Readonly<Record<Codec, Packing>> = {
  p: {
    pack: (plain) => plain,
    unpack: (bytes) => (bytes.length > LIMITS.unpackedBytes ? { kind: 'tooLarge' } : read(bytes)),
  },
  d: { pack: deflate, unpack: inflate },
};

const dictionary = strToU8(DICTIONARY_1);

/** Deflate notices a damaged byte only now and then; a changed policy that still reads would be worse than no link. */
const CHECKSUM_BYTES = 4;

function deflate(plain: Uint8Array): Uint8Array {
  const packed = deflateSync(plain, { level: 9, mem: 9, dictionary });
  const bytes = new Uint8Array(packed.length + CHECKSUM_BYTES);
  bytes.set(packed);
  new DataView(bytes.buffer).setUint32(packed.length, adler32(plain));
  return bytes;
}

/** A byte of input can make a thousand of output, so a step of input is small and the output is counted after each. */
const STEP = 512;

function inflate(bytes: Uint8Array): Unpacked {
  const end = bytes.length - CHECKSUM_BYTES;
  if (end < 1) return { kind: 'damaged' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate({ dictionary }, (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < end; at += STEP) {
      stream.push(bytes.subarray(at, Math.min(at + STEP, end)), at + STEP >= end);
      if (length > LIMITS.unpackedBytes) return { kind: 'tooLarge' };
    }
  } catch {
    return { kind: 'damaged' };
  }
  const plain = join(chunks, length);
  const expected = new DataView(bytes.buffer, bytes.byteOffset).getUint32(end);
  return adler32(plain) === expected ? read(plain) : { kind: 'damaged' };
}

function read(bytes: Uint8Array): Unpacked {
  try {
    return { kind: 'text', text: strFromU8(bytes) };
  } catch {
    return { kind: 'damaged' }; // not UTF-8
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The checksum of RFC 1950. */
function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
