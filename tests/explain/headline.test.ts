import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/engine/scenario';
import { explain } from '../../src/explain/headline';
import { markdown } from '../../src/explain/rich';
import type { Quote } from '../../src/explain/types';
import { CROSS, DENIED, EMPTY, EXPLICIT, ONE } from './states';

function headline(scenario: Scenario) {
  const said = explain(scenario, evaluate(scenario));
  return {
    ...said,
    text: `${said.lead} ${markdown(said.sentence)}`,
    noteText: said.note && markdown(said.note),
    asideText: said.aside && markdown(said.aside.text),
    quoted: said.quotes.map(quoted),
  };
}

function quoted({ lead, code, policy, line }: Quote): string {
  return [lead, code, `${policy}, line ${line}`].filter((part) => part !== '').join(' | ');
}

describe('the states of the main screen', () => {
  it('a boundary without the Allow', () => {
    const said = headline(DENIED);
    expect(said.text).toBe('Denied. The permissions boundary has no Allow for `s3:PutObject`');
    expect(said.chip).toBe('Implicit deny');
    expect(said.tone).toBe('implicit');
    expect(said.quoted).toEqual([
      'Nearest | "Action": ["s3:GetObject", "s3:ListBucket"] | DeveloperBoundary, line 7',
    ]);
    expect(said.noteText).toBe('The identity policy allows it, but a boundary caps it.');
    expect(said.aside?.title).toBe('AWS would print');
    expect(said.asideText).toBe(
      '…/nightly-42 is not authorized to perform: s3:PutObject on resource: "…/summary.csv" **because no permissions boundary allows the s3:PutObject action**',
    );
    expect(said.aside?.copy).toBe(
      'User: arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example-reports/2026/11/summary.csv" because no permissions boundary allows the s3:PutObject action',
    );
  });

  it('an SCP that denies the Region', () => {
    const said = headline(EXPLICIT);
    expect(said.text).toBe('Denied. An SCP on OU Workloads denies `ec2:RunInstances` outside two Regions');
    expect(said.chip).toBe('Explicit deny');
    expect(said.quoted).toEqual([
      'Denied by | "Sid": "DenyOutsideApprovedRegions" | ApprovedRegions, line 5',
    ]);
    expect(said.noteText).toBe('No Allow overrides a Deny. The rest would let it through.');
    expect(said.asideText).toBe(
      '…/ci-8841 is not authorized to perform: ec2:RunInstances on resource: …:instance/* **with an explicit deny in a service control policy**',
    );
  });

  it('two accounts that both allow', () => {
    const said = headline(CROSS);
    expect(said.text).toBe('Allowed. Both accounts allow `s3:GetObject`');
    expect(said.quoted).toEqual([
      'In 444455556666 | "Sid": "AnalyticsRead" | LakeBucketPolicy, line 5',
      'In 111122223333 | "Sid": "ReadCurated" | LakeReadAccess, line 5',
    ]);
    expect(said.aside?.title).toBe('Why both');
    expect(said.asideText).toBe(
      '**Both are needed.** Across accounts neither the bucket policy nor the identity policy is enough alone. Remove either statement and the request is denied.',
    );
  });

  it('one policy that names the bucket', () => {
    const said = headline(ONE);
    expect(said.text).toBe('Denied. No identity policy allows `s3:GetObject` on this object');
    expect(said.quoted).toEqual(['Nearest | "Resource": "arn:aws:s3:::example-bucket" | BucketRead, line 8']);
    expect(said.noteText).toBe('The bucket, not its objects. The request is for example-bucket/photo.jpg.');
  });

  it('nothing asked', () => {
    const said = headline(EMPTY);
    expect(said.tone).toBe('empty');
    expect(said.text.trim()).toBe('What was asked, and which policies apply?');
    expect(said.quotes).toEqual([]);
  });
});
