/** What the files of an account hold together, in whatever order they come; used by the worker alone. */
import { joinedAccounts, type Account } from '../../intake/account/read';
import type { CredentialReport } from '../../intake/report/credential-types';
import { AccountPieces } from '../../intake/account/pieces';
import { readAccountReport } from '../../intake/report/account';
import { textOfFile } from '../../intake/report/file';
import { readReport } from '../../intake/report/read';
import { DETAILS_MISSING } from './waiting';
import type { LastAccessedReport, Report, UnusedAccessReport } from '../../intake/report/types';

/** A file that is larger, in bytes, is read in parts where it is an answer about an account. */
const LARGE = 4_000_000;
/** So many bytes at a time, always into the same room. */
const PART = 256 * 1024;

/** Bytes that are read as they are: UTF-8, of which JSON begins with a bracket and a report of credentials with a letter. */
const isPlain = ([first, second]: Uint8Array): boolean =>
  first !== undefined && first < 0x80 && first !== 0x1f && second !== 0;

/** What a file says. Its bytes, its characters and what is read of them are not in memory at once where that can be helped. */
async function reportIn(file: File): Promise<Report> {
  try {
    const front = new Uint8Array(await file.slice(0, 2).arrayBuffer());
    if (!isPlain(front)) return readReport(textOfFile(new Uint8Array(await file.arrayBuffer())));
    return (file.size > LARGE ? await largeAccount(file) : undefined) ?? readReport(await file.text());
  } catch {
    // A file that was moved or changed since it was chosen is no longer given by the browser.
    return {
      kind: 'unknown',
      problems: [{ id: 'empty', message: 'the browser could not read it: choose it again' }],
    };
  }
}

/** Undefined: another text, or one that is not whole; it is read as any text then, and what is wrong with it is told. */
async function largeAccount(file: File): Promise<Report | undefined> {
  const pieces = new AccountPieces();
  const decoder = new TextDecoder();
  try {
    const reader = file.stream().getReader({ mode: 'byob' });
    let room = new ArrayBuffer(PART);
    for (;;) {
      const { value, done } = await reader.read(new Uint8Array(room));
      if (value !== undefined) {
        pieces.add(decoder.decode(value, { stream: true }));
        room = value.buffer;
      }
      if (done) break;
    }
    pieces.add(decoder.decode());
    return readAccountReport({ text: '', roots: [pieces.end()], table: undefined, problems: [] });
  } catch {
    return undefined;
  }
}

export class Loading {
  account: Account | undefined;
  #given: CredentialReport | undefined;
  accessed: readonly LastAccessedReport[] = [];
  unusedAccess: readonly UnusedAccessReport[] = [];

  /** The credential report; one of another account is none of this. */
  get report(): CredentialReport | undefined {
    return this.strange() === undefined ? this.#given : undefined;
  }

  /** The account of the credential report, where the details are of others. */
  private strange(): string | undefined {
    const { users, root } = this.#given ?? {};
    const owner = (users?.[0] ?? root)?.arn.split(':')[4];
    const ids = this.account?.ids ?? [];
    return owner === undefined || ids.length === 0 || ids.includes(owner) ? undefined : owner;
  }

  /** Reads files one after another, so that one text at a time is in memory; returns what there is to say of each. */
  async add(files: readonly File[]): Promise<readonly string[]> {
    const problems: string[] = [];
    for (const file of files) {
      const read = await reportIn(file);
      problems.push(
        ...this.take(read).map((message) => (files.length > 1 ? `${file.name}: ${message}` : message)),
      );
    }
    return [...problems, ...this.mixed()];
  }

  private take(read: Report): readonly string[] {
    const told = read.problems
      .filter(({ id }) => id !== 'other-account' && id !== 'more-pages')
      .map(({ message }) => message);
    switch (read.kind) {
      case 'account':
        this.account = joinedAccounts(
          this.account === undefined ? [read.account] : [this.account, read.account],
        );
        return told;
      case 'credentialReport':
        this.#given = read;
        return told;
      case 'lastAccessed':
        this.accessed = [...this.accessed, read];
        return told;
      case 'unusedAccess':
        this.unusedAccess = [...this.unusedAccess, read];
        return told;
      case 'unknown':
        return told;
      case 'organizationsAccess':
      case 'events':
      case 'recommendation':
      case 'policy':
      case 'simulation':
      case 'created':
        return ['this says nothing of who has access: Tighten reads it'];
    }
  }

  /** What holds of all files together. */
  private mixed(): readonly string[] {
    const { account } = this;
    // A credential report answers for itself; the others only add to what is known of principals.
    if (account === undefined)
      return this.#given === undefined && this.accessed.length + this.unusedAccess.length > 0
        ? [DETAILS_MISSING]
        : [];
    const { ids, truncated } = account;
    const owner = this.strange();
    return [
      ...(account.principals.length === 0 ? ['there is no user and no role in it'] : []),
      ...(truncated
        ? ['AWS had more to list: users, roles or texts of policies can be missing. Add the other pages']
        : []),
      ...(ids.length > 1
        ? [
            `there are principals of ${ids.length} accounts (${ids.slice(0, 3).join(', ')}): each is judged in its own`,
          ]
        : []),
      ...(owner !== undefined
        ? [
            `the credential report is of account ${owner}, and the details are of ${ids[0]!}: they are not joined`,
          ]
        : []),
    ];
  }
}
