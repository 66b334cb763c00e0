/** Texts as log tools and mails print them: each line with something before it, cut or wrapped to a width. */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../src/index';
import { readReport } from '../../src/intake/report/read';
import { cutAt, SENTENCES, widths, wrapAt, wrong } from '../support/sentences';

const before =
  (prefix: (line: number) => string) =>
  (text: string): string =>
    text
      .split('\n')
      .map((line, at) => prefix(at) + line)
      .join('\n');
const two = (at: number): string => String(10 + (at % 50));

const TOOLS: Readonly<Record<string, (text: string) => string>> = {
  'docker compose': before(() => 'service-1  | '),
  'docker compose, with times': before((at) => `web-1  | 2026-11-30T10:11:12.1234${two(at)}789Z `),
  'kubectl --prefix': before(() => '[pod/api-6d4cf56db6-x7k2p/app] '),
  'kubectl --timestamps': before((at) => `2026-11-30T10:11:12.${two(at)}3456789Z `),
  stern: before(() => 'api-6d4cf56db6-x7k2p app '),
  'stern, with its bar': before(() => 'api-6d4cf56db6-x7k2p app │ '),
  'CloudWatch’s console': before((at) => `2026-11-30T10:11:${two(at)}.123+01:00\t`),
  'aws logs tail': before(
    (at) => `2026-11-30T10:11:${two(at)}.123000+00:00 2026/11/30/[$LATEST]0123456789abcdef0123456789abcdef `,
  ),
  'a logger of Lambda': before(
    () => '2026-11-30T10:11:12.123Z\t6f1f0b4e-1111-2222-3333-0123456789ab\tERROR\t',
  ),
  'GitHub Actions': before((at) => `2026-11-30T10:11:12.12${two(at)}567Z `),
  'gh run view --log': before((at) => `deploy\tApply\t2026-11-30T10:11:12.12${two(at)}567Z `),
  GitLab: before((at) => `2026-11-30T10:11:12.${two(at)}3456Z 01O `),
  'Jenkins with times': before((at) => `[2026-11-30T10:11:${two(at)}.123Z] `),
  'a stage of Jenkins': before(() => '[deploy] '),
  journald: before(() => 'Nov 30 10:11:12 ip-10-0-0-5 app[812]: '),
  'journald, ISO': before(() => '2026-11-30T10:11:12+00:00 ip-10-0-0-5 app[812]: '),
  Terragrunt: before(() => '10:11:12.123 STDERR [network] terraform: '),
  BuildKit: before((at) => `#12 1.${two(at)} `),
  mail: before(() => '> '),
  'mail, twice': before(() => '> > '),
  colours: before(() => '\u001b[31m\u001b[1m'),
  'colours whose first letter is gone': (text) => `[31m[1m${text}[0m`,
  'a code block': (text) => `\`\`\`\n${text}\n\`\`\``,
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
};

describe('lines with something before each', () => {
  it.each(Object.entries(TOOLS))('%s: nothing wrong is told', (_, tool) => {
    const faults: string[] = [];
    const counts = { all: 0, told: 0 };
    for (const sentence of SENTENCES) {
      const whole = readEvidence(sentence);
      for (const width of widths)
        for (const lines of [cutAt(sentence, width), wrapAt(sentence, width)]) {
          const text = tool(lines);
          const read = readEvidence(text);
          faults.push(...wrong(read, whole).map((fault) => `${width}: ${fault}\n${text}`));
          counts.all += whole.request?.action === undefined ? 0 : 1;
          counts.told += read.request?.action === undefined ? 0 : 1;
        }
    }
    expect(faults.slice(0, 3)).toEqual([]);
    // Silence about everything would be right too.
    expect(counts.told / counts.all).toBeGreaterThan(0.85);
  });

  const SENTENCE =
    'User: arn:aws:iam::111122223333:user/ana is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/2026/november.csv" because no identity-based policy allows the s3:GetObject action';

  it('a line that a terminal wrapped is not taken for one that ends', () => {
    for (const width of [60, 61, 70, 77, 80, 100, 120]) {
      const text = cutAt(
        `2026-11-30T10:11:12.1234567Z start\n2026-11-30T10:11:13.1234567Z ${SENTENCE}`,
        width,
      );
      expect(wrong(readEvidence(text), readEvidence(SENTENCE))).toEqual([]);
    }
  });

  const POLICY = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }],
  };

  it.each(Object.entries(TOOLS))('%s: a policy is read whole', (_, tool) => {
    const text = tool(JSON.stringify(POLICY, null, 2));
    expect(readEvidence(text).policies?.map(({ document }) => document)).toEqual([POLICY]);
  });

  it('a line of GitLab that goes on with the one before is one with it', () => {
    const time = '2026-11-30T10:11:12.123456Z 01O';
    const text = `${time} ${SENTENCE.slice(0, 110)}\n${time}+${SENTENCE.slice(110)}`;
    expect(readEvidence(text).request).toEqual(readEvidence(SENTENCE).request);
  });

  it('two services that speak in turn are two', () => {
    const text = `web-1  | starting\nweb-1  | ${SENTENCE}\ndb-1   | ready\ndb-1   | for work`;
    expect(readEvidence(text).request).toEqual(readEvidence(SENTENCE).request);
  });
});

describe('base64 alone', () => {
  const pack = (text: string): string => Buffer.from(text).toString('base64');
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ärger/*' }],
  });

  it.each([
    ['in one line', pack(policy)],
    ['cut into lines', cutAt(pack(policy), 76)],
    ['of the other alphabet', Buffer.from(policy).toString('base64url')],
    ['in quotation marks', `"${pack(policy)}"`],
  ])('a policy %s is read', (_, text) => {
    expect(readEvidence(text).policies?.[0]?.document).toEqual(JSON.parse(policy));
  });

  it('a credential report is read', () => {
    const csv =
      'user,arn,user_creation_time,mfa_active\nana,arn:aws:iam::111122223333:user/ana,2026-01-01T00:00:00+00:00,true\n';
    const report = readReport(pack(csv));
    expect(report.kind === 'credentialReport' && report.users.map(({ user }) => user)).toEqual(['ana']);
  });

  it('a decoded message that was packed again is read', () => {
    const decoded = JSON.stringify({
      allowed: false,
      explicitDeny: false,
      context: {
        principal: { id: 'AIDAEXAMPLE', arn: 'arn:aws:iam::111122223333:user/ana' },
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/*',
      },
    });
    expect(readEvidence(pack(decoded)).request?.action).toBe('ec2:RunInstances');
  });

  const blob = Array.from({ length: 900 }, (_, at) => String.fromCodePoint((at * 7919) % 256)).join('');
  const url = Buffer.from(blob, 'latin1').toString('base64url');

  it.each([
    ['in one line', url],
    ['in lines', cutAt(url, 80)],
  ])('an encoded authorization message %s is told apart', (_, text) => {
    const read = readEvidence(text);
    expect(read.encoded).toBe(url);
    expect(read.notes.join(' ')).toContain('aws sts decode-authorization-message');
  });

  it('what it holds is said not to be read', () => {
    const read = readEvidence(Buffer.from(`+/${blob}`, 'latin1').toString('base64'));
    expect(read.kind).toBe('unknown');
    expect(read.notes.join(' ')).toMatch(/base64.*decode-authorization-message/);
  });
});
