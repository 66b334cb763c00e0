// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import {
  actionEntries,
  caseEntries,
  readingEntries,
  standingEntries,
  type Entry,
} from '../../src/app/find/entries';
import { found } from '../../src/app/find/match';
import { isNear } from '../../src/app/find/near';
import { findExample } from '../../src/examples';
import { loadCatalog } from '../support/catalog';

/** What a tired engineer types, and what should stand first. */
const SEARCHES: readonly (readonly [string, string])[] = [
  ['why denied', 'Case'],
  ['why allowed', 'Case'],
  ['who can', 'Account'],
  ['admin', 'Account'],
  ['credential report', 'Account'],
  ['least privilege', 'Tighten'],
  ['unused', 'Tighten'],
  ['cloudtrail', 'Tighten'],
  ['diff', 'Compare'],
  ['quiz', 'Learn'],
  ['paste', 'Paste'],
  ['access denied', 'Paste'],
  ['terraform', 'Paste'],
  ['link', 'Share'],
  ['mask', 'Share'],
  ['json', 'Paste'],
  ['dark', 'Theme: dark'],
  ['shortcut', 'Do not open Find with its key'],
  ['public', 'External access'],
  ['cross account', 'External access'],
  ['mfa', 'Which keys matter?'],
  ['tests', 'Tests'],
  ['new', 'New, empty case'],
  ['open file', 'Open from a file…'],
  ['getobject', 's3:GetObject'],
  ['putobjct', 's3:PutObject'],
  ['ec2 runinstances', 'ec2:RunInstances'],
  ['PassRole', 'iam:PassRole'],
  ['WriteReports', 'WriteReports: Allow'],
  ['step 5', 'Step 5: this session was made smaller'],
  ['boundry', 'Step 4: the boundary is too small'],
  ['postman', 'A postman for everybody'],
  ['kms', 'KMS'],
  ['NotPrincipal', 'NotPrincipal and the chain above the caller'],
];

describe('Find', () => {
  let entries: readonly Entry[] = [];
  beforeAll(async () => {
    const { scenario } = findExample('nightly-report')!;
    entries = [
      ...standingEntries(),
      ...caseEntries(scenario),
      ...readingEntries(),
      ...actionEntries(await loadCatalog()),
    ];
  });

  it.each(SEARCHES)('“%s” finds %s first', (typed, name) => {
    expect(found(entries, typed, [])[0]?.name).toBe(name);
  });

  it('forgives one slip, and no more', () => {
    for (const typed of ['boundry', 'bounddary', 'boundaty', 'bounadry'])
      expect(isNear('boundary', typed)).toBe(true);
    for (const typed of ['bondry', 'bound', 'boundaries']) expect(isNear('boundary', typed)).toBe(false);
    expect(isNear('key', 'kay')).toBe(false);
    expect(found(entries, 'qqqqqq', [])).toEqual([]);
  });

  it('puts what was used last before its equals, and on top where nothing is typed', () => {
    const [, second] = found(entries, 'boundary', []);
    expect(found(entries, 'boundary', [second!.id])[0]?.id).toBe(second!.id);
    expect(found(entries, '', [second!.id])[0]).toMatchObject({ id: second!.id, group: 'Last used' });
  });
});
